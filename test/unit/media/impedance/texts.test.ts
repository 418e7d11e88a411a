import { describe, expect, it } from "vitest";
import { numberIn, temperatureIn } from "../../../../media/src/impedance/numberIn";
import { capacitanceText, frequencyText, rangeText, withError } from "../../../../media/src/impedance/texts";

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

it("gives both ends of a range the same digits", () => {
  expect(rangeText([0.32812, 0.334])).toBe("0.3281 to 0.3340");
  expect(rangeText([3.5204e-4, 3.605e-4])).toBe("(3.520 to 3.605)·10⁻⁴");
  expect(rangeText([-2e-9, 5e-9])).toBe("(-2.0 to 5.0)·10⁻⁹");
  expect(rangeText(null)).toBe("");
});

it("tells frequencies with a prefix", () => {
  expect([3e6, 1500, 1, 0.05, 1e-4].map(frequencyText)).toEqual([
    "3 MHz",
    "1.5 kHz",
    "1 Hz",
    "50 mHz",
    "100 µHz",
  ]);
});

it("tells capacitances with a prefix", () => {
  expect([3.911e-11, 1.5e-8, 2e-6].map(capacitanceText)).toEqual(["39.1 pF", "15 nF", "2 µF"]);
});

it("reads numbers as people type them", () => {
  expect(["1.2", " 1,2 ", "", "1e-3", "wide"].map(numberIn)).toEqual([1.2, 1.2, null, 1e-3, undefined]);
});

it("reads temperatures in degrees Celsius and kelvin", () => {
  const typed = ["25", "25 °C", "-10C", "298.15 K", "", "0 K", "warm"];
  expect(typed.map(temperatureIn)).toEqual([25, 25, -10, 25, null, undefined, undefined]);
});
