import { describe, expect, it } from "vitest";
import { jarvis } from "../../../server/src/descriptors/jarvis";
import { elementLabels, jarvisElement } from "../../../server/src/descriptors/jarvisElements";
import { descriptorReferences } from "../../support/descriptorReferences";
import { p1Structure } from "../../support/structures";
import { expectClose, valuesOf } from "./describing";

/** Parts of the vector, and where they begin. */
const parts = [
  { name: "chemistry", start: 0, length: 438 },
  { name: "cell", start: 438, length: 4 },
  { name: "electrons", start: 442, length: 378 },
  { name: "distances", start: 820, length: 100 },
  { name: "angles", start: 920, length: 179 },
  { name: "angles to second neighbours", start: 1099, length: 179 },
  { name: "dihedral angles", start: 1278, length: 179 },
  { name: "neighbours", start: 1457, length: 100 },
];

describe("jarvis", () => {
  for (const { name, structures, vectors } of descriptorReferences())
    for (const { name: part, start, length } of parts)
      it(`agrees with matminer on the ${part} of ${name}`, () => {
        const [structure, expected] = [structures.get("structure"), vectors("jarvis_cfid").get("structure")];
        if (!structure || !expected) throw new Error("There is no reference.");
        const values = valuesOf(jarvis, structure);
        if (typeof values === "string") throw new Error(values);
        expectClose(values.slice(start, start + length), expected.slice(start, start + length), {
          relative: 1e-3,
          absolute: 1e-4,
        });
      });

  it("counts the neighbours of a simple cubic lattice by their distances: 6, 12, 8", () => {
    const values = valuesOf(jarvis, p1Structure([{ species: ["Li"] }], { a: 3, b: 3, c: 3 }));
    if (typeof values === "string") throw new Error(values);
    const neighbours = values.slice(1457);
    expect([30, 42, 51].map((place) => neighbours[place])).toEqual([6, 12, 8]);
    const [right = NaN, straight = NaN] = [values[920 + 89], values[920 + 178]];
    expect([right, straight]).toEqual([12, 3]);
  });

  it("takes the plain mean over the elements, whatever their amounts", () => {
    const means = (species: readonly string[]) => {
      const sites = species.map((element, i) => ({ species: [element], position: [i / 5, 0, 0] as const }));
      const values = valuesOf(jarvis, p1Structure(sites, { a: 12 }));
      if (typeof values === "string") throw new Error(values);
      return [...values.slice(0, 438), ...values.slice(442, 820)];
    };
    const [lithium, chlorine] = [means(["Li", "Li"]), means(["Cl", "Cl"])];
    expectClose(
      means(["Li", "Cl", "Li"]),
      lithium.map((value, i) => (value + (chlorine[i] ?? 0)) / 2),
      { relative: 1e-12 },
    );
  });

  it("knows as many electrons of an element as it has", () => {
    for (const [symbol, number] of Object.entries({ H: 1, Li: 3, S: 16, La: 57 })) {
      const electrons = jarvisElement(symbol)?.electrons ?? new Float64Array();
      const sum = 0.05 * electrons.reduce((total, value) => total + value, 0);
      expect(Math.abs(sum / number - 1)).toBeLessThan(0.03);
    }
  });

  it("counts a coordination number of 0 as 1 in quotients, and nowhere else", () => {
    const value = (name: string) => jarvisElement("Cs")?.chemistry[elementLabels.indexOf(name)];
    expect([value("voro_coord"), value("bp_divi_voro_coord"), value("bp_mult_voro_coord")]).toEqual([
      1, 944, 0,
    ]);
    expect([value("bp_add_voro_coord"), value("voro_coord_subs_bp")]).toEqual([944, -944]);
  });

  it("says of an element without data which it is", () => {
    expect(valuesOf(jarvis, p1Structure([{ species: ["Xe"] }]))).toBe("there are no data of Xe");
  });

  it("refuses a cell that is too full, and one that is too large", () => {
    const scattered = (count: number, a: number) => {
      const along = (i: number, seed: number) => Math.abs(43758.5453 * Math.sin(i * seed)) % 1;
      const sites = Array.from({ length: count }, (_, i) => ({
        species: ["Li"],
        position: [along(i, 1.3), along(i, 1.7), along(i, 2.1)] as const,
      }));
      return valuesOf(jarvis, p1Structure(sites, { a, b: a, c: a }));
    };
    expect(scattered(1000, 10.1)).toBe("the cell is too full of sites");
    expect(scattered(4100, 40)).toBe("a box of 10 angstrom has more than 4000 atoms");
  });

  it("takes room beside a slab for vacuum, and cuts it to 8 angstrom", () => {
    const slab = (c: number) => {
      const sites = [0, 2 / c].map((z) => ({ species: ["Li"], position: [0, 0, z] as const }));
      const values = valuesOf(jarvis, p1Structure(sites, { a: 3, b: 3, c }));
      if (typeof values === "string") throw new Error(values);
      return values;
    };
    expectClose(slab(25), slab(20), { absolute: 1e-9 });
    expect(slab(25)[440]).toBeCloseTo((9 * 10) / 2);
  });

  it("says of a lattice that is too wide that there are too few neighbours", () => {
    expect(valuesOf(jarvis, p1Structure([{ species: ["Li"] }], { a: 11, b: 11, c: 11 }))).toBe(
      "it has too few neighbours within 10 angstrom",
    );
  });
});
