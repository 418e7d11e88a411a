import { describe, expect, it } from "vitest";
import { Lamb } from "../../../../../server/src/learning/atomSets/training/lamb";

describe("LAMB", () => {
  it("makes as a first step the signs of the gradients, as long as rate times the parameters", () => {
    // Corrected moments of a first step are g and g^2: the direction is the sign, its length the square root of 2.
    const parameters = Float64Array.of(3, -4);
    new Lamb([parameters]).step([Float64Array.of(0.2, -7)], 0.1);
    const length = (0.1 * 5) / Math.SQRT2;
    expect(parameters[0]).toBeCloseTo(3 - length, 5);
    expect(parameters[1]).toBeCloseTo(-4 + length, 5);
  });

  it("makes the second step that the paper's equations give", () => {
    const parameters = Float64Array.of(2);
    const lamb = new Lamb([parameters]);
    lamb.step([Float64Array.of(1)], 0.1);
    lamb.step([Float64Array.of(-3)], 0.1);
    // For one parameter the trust ratio leaves only the sign: here of the mean gradient 0.9 * 0.1 - 0.1 * 3 < 0.
    expect(parameters[0]).toBeCloseTo(2 * 0.9 * 1.1, 12);
  });

  it("weighs the second moments against each other", () => {
    const parameters = Float64Array.of(1, 1);
    const lamb = new Lamb([parameters]);
    const gradients = [Float64Array.of(1, 1), Float64Array.of(2, 0)];
    const moments = [0, 1].map((k) => {
      const [g, h] = gradients.map((gradient) => gradient[k] ?? 0) as [number, number];
      const first = (0.9 * 0.1 * g + 0.1 * h) / (1 - 0.9 ** 2);
      const second = (0.999 * 0.001 * g * g + 0.001 * h * h) / (1 - 0.999 ** 2);
      return first / (Math.sqrt(second) + 1e-6);
    });
    lamb.step([...gradients.slice(0, 1)], 0.1);
    const between = Array.from(parameters);
    lamb.step([...gradients.slice(1)], 0.1);
    const trust = Math.hypot(...between) / Math.hypot(...moments);
    between.forEach((value, k) => {
      expect(parameters[k]).toBeCloseTo(value - 0.1 * trust * (moments[k] ?? NaN), 12);
    });
  });

  it("moves each array by its own length, whatever the gradients' scale", () => {
    const arrays = [Float64Array.of(10, 0), Float64Array.of(0, 0.01, 0)];
    const before = arrays.map((array) => array.slice());
    new Lamb(arrays).step([Float64Array.of(1e-2, 1e-2), Float64Array.of(1e4, -1e4, 1e4)], 0.05);
    const moved = arrays.map((array, i) => Math.hypot(...array.map((x, k) => x - (before[i]?.[k] ?? NaN))));
    expect(moved[0]).toBeCloseTo(0.5, 6);
    expect(moved[1]).toBeCloseTo(0.0005, 9);
  });

  it("takes arrays of zeros along by Adam's step", () => {
    const zeros = new Float64Array(2);
    new Lamb([zeros]).step([Float64Array.of(5, -5)], 0.1);
    expect(zeros[0]).toBeCloseTo(-0.1, 6);
    expect(zeros[1]).toBeCloseTo(0.1, 6);
  });
});
