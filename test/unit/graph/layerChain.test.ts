import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { kernels } from "../../../server/src/graph/kernels";
import { applyStages, type RowSums, type Stage } from "../../../server/src/graph/layerChain";

const size = fc.integer({ min: 1, max: 11 });
const streamOfNumbers = fc.infiniteStream(fc.double({ min: -9, max: 9, noNaN: true }));

function waves(count: number, step: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => Math.sin(step * (i + 1)));
}

/** Each row's start is a row of the one matrix, plus the other's only row. */
function sumsOf(one: Float64Array, rows: number, other: Float64Array): RowSums {
  return {
    one,
    rowsOfOne: Uint32Array.from({ length: rows }, (_, i) => i),
    other,
    rowsOfOther: new Uint32Array(rows),
  };
}

describe("a chain of stages", () => {
  it("adds products of matrices of any size to one row for all, or to a row each", () => {
    fc.assert(
      fc.property(size, size, size, size, streamOfNumbers, (rows, inputs, middle, outputs, numbers) => {
        const take = (count: number) =>
          Float64Array.from({ length: count }, () => numbers.next().value as number);
        const x = take(rows * inputs);
        const [starts, shared] = [take(rows * middle), take(middle)];
        const first: Stage = {
          kernel: take(inputs * middle),
          outputs: middle,
          start: sumsOf(starts, rows, shared),
        };
        const bias = take(outputs);
        const second: Stage = { kernel: take(middle * outputs), outputs, start: bias };
        const between = Matrix.from1DArray(rows, inputs, x)
          .mmul(Matrix.from1DArray(inputs, middle, first.kernel))
          .add(Matrix.from1DArray(rows, middle, starts))
          .addRowVector(Array.from(shared));
        const expected = between
          .mmul(Matrix.from1DArray(middle, outputs, second.kernel))
          .addRowVector(Array.from(bias));
        const y = applyStages([first, second], x, rows);
        expect(y).toHaveLength(rows * outputs);
        expected.to1DArray().forEach((value, i) => {
          expect(y[i]).toBeCloseTo(value, 9);
        });
      }),
    );
  });

  it("makes a row the same to the last bit whatever rows are beside it, however many", () => {
    const [rows, inputs, outputs] = [601, 37, 21];
    const x = waves(rows * inputs, 0.7);
    const kernel = waves(inputs * outputs, 1.3);
    const start = waves(rows * outputs, 0.3);
    const starts = sumsOf(start, rows, new Float64Array(outputs));
    const together = applyStages([{ kernel, outputs, start: starts }], x, rows);
    for (const row of [0, 3, 255, 256, 600]) {
      const place = x.subarray(row * inputs, (row + 1) * inputs);
      const own = start.subarray(row * outputs, (row + 1) * outputs);
      const alone = applyStages([{ kernel, outputs, start: own }], place, 1);
      expect(together.subarray(row * outputs, (row + 1) * outputs)).toEqual(alone);
      const exact = Array.from(own, (begin, k) =>
        place.reduce((sum, value, i) => sum + value * (kernel[i * outputs + k] ?? 0), begin),
      );
      expect(Array.from(alone)).toEqual(exact);
    }
  });

  it("takes memory for some rows only, however many there are and however often", () => {
    const [inputs, outputs] = [32, 64];
    const stage: Stage = {
      kernel: waves(inputs * outputs, 1.3),
      outputs,
      start: waves(outputs, 0.7),
      activation: "softplus2",
    };
    applyStages([stage], waves(1000 * inputs, 0.2), 1000);
    const taken = kernels.memory.buffer.byteLength;
    for (let i = 0; i < 20; i++) applyStages([stage], waves(5000 * inputs, 0.2), 5000);
    expect(kernels.memory.buffer.byteLength).toBe(taken);
  });

  it("gives its start where there is nothing to multiply, and nothing without rows", () => {
    const nothing = new Float64Array(0);
    const start = Float64Array.of(1, -2, 3);
    const stage: Stage = { kernel: nothing, outputs: 3, start, activation: "relu" };
    expect(applyStages([stage], nothing, 2)).toEqual(Float64Array.of(1, 0, 3, 1, 0, 3));
    expect(applyStages([stage], nothing, 0)).toEqual(nothing);
    expect(applyStages([], start, 1)).toBe(start);
  });
});
