import * as tf from "@tensorflow/tfjs-core";
import { expandDistances } from "../../src/graph/bondExpansion";
import type { TensorParent } from "../../src/graph/megnetTensors";
import { applyLayers, softplus2 } from "../../src/graph/tensorOps";

/** Angstrom between the rows of the table: a twentieth of the Gaussians' width, so that interpolation errs by 1e-5. */
const spacing = 0.025;

/**
 * Where distances lie among the rows of the table: of each the first of four rows, and Lagrange's weights of the four.
 */
export interface TablePlaces {
  readonly rows: Int32Array;
  readonly weights: Float32Array;
}

export function tablePlaces(distances: Float64Array): TablePlaces {
  const rows = new Int32Array(distances.length);
  const weights = new Float32Array(4 * distances.length);
  distances.forEach((distance, i) => {
    const place = distance / spacing;
    const t = place - Math.floor(place);
    rows[i] = Math.floor(place);
    weights.set(
      [
        (-t * (t - 1) * (t - 2)) / 6,
        ((t + 1) * (t - 1) * (t - 2)) / 2,
        (-(t + 1) * t * (t - 2)) / 2,
        ((t + 1) * t * (t - 1)) / 6,
      ],
      4 * i,
    );
  });
  return { rows, weights };
}

/**
 * The bond vectors that enter the first block, by interpolation in a table that is made anew from the parent's layers: they
 * hang on the distance alone, and bonds are far more than the table's rows. Differentiable. Call it inside `tf.tidy`.
 */
export function tabulatedBonds(parent: TensorParent, places: TablePlaces): tf.Tensor {
  const points = Math.ceil(parent.cutoff / spacing) + 4;
  const distances = Float64Array.from({ length: points }, (_, i) => (i - 1) * spacing);
  const expanded = Float32Array.from(expandDistances(parent.gaussians, distances));
  const table = applyLayers(
    parent.bondLayers,
    tf.tensor2d(expanded, [points, parent.gaussians.centres.length]),
    softplus2,
  );
  return interpolate(table, places);
}

function interpolate(table: tf.Tensor, { rows, weights }: TablePlaces): tf.Tensor {
  const [points = 0, width = 0] = table.shape;
  const bonds = rows.length;
  const take = tf.customGrad((x) => {
    const values = (x as tf.Tensor).dataSync();
    const taken = new Float32Array(bonds * width);
    eachEntry(rows, weights, width, (to, from, weight) => {
      taken[to] = (taken[to] ?? 0) + weight * (values[from] ?? 0);
    });
    return {
      value: tf.tensor2d(taken, [bonds, width]),
      gradFunc: (dy) => {
        const slopes = dy.dataSync();
        const sums = new Float32Array(points * width);
        eachEntry(rows, weights, width, (from, to, weight) => {
          sums[to] = (sums[to] ?? 0) + weight * (slopes[from] ?? 0);
        });
        return tf.tensor2d(sums, [points, width]);
      },
    };
  });
  return take(table);
}

function eachEntry(
  rows: Int32Array,
  weights: Float32Array,
  width: number,
  visit: (bondEntry: number, tableEntry: number, weight: number) => void,
): void {
  rows.forEach((row, bond) => {
    for (let point = 0; point < 4; point++) {
      const weight = weights[4 * bond + point] ?? 0;
      for (let k = 0; k < width; k++) visit(bond * width + k, (row + point) * width + k, weight);
    }
  });
}
