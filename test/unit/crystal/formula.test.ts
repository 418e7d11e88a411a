import { describe, expect, it } from "vitest";
import { hillFormula, iupacFormula, reducedFormula } from "../../../server/src/crystal/formula";
import { assignOxidationStates } from "../../../server/src/crystal/oxidation/assignOxidationStates";
import type { Structure } from "../../../server/src/crystal/structure";
import { occupant, ofComposition, p1Structure } from "../../support/structures";

const formulaOf = (cell: string) => reducedFormula(assignOxidationStates(ofComposition(cell)));

/** A structure from orbits as `[multiplicity, species...]`. */
function withOrbits(...orbits: readonly (readonly [number, ...string[]])[]): Structure {
  return assignOxidationStates({
    ...p1Structure([]),
    orbits: orbits.map(([multiplicity, ...species], index) => ({
      label: `X${index}`,
      position: [0, 0, 0],
      multiplicity,
      occupants: species.map(occupant),
      images: new Float64Array(3 * multiplicity),
      rows: [],
    })),
  });
}

describe("reducedFormula", () => {
  it.each([
    ["O4Li8", "Li2O"],
    ["S24P4Ge2Li20", "Li10GeP2S12"],
    ["Zr16La24O96Li56", "Li7La3Zr2O12"],
    ["ClS5PLi6", "Li6PS5Cl"],
    ["NLi3", "Li3N"],
    ["OClLi3", "Li3OCl"],
    ["B19S33Li9", "Li9B19S33"],
    ["Fe4P4O16Li4", "LiFePO4"],
    ["N2P2O4Li4", "Li2PNO2"],
    ["AgLi", "LiAg"],
    ["H4BLi", "LiBH4"],
    ["D6AlLi3", "Li3AlD6"],
  ])("reads %s as %s", (cell, formula) => {
    expect(formulaOf(cell)).toBe(formula);
  });

  it.each([
    ["Li6Ti12P18O72", "LiTi2(PO4)3"],
    ["Li4P4O14", "Li2P2O7"],
    ["Li5P3N2O6", "Li5P3N2O6"],
  ])("puts oxoanions in brackets where they take all oxygen: %s is %s", (cell, formula) => {
    expect(formulaOf(cell)).toBe(formula);
  });

  it("takes the formula unit of a disordered crystal from its full sites", () => {
    const argyrodite = withOrbits(
      [48, "Li 0.520835"],
      [4, "P 0.75", "Si 0.25"],
      [16, "S"],
      [4, "S"],
      [4, "Br"],
    );
    expect(reducedFormula(argyrodite)).toBe("Li6.25Si0.25P0.75S5Br");
    const mixedAnions = withOrbits(
      [48, "Li 0.5"],
      [4, "P"],
      [16, "S"],
      [4, "S 0.8", "Cl 0.2"],
      [4, "Cl 0.8", "S 0.2"],
    );
    expect(reducedFormula(mixedAnions)).toBe("Li6PS5Cl");
    const garnet = withOrbits([24, "Li 0.542"], [96, "Li 0.448"], [24, "La"], [16, "Zr"], [96, "O"]);
    expect(reducedFormula(garnet)).toBe("Li7La3Zr2O12");
  });

  it("looks for whole cations where the anions alone fill their sites", () => {
    expect(
      reducedFormula(withOrbits([2, "Y 0.3333", "Li 0.1"], [4, "Li 0.4333"], [2, "Li 0.0334"], [4, "Br"])),
    ).toBe("Li3YBr6");
  });

  it("keeps four digits of fractional amounts and drops what only the file's digits left", () => {
    const perovskite = withOrbits(
      [1, "Li 0.292", "La 0.708"],
      [1, "Ti 0.60639361", "Al 0.39360639"],
      [3, "O"],
    );
    expect(reducedFormula(perovskite)).toBe("Li0.292La0.708Ti0.6064Al0.3936O3");
    expect(reducedFormula(withOrbits([4, "Li 0.9999"], [4, "Cl"]))).toBe("LiCl");
  });

  it("is empty without atoms", () => {
    expect(reducedFormula(p1Structure([]))).toBe("");
  });
});

describe("formulas for indexes", () => {
  it.each([
    ["Li20Ge2P4S24", "GeLi10P2S12", "Li10GeP2S12"],
    ["Cl4S20P4Li24", "ClLi6PS5", "Li6PS5Cl"],
    ["O16P4Fe4Li4", "FeLiO4P", "LiFePO4"],
    ["Li2C2O4", "CLiO2", "LiCO2"],
    ["O2C2H6Na2", "CH3NaO", "NaCH3O"],
    ["Ba2Li2P4O14", "BaLiO7P2", "LiBaP2O7"],
    ["D6AlLi3", "AlD6Li3", "Li3AlD6"],
  ])("writes %s as %s after Hill, and as %s after IUPAC", (cell, hill, iupac) => {
    const structure = assignOxidationStates(ofComposition(cell));
    expect([hillFormula(structure), iupacFormula(structure)]).toEqual([hill, iupac]);
  });
});
