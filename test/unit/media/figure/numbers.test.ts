import { describe, expect, it } from "vitest";
import { decadeLabel, logarithmicLabel, shortNumber } from "../../../../media/src/shared/figure/numbers";

describe("labels of a logarithmic axis", () => {
  it.each([
    [1, "10⁰"],
    [1e-4, "10⁻⁴"],
    [1e10, "10¹⁰"],
    [1e-12, "10⁻¹²"],
  ])("name decades: %s", (value, label) => {
    expect(decadeLabel(value)).toBe(label);
  });

  it("leave what lies between them blank", () => {
    expect([2, 5, 0.03].map(decadeLabel)).toEqual(["", "", ""]);
  });
});

it("labels more than decades on a short logarithmic axis", () => {
  const ticks = [1, 2, 3, 5, 10, 20];
  expect(ticks.map((tick) => logarithmicLabel(tick, 20))).toEqual(["1", "2", "", "5", "10", "20"]);
  expect(ticks.map((tick) => logarithmicLabel(tick, 1e4))).toEqual(["10⁰", "", "", "", "10¹", ""]);
});

describe("numbers of points", () => {
  it.each([
    [0, "0"],
    [0.123456, "0.1235"],
    [-12.3, "-12.3"],
    [1.23456e-7, "1.235e-7"],
    [123456, "123500"],
    [2e9, "2e+9"],
  ])("have four figures: %s", (value, text) => {
    expect(shortNumber(value)).toBe(text);
  });
});
