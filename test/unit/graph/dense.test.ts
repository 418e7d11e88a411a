import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { addProduct, softplus2 } from "../../../server/src/graph/dense";

const size = fc.integer({ min: 1, max: 11 });

describe("addProduct", () => {
  it("adds the product of two matrices, of any size, from any row of the second on", () => {
    fc.assert(
      fc.property(
        size,
        size,
        size,
        fc.integer({ min: 0, max: 3 }),
        fc.infiniteStream(fc.double({ min: -9, max: 9, noNaN: true })),
        (rows, inner, columns, firstRow, numbers) => {
          const take = (count: number) =>
            Float64Array.from({ length: count }, () => numbers.next().value as number);
          const [y, x, kernel] = [
            take(rows * columns),
            take(rows * inner),
            take((firstRow + inner) * columns),
          ];
          const w = Matrix.from1DArray(inner, columns, kernel.slice(firstRow * columns));
          const expected = Matrix.from1DArray(rows, inner, x)
            .mmul(w)
            .add(Matrix.from1DArray(rows, columns, y));
          addProduct(y, x, kernel, rows, inner, columns, firstRow);
          expected.to1DArray().forEach((value, i) => {
            expect(y[i]).toBeCloseTo(value, 9);
          });
        },
      ),
    );
  });
});

describe("softplus2", () => {
  it("goes through the origin and is log(1 + exp x) - log 2", () => {
    expect(softplus2(0)).toBe(0);
    for (const x of [-3, -0.1, 0.7, 5])
      expect(softplus2(x)).toBeCloseTo(Math.log(1 + Math.exp(x)) - Math.LN2, 12);
    expect(softplus2(800)).toBeCloseTo(800 - Math.LN2, 9);
  });
});
