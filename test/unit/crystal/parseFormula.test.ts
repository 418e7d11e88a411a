import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elements } from "../../../server/src/crystal/elements";
import { parseFormula } from "../../../server/src/crystal/parseFormula";

function amounts(formula: string): Record<string, number> {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(parsed.reason);
  return Object.fromEntries(parsed.composition);
}

function reason(formula: string): string {
  const parsed = parseFormula(formula);
  return parsed.ok ? "" : parsed.reason;
}

describe("parseFormula", () => {
  it("reads amounts, whole and not", () => {
    expect(amounts("Li6.25Si0.25P0.75S5Br")).toEqual({ Li: 6.25, Si: 0.25, P: 0.75, S: 5, Br: 1 });
    expect(amounts("Li.5La.5TiO3")).toEqual({ Li: 0.5, La: 0.5, Ti: 1, O: 3 });
  });

  it("multiplies what stands in brackets, of any shape and depth", () => {
    expect(amounts("LiTi2(PO4)3")).toEqual({ Li: 1, Ti: 2, P: 3, O: 12 });
    expect(amounts("[Li2{Al(OH)4}2]3")).toEqual({ Li: 6, Al: 6, O: 24, H: 24 });
  });

  it("adds the units that a dot joins, each with its number", () => {
    expect(amounts("Li2SO4·H2O")).toEqual({ Li: 2, S: 1, O: 5, H: 2 });
    expect(amounts("0.75Li2S·0.25P2S5")).toEqual({ Li: 1.5, S: 2, P: 0.5 });
  });

  it("adds up what is named twice, takes deuterium for hydrogen, and lets spaces be", () => {
    expect(amounts("CH3CH2OD")).toEqual({ C: 2, H: 6, O: 1 });
    expect(amounts("Li7.0 Bi1.0 O6.0")).toEqual({ Li: 7, Bi: 1, O: 6 });
  });

  it("says what is wrong", () => {
    expect(reason("LiXx2")).toBe('"Xx" is no element');
    expect(reason("Li2(SO4")).toBe('")" is missing');
    expect(reason("Li2SO4)")).toBe('")" does not belong into a formula');
    expect(reason("Li2(SO4]")).toBe('"]" does not belong into a formula');
    expect(reason("Li+")).toBe('"+" does not belong into a formula');
    expect(reason("Li2/3O")).toBe('"/" does not belong into a formula');
    expect(reason("")).toBe("there are no atoms");
    expect(reason("Li0")).toBe("there are no atoms");
  });

  it("reads back what is written element by element", () => {
    const parts = fc.uniqueArray(
      fc.record({
        element: fc.constantFrom(...elements.map(({ symbol }) => symbol)),
        amount: fc.integer({ min: 1, max: 9999 }).map((n) => n / 100),
      }),
      { selector: ({ element }) => element, minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, (written) => {
        const text = written.map(({ element, amount }) => `${element}${amount}`).join("");
        expect(amounts(text)).toEqual(
          Object.fromEntries(written.map(({ element, amount }) => [element, amount])),
        );
      }),
    );
  });

  it("answers any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseFormula(text).ok).toBe("boolean");
      }),
    );
  });
});
