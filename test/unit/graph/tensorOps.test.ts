import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  applyLayer,
  gatherRows,
  product,
  segmentMaxima,
  softplus2,
  sumRows,
} from "../../../server/src/graph/tensorOps";
import { activated } from "../../support/activated";
import { startTensorBackend } from "../../../server/training/tensorBackend";
import { RandomWeights } from "../../support/models";

const weights = new RandomWeights();
const numbers = (count: number) => Float32Array.from(weights.numbers(count));
const matrix = (rows: number, columns: number) => tf.tensor2d(numbers(rows * columns), [rows, columns]);

/** The slope of the sum of `of` along each number of a tensor, by differences. */
function differences(of: (x: tf.Tensor) => tf.Tensor, at: tf.Tensor): number[] {
  const step = 1e-2;
  const values = Array.from(at.dataSync());
  return values.map((_, i) => {
    const sum = (sign: number) => {
      const moved = Float32Array.from(values, (value, k) => (k === i ? value + sign * step : value));
      return tf.sum(of(tf.tensor(moved, at.shape))).dataSync()[0] ?? NaN;
    };
    return (sum(1) - sum(-1)) / (2 * step);
  });
}

describe("operations on tensors", () => {
  beforeAll(startTensorBackend);

  /** Squared, so that every slope depends on all that enters. */
  const cases: Readonly<Record<string, () => [of: (x: tf.Tensor) => tf.Tensor, at: tf.Tensor]>> = {
    "a layer's input": () => {
      const layer = { kernel: matrix(4, 5), bias: tf.tensor1d(numbers(5)) };
      return [(x) => applyLayer(layer, x), matrix(3, 4)];
    },
    "a layer's kernel": () => {
      const [x, bias] = [matrix(3, 4), tf.tensor1d(numbers(5))];
      return [(kernel) => applyLayer({ kernel, bias }, x), matrix(4, 5)];
    },
    "a layer's bias": () => {
      const [x, kernel] = [matrix(3, 4), matrix(4, 5)];
      return [(bias) => applyLayer({ kernel, bias }, x), tf.tensor1d(numbers(5))];
    },
    "a product": () => {
      const other = matrix(4, 5);
      return [(x) => product(x, other), matrix(3, 4)];
    },
    softplus2: () => [softplus2, matrix(3, 4)],
    "gathered rows": () => [(x) => gatherRows(x, Int32Array.of(2, 0, 2)), matrix(3, 4)],
    "summed rows": () => [(x) => sumRows(x, Int32Array.of(1, 0, 1), 3), matrix(3, 4)],
  };

  for (const [name, make] of Object.entries(cases))
    it(`have the gradient of ${name} that differences show`, () => {
      const [operation, at] = make();
      const squared = (x: tf.Tensor) => tf.square(operation(x));
      const got = tf
        .grad((x) => tf.sum(squared(x)))(at)
        .dataSync();
      differences(squared, at).forEach((slope, i) => {
        expect(Math.abs((got[i] ?? NaN) - slope)).toBeLessThan(0.02 + 0.01 * Math.abs(slope));
      });
    });

  it("have the plain path's softplus, far from zero too", () => {
    const values = [-300, -80, -3, -0.1, 0, 0.7, 5, 90, 300];
    const got = softplus2(tf.tensor1d(values)).dataSync();
    activated("softplus2", values).forEach((value, i) => {
      expect(got[i]).toBeCloseTo(value, 4);
    });
  });

  it("find the largest entry of each segment, for every row of it", () => {
    const column = tf.tensor2d([3, -1, 7, -5], [4, 1]);
    expect(Array.from(segmentMaxima(column, Int32Array.of(0, 1, 0, 1), 2).dataSync())).toEqual([
      7, -1, 7, -1,
    ]);
  });
});
