import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { product, transpose } from "../../../../../server/src/learning/atomSets/training/matrixProduct";
import { Random } from "../../../../../server/src/learning/random";

const size = fc.integer({ min: 1, max: 11 });

describe("the product", () => {
  it("is that of ml-matrix, whatever the sizes", () => {
    fc.assert(
      fc.property(size, size, size, fc.nat(), (rows, inner, columns, seed) => {
        const random = new Random(seed);
        const numbers = (count: number) => Float64Array.from({ length: count }, () => random.normal());
        const [a, b] = [numbers(rows * inner), numbers(inner * columns)];
        const expected = Matrix.from1DArray(rows, inner, a).mmul(Matrix.from1DArray(inner, columns, b));
        const ours = product(a, b, rows, columns);
        expect(ours.length).toBe(rows * columns);
        ours.forEach((value, i) => {
          expect(value).toBeCloseTo(expected.get(Math.floor(i / columns), i % columns), 12);
        });
      }),
    );
  });
});

describe("transpose", () => {
  it("exchanges rows and columns", () => {
    expect(transpose(Float64Array.of(1, 2, 3, 4, 5, 6), 2, 3)).toEqual(Float64Array.of(1, 4, 2, 5, 3, 6));
  });
});
