import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { orderStructure } from "../../../server/src/crystal/ordering/orderStructure";
import { readStructures } from "../../../server/src/crystal/reading/readStructure";
import { simplify } from "../../../server/src/crystal/simplification";
import type { Occupant, Structure } from "../../../server/src/crystal/structure";
import { operationTriplet, writeCif } from "../../../server/src/crystal/writeCif";
import { hasShared, readSharedText, sharedPath } from "../../support/shared";
import { exampleStructure } from "../../support/examples";

/** The first python that has both readers. */
const python = ["python3", "/usr/bin/python3"].find(
  (command) => spawnSync(command, ["-c", "import gemmi, pymatgen.io.cif"]).status === 0,
);

/** Element to occupancy, and fractional coordinates. */
type CellSite = readonly [Readonly<Record<string, number>>, number, number, number];
interface Cell {
  readonly lattice: readonly number[];
  readonly sites: readonly CellSite[];
}

function structuresIn(...folder: string[]): { name: string; structure: Structure }[] {
  return readdirSync(sharedPath(...folder))
    .filter((name) => name.endsWith("cif"))
    .flatMap((name) =>
      readStructures(parseCif(readSharedText(...folder, name))).flatMap(({ structure }, block) =>
        structure ? [{ name: `${name} ${block}`, structure }] : [],
      ),
    );
}

function amounts(occupants: readonly Occupant[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { element, isotope, occupancy } of occupants) {
    const symbol = isotope ?? element;
    found[symbol] = (found[symbol] ?? 0) + occupancy;
  }
  return found;
}

function cellOf({ lattice, orbits }: Structure): Cell {
  const { a, b, c, alpha, beta, gamma } = lattice.parameters;
  const sites = orbits.flatMap(({ images, occupants }) =>
    Array.from({ length: images.length / 3 }, (_, k): CellSite => {
      const [x = NaN, y = NaN, z = NaN] = images.subarray(3 * k, 3 * k + 3);
      return [amounts(occupants), x, y, z];
    }),
  );
  return { lattice: [a, b, c, alpha, beta, gamma], sites };
}

/** What differs of a cell that was read from the one that was written, in words; empty where they agree. */
function differences(structure: Structure, read: Cell | undefined): string[] {
  const written = cellOf(structure);
  if (!read) return ["nothing was read"];
  const told: string[] = [];
  if (read.lattice.some((value, k) => !(Math.abs(value - (written.lattice[k] ?? NaN)) < 1e-6)))
    told.push(`lattice ${read.lattice.join(" ")}`);
  if (read.sites.length !== written.sites.length)
    told.push(`${read.sites.length} sites of ${written.sites.length}`);
  const open = new Set(read.sites);
  for (const site of written.sites) {
    const found = [...open].find((other) => isSame(structure, site, other));
    if (found) open.delete(found);
    else told.push(`no ${JSON.stringify(site)}`);
  }
  return told.slice(0, 3);
}

/** To a thousandth of an angstrom, and to a millionth in occupancy. */
function isSame({ lattice }: Structure, [species, x, y, z]: CellSite, [others, u, v, w]: CellSite): boolean {
  const near = (difference: number) => difference - Math.round(difference);
  const names = new Set([...Object.keys(species), ...Object.keys(others)]);
  return (
    lattice.length([near(x - u), near(y - v), near(z - w)]) < 1e-3 &&
    [...names].every((name) => Math.abs((species[name] ?? 0) - (others[name] ?? 0)) < 1e-6)
  );
}

/** The operators, in their order. */
function triplets(structure: Structure | undefined): string {
  return (structure?.operations ?? []).map(operationTriplet).join(" ");
}

/** The species of each orbit, with their oxidation states to all digits. */
function states(structure: Structure | undefined): string {
  return (structure?.orbits ?? [])
    .map(({ occupants }) =>
      occupants.map(({ element, oxidationState }) => `${element} ${oxidationState ?? "?"}`).join(" + "),
    )
    .join(", ");
}

function readBack(text: string): Structure | undefined {
  return readStructures(parseCif(text))[0]?.structure;
}

/** As gemmi and pymatgen read them, in the order of the structures; pymatgen is slow and reads every eighth. */
function readByOthers(structures: readonly Structure[]): { gemmi: Cell; pymatgen?: Cell }[] {
  const folder = mkdtempSync(join(tmpdir(), "superion-"));
  try {
    const lines = structures.map((structure, i) => {
      const path = join(folder, `${i}.cif`);
      writeFileSync(path, writeCif(structure, { code: `structure_${i}` }));
      return i % 8 === 0 ? `${path}\tpymatgen` : path;
    });
    const list = join(folder, "list");
    writeFileSync(list, lines.join("\n"));
    const answer = execFileSync(python ?? "", ["test/support/readCifs.py", list], { maxBuffer: 1e9 });
    return JSON.parse(answer.toString()) as { gemmi: Cell; pymatgen?: Cell }[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!hasShared)("a structure written as CIF", () => {
  const measured = hasShared ? structuresIn("obelix", "cifs") : [];
  const quirks = hasShared ? structuresIn("corpus", "cif-crystal") : [];

  it("is there for every file of OBELiX, and most quirk files", () => {
    expect(measured.length).toBe(321);
    expect(quirks.length).toBeGreaterThan(150);
  });

  it.each([
    ["OBELiX", measured],
    ["the quirk files", quirks],
  ])("reads back the same: %s", (_, structures) => {
    const wrong = structures.flatMap(({ name, structure }) => {
      const read = readBack(writeCif(structure, { code: name }));
      const told = differences(structure, read && cellOf(read));
      if (triplets(read) !== triplets(structure)) told.push(`operators ${triplets(read)}`);
      if (states(read) !== states(structure)) told.push(`states ${states(read)}`);
      return told.map((text) => `${name}: ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  describe.skipIf(python === undefined)(
    "by other programs (skipped without python with gemmi and pymatgen)",
    () => {
      const simplified = measured.filter((_, i) => i % 16 === 0);
      const all = [
        ...measured,
        ...quirks,
        ...simplified.map(({ name, structure }) => ({
          name: `${name} CAMNS`,
          structure: simplify(structure, "CAMNS"),
        })),
      ];
      it("reads as the same cell with gemmi, and every eighth with pymatgen", { timeout: 120_000 }, () => {
        const read = readByOthers(all.map(({ structure }) => structure));
        const wrong = all.flatMap(({ name, structure }, i) => [
          ...differences(structure, read[i]?.gemmi).map((text) => `${name}, gemmi: ${text}`),
          ...(i % 8 === 0 ? differences(structure, read[i]?.pymatgen) : []).map(
            (text) => `${name}, pymatgen: ${text}`,
          ),
        ]);
        expect(wrong).toEqual([]);
      });
    },
  );
});

describe("an ordered structure written as CIF", () => {
  it.each(["Li10GeP2S12", "Li7La3Zr2O12"])("reads back the same: %s", (name) => {
    const ordered = orderStructure(exampleStructure(name), { mostPlacements: 100 });
    const structures = ordered.ok ? ordered.orderings.map(({ structure }) => structure) : [];
    expect(structures).not.toEqual([]);
    for (const structure of structures) {
      const read = readBack(writeCif(structure, { code: name }));
      expect(differences(structure, read && cellOf(read))).toEqual([]);
      expect(read?.oxidation.method).toBe("file");
    }
  });
});
