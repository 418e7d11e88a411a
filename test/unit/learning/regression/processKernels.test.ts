import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choleskyFactor, substitutionRows } from "../../../../server/src/learning/regression/cholesky";
import { matern } from "../../../../server/src/learning/regression/kernelTerm";
import { bytesOfNumber, ProcessKernels } from "../../../../server/src/learning/regression/processKernels";

const numbers = (length: number) =>
  fc
    .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: length, maxLength: length })
    .map((values) => Float64Array.from(values));
const pairOfVectors = fc.integer({ min: 0, max: 40 }).chain((n) => fc.tuple(numbers(n), numbers(n)));

function sumOf(length: number, term: (k: number) => number): number {
  return Array.from({ length }, (_, k) => term(k)).reduce((sum, x) => sum + x, 0);
}

describe("the kernels of a process", () => {
  it("multiply vectors of any length", () => {
    const kernels = new ProcessKernels();
    fc.assert(
      fc.property(pairOfVectors, ([one, other]) => {
        const [a, b] = [kernels.put([one]), kernels.put([other])];
        const expected = sumOf(one.length, (k) => (one[k] ?? NaN) * (other[k] ?? NaN));
        expect(kernels.run.dot(a.at, b.at, a.end)).toBeCloseTo(expected, 12);
      }),
    );
  });

  it("add squared differences, and take them away", () => {
    const kernels = new ProcessKernels();
    const vectors = [Float64Array.of(1, 2, 3), Float64Array.of(-1, 0.5, 4)];
    const [columns, place] = [kernels.put(vectors), kernels.put([Float64Array.of(0.5, 2)])];
    const squared = kernels.put([Float64Array.of(0, 0, 10)]);
    const add = (columnCount: number, sign: number) => {
      const placeEnd = place.at + columnCount * bytesOfNumber;
      kernels.run.addSquares(squared.at, squared.end, columns.at, place.at, placeEnd, sign);
      return Array.from(kernels.read(squared).subarray(0, 3));
    };
    expect(add(2, 1)).toEqual([9.25, 4.5, 20.25]);
    expect(add(1, -1)).toEqual([9, 2.25, 14]);
  });

  it("take Matérn's kernel of squared distances to the last bits", () => {
    const kernels = new ProcessKernels();
    const squared = Float64Array.from({ length: 9999 }, (_, i) => (0.004 * i) ** 2);
    const place = kernels.put([squared]);
    kernels.run.matern(place.at, place.end, 3 / 0.7 ** 2);
    const correlations = kernels.read(place);
    const errors = squared.map((value, i) => Math.abs((correlations[i] ?? NaN) - matern(value, 0.7)));
    expect(Math.max(...errors)).toBeLessThan(1e-15);
    kernels.write(place, Float64Array.of(-1e-20, 1e12));
    kernels.run.matern(place.at, place.end, 3);
    const [none, far = NaN] = kernels.read(place);
    expect(none).toBe(1);
    expect(Math.abs(far)).toBeLessThan(1e-15);
  });

  it("solve triangular systems of any size", () => {
    const kernels = new ProcessKernels();
    fc.assert(
      fc.property(pairOfVectors, ([column, right]) => {
        const size = right.length;
        const matrix = Float64Array.from({ length: size * size }, (_, k) => {
          const [i, j] = [Math.floor(k / size), k % size];
          return (column[i] ?? NaN) * (column[j] ?? NaN) + (i === j ? 1 : 0);
        });
        const factor = choleskyFactor(matrix, size) ?? new Float64Array();
        const [rows, vector] = [kernels.put(substitutionRows(factor, size)), kernels.put([right])];
        kernels.run.applyRows(vector.at, rows.at, rows.end, vector.end - vector.at);
        const solution = kernels.read(vector);
        right.forEach((value, i) => {
          const product = sumOf(size, (k) => (factor[i * size + k] ?? NaN) * (solution[k] ?? NaN));
          expect(product).toBeCloseTo(value, 9);
        });
      }),
    );
  });
});
