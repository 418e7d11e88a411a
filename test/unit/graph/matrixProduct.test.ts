import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { addProduct } from "../../../server/src/graph/matrixProduct";

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

  it("makes a row the same to the last bit whatever rows are beside it, however many", () => {
    const [rows, inner, columns] = [601, 37, 21];
    const numbers = (count: number, step: number) =>
      Float64Array.from({ length: count }, (_, i) => Math.sin(step * (i + 1)));
    const [a, b] = [numbers(rows * inner, 0.7), numbers(inner * columns, 1.3)];
    const together = new Float64Array(rows * columns);
    addProduct(together, a, b, rows, inner, columns);
    for (const row of [0, 3, 255, 256, 600]) {
      const alone = new Float64Array(columns);
      addProduct(alone, a.subarray(row * inner, (row + 1) * inner), b, 1, inner, columns);
      expect(together.subarray(row * columns, (row + 1) * columns)).toEqual(alone);
      const exact = Array.from(alone, (_, k) =>
        a
          .subarray(row * inner, (row + 1) * inner)
          .reduce((sum, x, i) => sum + x * (b[i * columns + k] ?? 0), 0),
      );
      expect(Array.from(alone)).toEqual(exact);
    }
  });
});
