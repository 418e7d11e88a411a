import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPSi, rowsInBin } from "../../../../media/src/screening/histogram";

const probabilities = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(NaN)));

describe("the histogram of P_SI", () => {
  it("counts ordered and disordered compounds apart", () => {
    const pSi = Float32Array.of(0.05, 0.06, 0.95, 1);
    const ordered = Float32Array.of(1, 0, 0, 0);
    expect(countPSi(pSi, ordered, 0, 10)).toMatchObject({
      ordered: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      disordered: [1, 0, 0, 0, 0, 0, 0, 0, 0, 2],
    });
  });

  it("begins a bin with the number that it is labelled with", () => {
    const pSi = Float32Array.of(0.15, 0.3, 0.6, 0.7);
    const { ordered } = countPSi(pSi, Float32Array.of(1, 1, 1, 1), 0, 20);
    expect([3, 6, 12, 14].map((bin) => ordered[bin])).toEqual([1, 1, 1, 1]);
  });

  it("can look at the high end alone", () => {
    const { disordered } = countPSi(Float32Array.of(0.2, 0.5, 0.75), Float32Array.of(0, 0, 0), 0.5, 2);
    expect(disordered).toEqual([1, 1]);
  });

  it("counts every compound that has a P_SI once, and finds it again in its bin", () => {
    fc.assert(
      fc.property(probabilities, (values) => {
        const pSi = Float32Array.from(values);
        const histogram = countPSi(pSi, pSi.map(Math.round), 0, 25);
        const sizes = histogram.ordered.map((count, bin) => count + (histogram.disordered[bin] ?? 0));
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(pSi.filter((value) => !isNaN(value)).length);
        sizes.forEach((size, bin) => {
          expect(rowsInBin(pSi, histogram, bin)).toHaveLength(size);
        });
      }),
    );
  });
});
