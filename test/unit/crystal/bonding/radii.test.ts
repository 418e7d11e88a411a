import { describe, expect, it } from "vitest";
import { crystalRadius } from "../../../../server/src/crystal/bonding/crystalRadii";
import { ionicRadius } from "../../../../server/src/crystal/bonding/radii";

describe("the radius of an ion", () => {
  it("is Shannon's crystal radius of six neighbours, as the table by coordination has it", () => {
    const ions = [
      ...([
        ["Li", 1],
        ["O", -2],
        ["S", -2],
        ["Al", 3],
        ["Gd", 3],
        ["Sb", 5],
        ["Pa", 3],
        ["Pa", 4],
        ["Pa", 5],
        ["U", 4],
        ["La", 3],
      ] as const),
    ];
    for (const [symbol, charge] of ions)
      expect([symbol, ionicRadius(symbol, charge)]).toEqual([symbol, crystalRadius(symbol, charge, 6)]);
  });

  it("of a charge between two is between theirs", () => {
    expect(ionicRadius("Fe", 2.5)).toBeCloseTo(
      ((ionicRadius("Fe", 2) ?? NaN) + (ionicRadius("Fe", 3) ?? NaN)) / 2,
      12,
    );
    expect(ionicRadius("Fe", 0)).toBeUndefined();
  });
});
