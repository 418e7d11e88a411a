import { describe, expect, it } from "vitest";
import {
  compact,
  conductivity,
  fixed,
  formula,
  ion,
  plural,
  significant,
} from "../../../server/src/language/numberFormat";

describe("number formats", () => {
  it("fixed keeps its digits, has a true minus and no negative zero", () => {
    expect(fixed(0.931, 2)).toBe("0.93");
    expect(fixed(-1.5, 1)).toBe("−1.5");
    expect(fixed(-0.001, 2)).toBe("0.00");
    expect(fixed(-0.2, 0)).toBe("0");
  });

  it("compact drops trailing zeros only behind the point", () => {
    expect(compact(0.8, 4)).toBe("0.8");
    expect(compact(90, 3)).toBe("90");
    expect(compact(1 / 3, 4)).toBe("0.3333");
    expect(compact(100, 0)).toBe("100");
  });

  it("three significant digits do for any size", () => {
    expect(significant(1.5321)).toBe("1.53");
    expect(significant(3)).toBe("3");
    expect(significant(0)).toBe("0");
    expect(significant(-1234.5)).toBe("−1230");
    expect(significant(4.567e-5)).toBe("4.57e-5");
  });

  it("conductivities have two significant digits and a unit", () => {
    expect(conductivity(4e-3)).toBe("4.0e-3 S/cm");
    expect(conductivity(1.25e-10)).toBe("1.3e-10 S/cm");
  });

  it("ions have their charge as superscript, the digit before the sign", () => {
    expect(ion("Li", 1)).toBe("Li⁺");
    expect(ion("Ge", 4)).toBe("Ge⁴⁺");
    expect(ion("S", -2)).toBe("S²⁻");
    expect(ion("Fe", 0)).toBe("Fe⁰");
    expect(ion("Fe", 2.5)).toBe("Fe²·⁵⁺");
    expect(ion("Qx", undefined)).toBe("Qx");
  });

  it("formulas have their counts as subscripts, fractions included", () => {
    expect(formula("Li10GeP2S12")).toBe("Li₁₀GeP₂S₁₂");
    expect(formula("Li6.25La3Zr2O12")).toBe("Li₆.₂₅La₃Zr₂O₁₂");
    expect(formula("LiTi2(PO4)3")).toBe("LiTi₂(PO₄)₃");
  });

  it("plurals follow the count", () => {
    expect([0, 1, 2].map((count) => plural(count, "site"))).toEqual(["0 sites", "1 site", "2 sites"]);
  });
});
