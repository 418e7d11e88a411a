import { describe, expect, it } from "vitest";
import { minimise } from "../../../../server/src/learning/regression/minimise";

describe("minimise", () => {
  it("finds the minimum of Rosenbrock's valley", () => {
    const rosenbrock = (at: Float64Array) => {
      const [x = 0, y = 0] = at;
      return {
        value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
        gradient: Float64Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)),
      };
    };
    const { at, value } = minimise(rosenbrock, Float64Array.of(-1.2, 1), {
      tolerance: 1e-12,
      mostEvaluations: 300,
    });
    expect(value).toBeLessThan(1e-9);
    expect(at[0]).toBeCloseTo(1, 4);
  });

  it("stays where the function has values", () => {
    const logarithm = (at: Float64Array) => {
      const [x = 0] = at;
      return x > 0 ? { value: x - Math.log(x), gradient: Float64Array.of(1 - 1 / x) } : undefined;
    };
    expect(minimise(logarithm, Float64Array.of(0.01), { tolerance: 1e-10 }).at[0]).toBeCloseTo(1, 4);
    expect(() => minimise(logarithm, Float64Array.of(-1))).toThrow(RangeError);
  });
});
