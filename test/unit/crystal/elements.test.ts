import { describe, expect, it } from "vitest";
import { atomicMass, elementBySymbol, elements, withoutIsotope } from "../../../server/src/crystal/elements";

describe("elements", () => {
  it("run from hydrogen to lawrencium without a gap", () => {
    expect(elements.map(({ atomicNumber }) => atomicNumber)).toEqual(
      Array.from({ length: 103 }, (_, index) => index + 1),
    );
    expect(new Set(elements.map(({ symbol }) => symbol)).size).toBe(103);
    expect(new Set(elements.map(({ name }) => name)).size).toBe(103);
  });

  it("have masses that rise with the atomic number but for the known inversions", () => {
    const inversions = elements
      .filter(({ mass }, index) => mass < (elements[index - 1]?.mass ?? 0))
      .map(({ symbol }) => symbol);
    expect(inversions).toEqual(["K", "Ni", "I", "Pa", "Np", "Am"]);
  });

  it("are found by symbol, in IUPAC's spelling only", () => {
    expect(elementBySymbol("Li")).toMatchObject({ atomicNumber: 3, name: "lithium", oxidationStates: [1] });
    expect(elementBySymbol("LI")).toBeUndefined();
    expect(elementBySymbol("X")).toBeUndefined();
  });

  it("lend no isotope a place of its own", () => {
    expect(["D", "T", "H", "Ti"].map(withoutIsotope)).toEqual(["H", "H", "H", "Ti"]);
  });

  it("have a mass of their own where they are isotopes of hydrogen", () => {
    expect(["H", "D", "T", "Li", "X"].map(atomicMass)).toEqual([1.008, 2.0141, 3.016, 6.94, undefined]);
  });

  it("draw electrons in the order of Pauling's scale: fluorine most, caesium and francium least", () => {
    const ranked = elements
      .filter(({ electronegativity }) => electronegativity !== undefined)
      .sort((a, b) => (b.electronegativity ?? 0) - (a.electronegativity ?? 0));
    expect(ranked.slice(0, 3).map(({ symbol }) => symbol)).toEqual(["F", "O", "Cl"]);
    expect(ranked.slice(-2).map(({ symbol }) => symbol)).toEqual(["Cs", "Fr"]);
  });

  it("give away no more electrons than they have outside the last closed shell, up to argon", () => {
    for (const { symbol, atomicNumber, oxidationStates } of elements.slice(0, 18)) {
      const core = atomicNumber > 10 ? 10 : atomicNumber > 2 ? 2 : 0;
      expect(Math.max(0, ...oxidationStates), symbol).toBeLessThanOrEqual(atomicNumber - core);
      expect(oxidationStates, symbol).not.toContain(0);
    }
  });
});
