import { describe, expect, it } from "vitest";
import { soap } from "../../../server/src/descriptors/soap";
import { descriptorReferences } from "../../support/descriptorReferences";
import { p1Structure } from "../../support/structures";
import { expectClose, valuesOf } from "./describing";

const setting = /^(\w+) rcut=([\d.]+) nmax=(\d+) lmax=(\d+) average=(\w+)$/;
const speciesOf: Record<string, readonly string[]> = {
  CAN: ["Mg", "Al", "S"],
  CAN40: ["Mg", "Al", "S"],
  CAMN: ["Li", "Mg", "Al", "S"],
  A: ["S"],
  A40: ["S"],
};

interface SoapReference {
  readonly partialS: readonly number[];
  readonly full?: readonly number[];
}
const isReference = (value: unknown): value is SoapReference =>
  typeof value === "object" && value !== null && "partialS" in value;

describe("soap", () => {
  for (const { name, structures, raw } of descriptorReferences())
    for (const [text, reference] of Object.entries(raw("soap"))) {
      const [, mode = "", rCut, nMax, lMax, average] = setting.exec(text) ?? [];
      const structure = structures.get(mode);
      if (!structure || !isReference(reference)) continue;
      it(`agrees with DScribe on ${name} ${text}`, () => {
        const options = {
          rCut: Number(rCut),
          nMax: Number(nMax),
          lMax: Number(lMax),
          average,
          species: speciesOf[mode],
        };
        const absolute = 1e-9 * Math.max(...reference.partialS.map(Math.abs));
        const partial = valuesOf(soap, structure, { ...options, blocks: "anion" });
        expectClose(partial, reference.partialS, { relative: 1e-6, absolute });
        if (reference.full)
          expectClose(valuesOf(soap, structure, options), reference.full, { relative: 1e-6, absolute });
      });
    }

  it("of an atom alone is its own density: degree 0, and a vector of the radial functions' overlaps", () => {
    const far = p1Structure([{ species: ["S"] }], { a: 40, b: 40, c: 40 });
    const values = valuesOf(soap, far, { rCut: 3, nMax: 2, lMax: 1 });
    if (typeof values === "string") throw new Error(values);
    const [p11 = 0, p12 = 0, p22 = 0, ...degree1] = values;
    expect(p11).toBeGreaterThan(0);
    expect(p12 * p12).toBeCloseTo(p11 * p22, 12);
    expect(degree1).toEqual([0, 0, 0]);
  });

  it("counts atoms by their occupancy: half an S and half an S of another charge are one S", () => {
    const one = p1Structure([{ species: ["S"] }, { species: ["Al"], position: [0.5, 0.5, 0.4] }]);
    const split = p1Structure([
      { species: ["S2- 0.5", "S1- 0.5"] },
      { species: ["Al"], position: [0.5, 0.5, 0.4] },
    ]);
    const expected = valuesOf(soap, one);
    if (typeof expected === "string") throw new Error(expected);
    expectClose(valuesOf(soap, split), expected, { relative: 1e-12, absolute: 1e-12 });
  });

  it("says which element a vector has no room for", () => {
    const structure = p1Structure([{ species: ["Cl"] }]);
    expect(valuesOf(soap, structure, { species: ["Al", "S"] })).toBe(
      "there is Cl, but the vector has room for Al, S alone",
    );
  });

  it("tells which of its options is wrong", () => {
    expect(soap.configure({ rCut: 1 })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("rCut: ") as string,
    });
    expect(soap.configure({ rcut: 3 })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("rcut") as string,
    });
  });
});
