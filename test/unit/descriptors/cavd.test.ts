import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { cavd } from "../../../server/src/descriptors/cavd";
import { cellStructure, referenceCell } from "../../support/descriptorReferences";
import { hasShared, readSharedText } from "../../support/shared";
import { faceCentred, p1Structure } from "../../support/structures";
import { expectClose, valuesOf } from "./describing";

const published = v.object({
  cases: v.array(v.object({ name: v.string(), structure: referenceCell, descriptor: v.array(v.number()) })),
});
const cases = hasShared
  ? v.parse(published, JSON.parse(readSharedText("reference", "descriptors", "cavd-Li3ErBr6.json"))).cases
  : [];

const antifluorite = p1Structure(
  [
    ...faceCentred.map((position) => ({ species: ["O2-"], position })),
    ...[0.25, 0.75].flatMap((x) =>
      [0.25, 0.75].flatMap((y) =>
        [0.25, 0.75].map((z) => ({ species: ["Li+"], position: [x, y, z] as const })),
      ),
    ),
  ],
  { a: 4.619, b: 4.619, c: 4.619 },
);

/** Angstrom: Zeo++, which made the published values, joins corners of cells that are close, and so finds narrower ways. */
const tolerance = { absolute: 3e-3 };

describe("cavd", () => {
  it.each(cases)("agrees with the values that were published for $name", ({ structure, descriptor }) => {
    expectClose(valuesOf(cavd, cellStructure(structure)), descriptor, tolerance);
  });

  it("of antifluorite is what geometry says: the way through a triangle of anions with eight neighbours each", () => {
    const radius = 4.619 / Math.sqrt(6) - 1.28;
    expectClose(valuesOf(cavd, antifluorite), [radius, radius, radius], { absolute: 1e-9 });
  });

  it("needs something beside lithium, and oxidation states", () => {
    expect(valuesOf(cavd, p1Structure([{ species: ["Li+"] }]))).toBe(
      "without its mobile ions nothing is left",
    );
    expect(valuesOf(cavd, p1Structure([{ species: ["O"] }]))).toBe("some atoms have no oxidation state");
  });
});
