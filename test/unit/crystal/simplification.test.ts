import { readdirSync, readFileSync } from "node:fs";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isSimplificationName, simplifications, simplify } from "../../../server/src/crystal/simplification";
import type { Structure } from "../../../server/src/crystal/structure";
import { p1Structure } from "../../support/structures";

/** Occupancy of each element, orbit by orbit. */
const contents = ({ orbits }: Structure) =>
  orbits.map(({ occupants }) =>
    Object.fromEntries(occupants.map(({ element, occupancy }) => [element, occupancy])),
  );

const oxide = p1Structure([
  { species: ["Li1+ 0.5"] },
  { species: ["Li1+ 0.25", "Na1+ 0.5"] },
  { species: ["Ge4+ 0.25", "P5+ 0.5"] },
  { species: ["O2- 0.75", "N3- 0.25"] },
  { species: ["Xe"] },
]);
const lithium = p1Structure([{ species: ["Li"] }]);
const alloy = p1Structure([{ species: ["Li"] }, { species: ["Ag"] }]);

describe("simplify", () => {
  it("replaces species by representatives, and adds up those of a site that become one", () => {
    const expected = [{ Li: 0.5 }, { Li: 0.25, Al: 0.5 }, { Al: 0.75 }, { S: 1 }, { Mg: 1 }];
    expect(contents(simplify(oxide, "camn"))).toEqual(expected);
    expect(contents(simplify(oxide, "CAMNS"))).toEqual(expected);
  });

  it("drops what a name leaves out, and orbits that hold nothing any more; nothing is rescaled", () => {
    expect(contents(simplify(oxide, "can"))).toEqual([{ Al: 0.5 }, { Al: 0.75 }, { S: 1 }, { Mg: 1 }]);
    expect(contents(simplify(oxide, "am"))).toEqual([{ Li: 0.5 }, { Li: 0.25 }, { S: 1 }]);
    expect(contents(simplify(oxide, "a"))).toEqual([{ S: 1 }]);
  });

  it("keeps the elements in chapter 4's CAMN and CAN", () => {
    expect(simplify(oxide, "CAMN")).toBe(oxide);
    expect(contents(simplify(oxide, "CAN"))).toEqual([
      { Na: 0.5 },
      { Ge: 0.25, P: 0.5 },
      { O: 0.75, N: 0.25 },
      { Xe: 1 },
    ]);
  });

  it("keeps charges on replaced sites, as a mean where species of two charges become one", () => {
    const [, , cation] = simplify(oxide, "camn").orbits;
    expect(cation?.occupants[0]?.oxidationState).toBeCloseTo((0.25 * 4 + 0.5 * 5) / 0.75, 12);
  });

  it("scales the cell to 40 cubic angstrom an anion or neutral atom, counted before anything goes", () => {
    for (const name of ["camn-40", "can-40", "am-40", "a-40"] as const)
      expect(simplify(oxide, name).lattice.volume).toBeCloseTo(80, 9);
    expect(simplify(p1Structure([{ species: ["Na1+"] }]), "can-40").lattice.volume).toBe(125);
  });

  it("leaves the cell alone in all other forms, and positions in every form", () => {
    for (const name of simplifications) {
      const simplified = simplify(oxide, name);
      if (!name.endsWith("-40")) expect(simplified.lattice).toBe(oxide.lattice);
      const images = new Map(oxide.orbits.map((orbit) => [orbit.label, orbit.images]));
      for (const orbit of simplified.orbits) expect(orbit.images).toBe(images.get(orbit.label));
    }
  });

  it("takes lithium for anions where it is alone and would be dropped", () => {
    expect(contents(simplify(lithium, "camn"))).toEqual([{ Li: 1 }]);
    expect(contents(simplify(lithium, "am"))).toEqual([{ Li: 1 }]);
    expect(contents(simplify(lithium, "can"))).toEqual([{ S: 1 }]);
    expect(contents(simplify(lithium, "a"))).toEqual([{ S: 1 }]);
  });

  it("takes neutral atoms, then lithium, then cations for anions where nothing would be left", () => {
    expect(contents(simplify(alloy, "a"))).toEqual([{ S: 1 }]);
    expect(simplify(alloy, "a").orbits[0]?.label).toBe("X2");
    const salt = p1Structure([{ species: ["Li1+"] }, { species: ["Mg2+"] }]);
    expect(simplify(salt, "a").orbits.map(({ label }) => label)).toEqual(["X1"]);
    expect(contents(simplify(p1Structure([{ species: ["Mg2+"] }]), "a"))).toEqual([{ S: 1 }]);
    expect(contents(simplify(alloy, "am"))).toEqual([{ Li: 1 }]);
  });

  it("knows its names by their capitals", () => {
    expect(isSimplificationName("CAMNS")).toBe(true);
    expect(isSimplificationName("Camn")).toBe(false);
  });
});

const references = "../shared/reference/simplifications";

interface Reference {
  readonly input: {
    sites: {
      frac: [number, number, number];
      species: { element: string; oxidation: number; occupancy: number }[];
    }[];
  };
  readonly chapter2: Record<string, { volume: number; sites: { species: Record<string, number> }[] }>;
}

describe.skipIf(!existsSync(references))(
  "simplify, against structures simplified by the authors' rules",
  () => {
    const files = existsSync(references)
      ? readdirSync(references).filter((name) => name.endsWith(".json"))
      : [];
    it.each(files)("%s", (file) => {
      const reference = JSON.parse(readFileSync(`${references}/${file}`, "utf8")) as Reference;
      const sites = reference.input.sites.map(({ frac, species }) => ({
        position: frac,
        species: species.map(
          ({ element, oxidation, occupancy }) =>
            `${element}${Math.abs(oxidation)}${oxidation < 0 ? "-" : "+"} ${occupancy}`,
        ),
      }));
      const structure = p1Structure(sites);
      for (const [name, expected] of Object.entries(reference.chapter2)) {
        const ours = name.toLowerCase().replace("40", "-40");
        if (!isSimplificationName(ours)) throw new Error(`No simplification is called ${ours}.`);
        const simplified = contents(simplify(structure, ours));
        expect(simplified.length, name).toBe(expected.sites.length);
        simplified.forEach((site, index) => {
          const wanted = expected.sites[index]?.species ?? {};
          expect(Object.keys(site).sort(), name).toEqual(Object.keys(wanted).sort());
          for (const [element, occupancy] of Object.entries(site))
            expect(occupancy).toBeCloseTo(wanted[element] ?? NaN, 9);
        });
      }
    });
  },
);
