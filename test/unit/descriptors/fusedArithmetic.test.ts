import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fusedDot, fusedMultiplyAdd, inverseOf } from "../../../server/src/descriptors/fusedArithmetic";

const whole = fc.maxSafeInteger();

describe("arithmetic as linear algebra libraries do it", () => {
  it("rounds a product and a sum once", () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const rounded = a * b;
        expect(fusedMultiplyAdd(a, b, -rounded)).toBe(Number(BigInt(a) * BigInt(b) - BigInt(rounded)));
      }),
    );
  });

  it("adds the terms of a scalar product to a zero without a sign", () => {
    expect(fusedDot(-0, -0, -0, 1, 1, 1)).toBe(0);
    expect(fusedDot(1, 2, 3, 4, 5, 6)).toBe(32);
  });

  it("finds the inverse of a matrix, also where rows change places", () => {
    const component = fc.double({ min: -9, max: 9, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(component, component, component), ([x, y, z]) => {
        const matrix = [x, y, 20, 20, z, y, z, 20, x];
        const inverse = inverseOf(matrix);
        const entry = (i: number, j: number) =>
          [0, 1, 2].reduce((sum, k) => sum + (matrix[3 * i + k] ?? 0) * (inverse[3 * k + j] ?? 0), 0);
        for (const i of [0, 1, 2])
          for (const j of [0, 1, 2]) expect(entry(i, j)).toBeCloseTo(i === j ? 1 : 0, 10);
      }),
    );
  });
});
