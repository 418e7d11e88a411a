import { describe, expect, it } from "vitest";
import { density } from "../../../server/src/crystal/density";
import { p1Structure } from "../../support/structures";

describe("density", () => {
  it("of rock salt is the textbook's 2.16 g/cm3", () => {
    const sites = Array.from({ length: 4 }, () => [{ species: ["Na"] }, { species: ["Cl"] }]).flat();
    expect(density(p1Structure(sites, { a: 5.6402, b: 5.6402, c: 5.6402 }))).toBeCloseTo(2.163, 3);
  });

  it("counts what is there of a partly occupied site", () => {
    const half = p1Structure([{ species: ["Li 0.5"] }]);
    const full = p1Structure([{ species: ["Li"] }]);
    expect(2 * density(half)).toBeCloseTo(density(full), 12);
  });

  it("weighs a mixed site by its occupants", () => {
    const mixed = p1Structure([{ species: ["Ge 0.3", "P 0.7"] }]);
    const expected =
      0.3 * density(p1Structure([{ species: ["Ge"] }])) + 0.7 * density(p1Structure([{ species: ["P"] }]));
    expect(density(mixed)).toBeCloseTo(expected, 12);
  });
});
