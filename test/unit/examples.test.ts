import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import type { Block } from "../../server/src/cif/document";
import { LineIndex } from "../../server/src/cif/lineIndex";
import { parseCif } from "../../server/src/cif/parser";
import { reducedFormula } from "../../server/src/crystal/formula";
import { readStructures } from "../../server/src/crystal/reading/readStructure";
import { createSpaceGroupDetector } from "../../server/src/crystal/symmetry/spaceGroupDetection";
import { composition, isOrdered, type Orbit, type Structure } from "../../server/src/crystal/structure";
import { cellCharge } from "../support/structures";

const folder = "examples";
const sound = readdirSync(folder).filter((name) => name.endsWith(".cif") && name !== "broken.cif");

function read(file: string) {
  const text = readFileSync(`${folder}/${file}`, "utf8");
  const document = parseCif(text);
  const structures = readStructures(document);
  const [first] = structures;
  if (!first?.structure) throw new Error(`${file} has no structure.`);
  const problems = [...document.problems, ...structures.flatMap((one) => one.problems)];
  return { text, block: first.block, structure: first.structure, problems };
}

function valueOf(block: Block, tag: string): string {
  const value = block.find(tag)?.value(0);
  return value && "text" in value ? value.text : "";
}

/** Shortest distance in angstrom between sites that hold a cation and an anion, for each pair such as `P-O`. */
function shortestBonds({ orbits, lattice }: Structure): Map<string, number> {
  const around = [-2, -1, 0, 1, 2];
  const shortest = (cation: Orbit, anion: Orbit) => {
    const [x, y, z] = cation.position;
    return Math.min(
      ...sites(anion).flatMap(([u, v, w]) =>
        around.flatMap((i) =>
          around.flatMap((j) => around.map((k) => lattice.length([u + i - x, v + j - y, w + k - z]))),
        ),
      ),
    );
  };
  const bonds = new Map<string, number>();
  for (const [cation, cationOrbit] of ionsOf(orbits, 1))
    for (const [anion, anionOrbit] of ionsOf(orbits, -1)) {
      const pair = `${cation}-${anion}`;
      bonds.set(pair, Math.min(bonds.get(pair) ?? Infinity, shortest(cationOrbit, anionOrbit)));
    }
  return bonds;
}

/** Elements with charges of one sign, each with an orbit that holds it. */
const ionsOf = (orbits: readonly Orbit[], sign: number): [string, Orbit][] =>
  orbits.flatMap((orbit) =>
    orbit.occupants
      .filter(({ oxidationState = 0 }) => sign * oxidationState > 0)
      .map(({ element }): [string, Orbit] => [element, orbit]),
  );

/** What crystal chemistry finds for the shortest of these bonds, in angstrom. */
const usualBonds: Record<string, [number, number]> = {
  "B-S": [1.78, 1.86],
  "Fe-O": [2, 2.2],
  "Ge-S": [2, 2.3],
  "La-O": [2.4, 2.65],
  "Li-Cl": [2.3, 2.8],
  "Li-N": [1.9, 2.2],
  "Li-O": [1.8, 2.3],
  "Li-S": [2.3, 2.7],
  "P-O": [1.48, 1.58],
  "P-S": [1.95, 2.1],
  "Ti-O": [1.85, 2],
  "Zr-O": [2.05, 2.15],
};
/** Pairs that do not touch: a third ion lies between them. */
const apart = ["P-Cl"];

const sites = ({ images, multiplicity }: Orbit): [number, number, number][] =>
  Array.from({ length: multiplicity }, (_, k) => [
    images[3 * k] ?? NaN,
    images[3 * k + 1] ?? NaN,
    images[3 * k + 2] ?? NaN,
  ]);

const detectSpaceGroup = createSpaceGroupDetector(
  readFileSync(createRequire(import.meta.url).resolve("@spglib/moyo-wasm/moyo_wasm_bg.wasm")),
);

