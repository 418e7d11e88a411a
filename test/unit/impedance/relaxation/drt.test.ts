import { describe, expect, it } from "vitest";
import { relaxationTimes } from "../../../../server/src/impedance/relaxation/drt";
import { simulated } from "../../../support/spectra";

const text = "R0-p(R1,CPE1)-p(R2,CPE2)-CPE3";
const values = [20, 400, 1e-9, 0.95, 700, 6e-7, 0.92, 3e-5, 0.88];
const peakFrequency = (r: number, q: number, n: number) => 1 / (2 * Math.PI * (r * q) ** (1 / n));

describe("relaxationTimes", () => {
  const spectrum = simulated(text, values, { to: 0.1, noise: 0.002 });
  const found = relaxationTimes(spectrum, { exponent: 0.88 });

  it("is nowhere negative", () => {
    expect(found.gamma.every((value) => value >= 0)).toBe(true);
  });

  it("has a peak for each arc, at its frequency and of its resistance", () => {
    const large = found.peaks.filter(({ resistance }) => resistance > 150);
    expect(large).toHaveLength(2);
    expect(Math.log10((large[0]?.frequency ?? NaN) / peakFrequency(400, 1e-9, 0.95))).toBeCloseTo(0, 0);
    expect(Math.log10((large[1]?.frequency ?? NaN) / peakFrequency(700, 6e-7, 0.92))).toBeCloseTo(0, 0);
  });

  it("keeps the resistance of the cell", () => {
    const step = Math.log((found.times[1] ?? NaN) / (found.times[0] ?? NaN));
    const area = found.gamma.reduce((sum, value) => sum + value, 0) * step;
    expect((area + found.seriesResistance) / 1120).toBeCloseTo(1, 2);
  });

  it("parts the tail from the relaxations", () => {
    expect((found.tail?.admittance ?? NaN) / 3e-5).toBeCloseTo(1, 1);
  });

  it("is smoother and fits less well for a larger lambda", () => {
    const fine = relaxationTimes(spectrum, { lambda: 1e-6 });
    const coarse = relaxationTimes(spectrum, { lambda: 10 });
    const roughness = (gamma: Float64Array) =>
      gamma.reduce((sum, g, k) => sum + (g - (gamma[k - 1] ?? 0)) ** 2, 0);
    const misfit = ({ re }: { readonly re: Float64Array }) => re.reduce((sum, r) => sum + r * r, 0);
    expect(roughness(coarse.gamma)).toBeLessThan(roughness(fine.gamma));
    expect(misfit(coarse.residuals)).toBeGreaterThan(misfit(fine.residuals));
    expect(coarse.lambdaRule).toBe("given");
  });

  it("finds no relaxation in a tail alone", () => {
    const tail = relaxationTimes(simulated("R0-CPE1", [820, 2.9e-6, 0.91], { noise: 0.002 }));
    const area =
      tail.gamma.reduce((sum, value) => sum + value, 0) *
      Math.log((tail.times[1] ?? NaN) / (tail.times[0] ?? NaN));
    expect(area).toBeLessThan(0.02 * 820);
    expect(tail.seriesResistance / 820).toBeCloseTo(1, 1);
  });
});
