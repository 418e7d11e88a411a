import { expect, it } from "vitest";
import { outliersOf } from "../../../../server/src/impedance/validity/outliers";

const even = (value: number) => Float64Array.from({ length: 20 }, (_, i) => (i % 2 ? value : -value));

it("marks a point that sticks out in either part", () => {
  const [re, im] = [even(0.003), even(0.002)];
  re[4] = 0.05;
  im[11] = -0.05;
  expect(outliersOf({ re, im })).toEqual([4, 11]);
});

it("marks nothing of a spectrum that is better than instruments are", () => {
  const re = even(1e-6);
  re[3] = 1e-3;
  expect(outliersOf({ re, im: even(0) })).toEqual([]);
});