describe.each(sound)("examples/%s", (file) => {
  const { block, structure, problems } = read(file);

  it("reads without a problem", () => {
    expect(problems).toEqual([]);
  });

  it("names its source", () => {
    expect(readFileSync(`${folder}/${file}`, "utf8")).toMatch(/^# Sources?: /m);
    expect(Number(valueOf(block, "_journal_year"))).toBeGreaterThan(1900);
  });

  it("has the atoms of its formula, to the errors of refined occupancies", () => {
    const units = Number(valueOf(block, "_cell_formula_units_Z"));
    const formula = [...valueOf(block, "_chemical_formula_sum").matchAll(/([A-Z][a-z]?)([\d.]*)/g)];
    const atoms = composition(structure);
    expect([...atoms.keys()].sort()).toEqual(formula.map(([, element]) => element).sort());
    for (const [, element = "", amount = ""] of formula) {
      const expected = units * (amount === "" ? 1 : Number(amount));
      expect(Math.abs((atoms.get(element) ?? 0) - expected) / expected, element).toBeLessThan(5e-3);
    }
  });

  it("is neutral, to the errors of refined occupancies", () => {
    const positive = structure.orbits.flatMap(({ occupants, multiplicity }) =>
      occupants.map(
        ({ occupancy, oxidationState = 0 }) => multiplicity * occupancy * Math.max(0, oxidationState),
      ),
    );
    expect(structure.oxidation.confidence).toMatch(/high|medium/);
    const total = positive.reduce((sum, charge) => sum + charge, 0);
    expect(Math.abs(cellCharge(structure)) / total).toBeLessThan(5e-3);
  });

  it("has bonds of a sensible length, P-O being the shortest", () => {
    const shortest = Math.min(...shortestBonds(structure).values());
    expect(shortest).toBeGreaterThan(1.5);
    expect(shortest).toBeLessThan(2.6);
  });

  it("has each kind of bond at the length that is usual for it", () => {
    for (const [pair, length] of shortestBonds(structure)) {
      if (apart.includes(pair)) continue;
      const [least, most] = usualBonds[pair] ?? [NaN, NaN];
      expect(length, pair).toBeGreaterThan(least);
      expect(length, pair).toBeLessThan(most);
    }
  });

  it("has the space group that it says", () => {
    const detection = detectSpaceGroup(structure);
    expect(detection.ok && detection.spaceGroup.number).toBe(
      Number(valueOf(block, "_space_group_IT_number")),
    );
  });
});

describe("examples", () => {
  it("show what Superion is for: ordered and disordered conductors", () => {
    const formulas = Object.fromEntries(sound.map((file) => [file, reducedFormula(read(file).structure)]));
    expect(formulas).toEqual({
      "Li0.5La0.5TiO3.cif": "Li0.5La0.5TiO3",
      "Li10GeP2S12.cif": "Li10.1Ge1.03P1.97S12",
      "Li2O.cif": "Li2O",
      "Li3BS3.cif": "Li3BS3",
      "Li3N.cif": "Li3N",
      "Li3OCl.cif": "Li3OCl",
      "Li3PO4.cif": "Li3PO4",
      "Li3PS4.cif": "Li3PS4",
      "Li6PS5Cl.cif": "Li6PS5Cl",
      "Li7La3Zr2O12.cif": "Li7.008La3Zr2O12",
      "LiCl.cif": "LiCl",
      "LiFePO4.cif": "LiFePO4",
      "LiTi2(PO4)3.cif": "LiTi2(PO4)3",
    });
    expect(sound.filter((file) => !isOrdered(read(file).structure))).toEqual([
      "Li0.5La0.5TiO3.cif",
      "Li10GeP2S12.cif",
      "Li6PS5Cl.cif",
      "Li7La3Zr2O12.cif",
    ]);
  });

  it("are all told in the README", () => {
    const told = readFileSync(`${folder}/README.md`, "utf8");
    for (const file of [...sound, "broken.cif"]) expect(told).toContain(`\`${file}\``);
  });
});

describe("examples/broken.cif", () => {
  const { text, structure, problems } = read("broken.cif");

  it("shows each fault at its place", () => {
    const lines = new LineIndex(text);
    const places = problems.map(({ code, range }): [string, number] => [
      code,
      range ? lines.position(range.start).line + 1 : NaN,
    ]);
    const faults: [string, number][] = [
      ["unterminated-quoted-string", 7],
      ["duplicate-tag", 14],
      ["missing-value", 15],
      ["loop-without-values", 18],
      ["occupancy-above-one", 28],
      ["unknown-element", 31],
      ["loop-value-count", 32],
    ];
    expect(places).toEqual(expect.arrayContaining(faults));
    const others = places.map(([code]) => code).filter((code) => !faults.some(([known]) => known === code));
    expect(others, "what follows from the short and the overfull row").toEqual([
      "oxidation-states-uncertain",
      "site-without-coordinates",
    ]);
  });

  it("still gives the structure that can be read", () => {
    expect(Object.fromEntries(composition(structure))).toEqual({ Li: 3.2, Na: 1.6, Cl: 4 });
  });
});
