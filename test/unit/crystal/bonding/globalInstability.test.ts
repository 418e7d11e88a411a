import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bondValenceSums } from "../../../../server/src/crystal/bonding/bondValenceSums";
import type { Structure } from "../../../../server/src/crystal/structure";
import { p1Structure } from "../../../support/structures";
import { cubic } from "../cifText";

const rockSalt = (edge: number) => cubic(edge, "F m -3 m", "Li1 Li+ 0 0 0 1", "F1 F- 0.5 0 0 1");
const instability = (structure: Structure) => bondValenceSums(structure).globalInstability ?? NaN;

describe("the global instability", () => {
  it("is zero where all bonds have their ideal length, r0 - b ln(charge / coordination)", () => {
    expect(instability(rockSalt(2 * (1.36 + 0.37 * Math.log(6))))).toBeLessThan(1e-10);
    const zincBlende = (4 / Math.sqrt(3)) * (2.09 + 0.37 * Math.log(2));
    const sphalerite = cubic(zincBlende, "F -4 3 m", "Zn1 Zn2+ 0 0 0 1", "S1 S2- 0.25 0.25 0.25 1");
    expect(instability(sphalerite)).toBeLessThan(1e-10);
  });

  it("is the difference of sum and charge where that is the same for all atoms", () => {
    fc.assert(
      fc.property(fc.double({ min: 3.8, max: 5, noNaN: true }), (edge) => {
        const sum = 6 * Math.exp((1.36 - edge / 2) / 0.37);
        expect(instability(rockSalt(edge))).toBeCloseTo(Math.abs(sum - 1), 10);
      }),
    );
  });

  it("is a root mean square over atoms, not over sites of the asymmetric unit", () => {
    // Fluorite: 8 bonds for each Ca, 4 for each of two F. With s a bond, ((8s - 2)^2 + 2 (4s - 1)^2) / 3 = 2 (4s - 1)^2.
    const edge = 5.46295;
    const s = Math.exp((1.842 - (edge * Math.sqrt(3)) / 4) / 0.37);
    const fluorite = cubic(edge, "F m -3 m", "Ca1 Ca2+ 0 0 0 1", "F1 F- 0.25 0.25 0.25 1");
    expect(instability(fluorite)).toBeCloseTo(Math.SQRT2 * Math.abs(4 * s - 1), 10);
  });

  it("is above 0.2 for oxidation states that the bonds do not bear out", () => {
    // Periclase, 4.2112 angstrom: six Mg-O bonds make up nearly two valence units.
    const periclase = (charge: string) =>
      cubic(4.2112, "F m -3 m", `Mg1 Mg${charge}+ 0 0 0 1`, `O1 O${charge}- 0.5 0 0 1`);
    expect(instability(periclase("2"))).toBeLessThan(0.1);
    expect(instability(periclase("1"))).toBeGreaterThan(0.2);
  });

  it("leaves neutral atoms out", () => {
    const sites = [{ species: ["Li+"] }, { species: ["F-"], position: [0.4, 0, 0] as const }];
    const argon = { species: ["Ar"], position: [0.5, 0.5, 0.5] as const };
    expect(instability(p1Structure([...sites, argon]))).toBe(instability(p1Structure(sites)));
  });

  it("counts a lone ion as far from its charge as it is", () => {
    const lone = p1Structure([{ species: ["Li+"] }, { species: ["F-"], position: [0.5, 0.5, 0.5] }], {
      a: 30,
      b: 30,
      c: 30,
    });
    expect(bondValenceSums(lone).sums.map((sum) => Math.abs(sum ?? NaN))).toEqual([0, 0]);
    expect(instability(lone)).toBe(1);
  });
});
