import { describe, expect, it } from "vitest";
import { jarvis } from "../../../server/src/descriptors/jarvis";
import { descriptorReferences } from "../../support/descriptorReferences";
import { p1Structure } from "../../support/structures";
import { expectClose, valuesOf } from "./describing";

/** Parts of our vector, and where they begin among the 1557 values of matminer. */
const parts = [
  { name: "cell", start: 0, length: 4, there: 438 },
  { name: "distances", start: 4, length: 100, there: 820 },
  { name: "angles", start: 104, length: 179, there: 920 },
  { name: "angles to second neighbours", start: 283, length: 179, there: 1099 },
  { name: "dihedral angles", start: 462, length: 179, there: 1278 },
  { name: "neighbours", start: 641, length: 100, there: 1457 },
];

/** What rounding makes of atoms in a line there: several angles about 180 degrees, and dihedral angles where there are none. */
const roundedThere = new Map([
  ["Li2O dihedral angles", 179],
  ["Li2O angles", 1],
  ["Li2O angles to second neighbours", 1],
  ["Li3N angles", 1],
  ["Li3N angles to second neighbours", 1],
]);

describe("jarvis", () => {
  for (const { name, structures, vectors } of descriptorReferences())
    for (const { name: part, start, length, there } of parts) {
      const compared = length - (roundedThere.get(`${name} ${part}`) ?? 0);
      if (compared === 0) continue;
      it(`agrees with matminer on the ${part} of ${name}`, () => {
        const [structure, expected] = [structures.get("structure"), vectors("jarvis_cfid").get("structure")];
        if (!structure || !expected) throw new Error("There is no reference.");
        const values = valuesOf(jarvis, structure);
        if (typeof values === "string") throw new Error(values);
        expectClose(values.slice(start, start + compared), expected.slice(there, there + compared), {
          relative: 1e-3,
          absolute: 1e-4,
        });
      });
    }

  it("counts the neighbours of a simple cubic lattice by their distances: 6, 12, 8", () => {
    const values = valuesOf(jarvis, p1Structure([{ species: ["Li"] }], { a: 3, b: 3, c: 3 }));
    if (typeof values === "string") throw new Error(values);
    const neighbours = values.slice(641);
    expect([30, 42, 51].map((place) => neighbours[place])).toEqual([6, 12, 8]);
    const [right = NaN, straight = NaN] = [values[104 + 89], values[104 + 178]];
    expect([right, straight]).toEqual([12, 3]);
  });

  it("says of a lattice that is too wide that there are too few neighbours", () => {
    expect(valuesOf(jarvis, p1Structure([{ species: ["Li"] }], { a: 11, b: 11, c: 11 }))).toBe(
      "it has too few neighbours within 10 angstrom",
    );
  });
});
