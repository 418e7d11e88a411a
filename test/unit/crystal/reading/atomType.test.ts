import { describe, expect, it } from "vitest";
import {
  elementsInFormula,
  parseLabel,
  parseTypeSymbol,
  type AtomType,
} from "../../../../server/src/crystal/reading/atomType";

const told = (types: readonly AtomType[] | undefined) =>
  types?.map(({ element, isotope, share, oxidationState }) =>
    [
      share === 1 ? "" : `${share} `,
      isotope ?? element,
      oxidationState === undefined ? "" : ` ${oxidationState}`,
    ].join(""),
  );

describe("a type symbol", () => {
  it.each([
    ["Li", "Li"],
    ["LI", "Li"],
    ["li", "Li"],
    ["Li1", "Li"],
    ["Li+", "Li 1"],
    ["Li1+", "Li 1"],
    ["O2-", "O -2"],
    ["O-2", "O -2"],
    ["Fe(III)", "Fe 3"],
    ["Fe(3+)", "Fe 3"],
    ["Mn3.5+", "Mn 3.5"],
    ["Na0+", "Na 0"],
    ["D", "D"],
    ["T", "T"],
    ["OH", "O"],
    ["OH2", "O"],
    ["Wat", "O"],
    ["OW", "O"],
    ["NH4", "N"],
    ["H1A", "H"],
  ])("%s is %s", (symbol, expected) => {
    expect(told(parseTypeSymbol(symbol))).toEqual([expected]);
  });

  it("may mix elements", () => {
    expect(told(parseTypeSymbol("0.8Nb + 0.2Zr"))).toEqual(["0.8 Nb", "0.2 Zr"]);
    expect(told(parseTypeSymbol("0.56(4)Mg+0.29(3)Ta + 0.15Zr"))).toEqual(["0.56 Mg", "0.29 Ta", "0.15 Zr"]);
  });

  it.each(["Cg", "X", "Q", "Du", "Va", "", "Cent", "1", "0.5Q + 0.5Li"])(
    "names no element in %j",
    (symbol) => {
      expect(parseTypeSymbol(symbol)).toBeUndefined();
    },
  );

  it("says where its hydrogen has no position", () => {
    expect(parseTypeSymbol("OH")?.[0]?.hidesHydrogen).toBe(true);
    expect(parseTypeSymbol("O")?.[0]?.hidesHydrogen).toBe(false);
  });
});

describe("a label", () => {
  const none = new Set<string>();

  it.each([
    ["Li1A", "Li"],
    ["LI1A", "Li"],
    ["CL(1)", "Cl"],
    ["O3A**", "O"],
    ["H5\\A", "H"],
    ['C8"', "C"],
    ["Ow3", "O"],
    ["O-H(2)", "O"],
    ["OH1", "O"],
    ["Wat1", "O"],
    ["Dw1", "D"],
    ["Xe1", "Xe"],
    ["ZR2", "Zr"],
  ])("%s begins with %s", (label, expected) => {
    expect(told(parseLabel(label, none))).toEqual([expected]);
  });

  it("is read by the elements that the file names where it can mean two", () => {
    expect(told(parseLabel("CA1", new Set(["C", "H"])))).toEqual(["C"]);
    expect(told(parseLabel("CA1", new Set(["Ca", "O"])))).toEqual(["Ca"]);
    expect(told(parseLabel("HO1", new Set(["H", "O"])))).toEqual(["H"]);
  });

  it.each(["max", "1", "?", "Q1", ""])("begins with no element: %j", (label) => {
    expect(parseLabel(label, none)).toBeUndefined();
  });
});

describe("a formula", () => {
  it("names its elements", () => {
    expect(elementsInFormula("Li6.5 La3 (Zr O4)2 D2")).toEqual(["Li", "La", "Zr", "O", "H"]);
  });
});
