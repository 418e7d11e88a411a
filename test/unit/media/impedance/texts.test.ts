import { describe, expect, it } from "vitest";
import { numberIn } from "../../../../media/src/impedance/numberIn";
import { frequencyText, withError } from "../../../../media/src/impedance/texts";

describe("a value with its error", () => {
  it.each([
    [424.7064, 0.4392, "424.71 ± 0.44"],
    [3.598e-4, 7e-6, "(3.598 ± 0.070)·10⁻⁴"],
    [2132.66, 7.37, "2132.7 ± 7.4"],
    [12, 300, "12 ± 300"],
    [1.2e7, 3e5, "(1.200 ± 0.030)·10⁷"],
  ])("shows two digits of the error of %d: %s", (value, standardError, text) => {
    expect(withError({ value, standardError })).toBe(text);
  });

  it("shows the value alone where the data do not determine it", () => {
    expect(withError({ value: 1.5e-9, standardError: null })).toBe("1.5·10⁻⁹");
    expect(withError({ value: 0.5, standardError: null })).toBe("0.5");
  });
});

it("tells frequencies with a prefix", () => {
  expect([3e6, 1500, 1, 0.05, 1e-4].map(frequencyText)).toEqual([
    "3 MHz",
    "1.5 kHz",
    "1 Hz",
    "50 mHz",
    "0.1 mHz",
  ]);
});

it("reads numbers as people type them", () => {
  expect(["1.2", " 1,2 ", "", "1e-3", "wide"].map(numberIn)).toEqual([1.2, 1.2, null, 1e-3, undefined]);
});
