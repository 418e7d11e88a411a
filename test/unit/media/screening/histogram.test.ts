import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binOf, binsFrom, countPSi, rangeOfBin } from "../../../../media/src/screening/histogram";

const probabilities = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(NaN)));
const everyRow = (pSi: Float32Array) => [...pSi.keys()];

describe("the histogram of P_SI", () => {
  it("counts the rows that it is given", () => {
    const pSi = Float32Array.of(0.05, 0.06, 0.95, 1);
    expect(countPSi(pSi, [1, 2, 3], binsFrom(0, 10))).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  });

  it("begins a bin with the number that it is labelled with", () => {
    const values = [0.15, 0.3, 0.6, 0.7].map(Math.fround);
    expect(values.map((value) => binOf(value, binsFrom(0, 20)))).toEqual([3, 6, 12, 14]);
  });

  it("can look at the high end alone", () => {
    expect(countPSi(Float32Array.of(0.2, 0.5, 0.75), [0, 1, 2], binsFrom(0.5, 2))).toEqual([1, 1]);
  });

  it("counts every compound that has a P_SI once, in the bin whose range holds it", () => {
    fc.assert(
      fc.property(probabilities, (values) => {
        const pSi = Float32Array.from(values);
        const bins = binsFrom(0, 25);
        const counts = countPSi(pSi, everyRow(pSi), bins);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(pSi.filter((one) => !isNaN(one)).length);
        counts.forEach((count, bin) => {
          const { from, to } = rangeOfBin(bins, bin);
          expect(pSi.filter((value) => value >= from && value < to)).toHaveLength(count);
        });
      }),
    );
  });
});
