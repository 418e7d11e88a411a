import { rowOf, type FeatureMatrix } from "../../clustering/featureMatrix";
import { leadingComponents } from "../../clustering/leadingComponents";
import { nearestRows } from "../../clustering/nearestRows";
import { umap, umapDefaults, umapOfNeighbours } from "../../clustering/umap";
import { Random } from "../../learning/random";
import type { MapKind } from "../../protocol/clusters";
import type { ClusterReply, SharedMatrix } from "./clusterTask";
import { matrixOf } from "./clusterTree";

/** Of more compounds all distances would fill the memory: their neighbours are those on principal components. */
const mostByDistances = 5000;
/** That many hold nearly all of the variance of descriptors. */
const componentsForNeighbours = 16;
const seed = 1;

/** The compounds in a plane. */
export function mapOf(shared: SharedMatrix, kind: MapKind): Extract<ClusterReply, { kind: "map" }> {
  const matrix = matrixOf(shared);
  const places: readonly ArrayLike<number>[] = kind === "pca" ? byComponents(matrix) : byUmap(matrix);
  const axis = (place: 0 | 1) => Float64Array.from(places, (one) => one[place] ?? 0);
  const [x, y] = [axis(0), axis(1)];
  return { kind: "map", x, y, variance: kind === "pca" ? sharesOf(matrix, x, y) : null };
}

function byComponents(matrix: FeatureMatrix): Float64Array[] {
  const { count, scores } = leadingComponents(matrix, 2, generator());
  return Array.from({ length: matrix.rows }, (_, row) => scores.subarray(row * count, (row + 1) * count));
}

function generator(): () => number {
  const random = new Random(seed);
  return () => random.uniform();
}

function byUmap(matrix: FeatureMatrix): number[][] {
  const random = generator();
  if (matrix.rows <= mostByDistances) {
    const rows = Array.from({ length: matrix.rows }, (_, row) => rowOf(matrix, row));
    return umap(distances(rows), { random });
  }
  const { count, scores } = leadingComponents(matrix, componentsForNeighbours, generator());
  return umapOfNeighbours(nearestRows(scores, count, umapDefaults.neighbours), { random });
}

function distances(rows: readonly Float64Array[]): Float64Array {
  const count = rows.length;
  const all = new Float64Array(count * count);
  for (const [i, a] of rows.entries())
    for (const [j, b] of rows.slice(0, i).entries()) {
      let sum = 0;
      for (let k = 0; k < a.length; k++) sum += ((a[k] ?? 0) - (b[k] ?? 0)) ** 2;
      all[i * count + j] = all[j * count + i] = Math.sqrt(sum);
    }
  return all;
}

/** How much of the variance of the vectors two centred axes hold. */
function sharesOf(matrix: FeatureMatrix, x: Float64Array, y: Float64Array): [number, number] {
  const { rows, columns, values } = matrix;
  let total = 0;
  for (let column = 0; column < columns; column++) {
    let [sum, squares] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const value = values[row * columns + column] ?? 0;
      sum += value;
      squares += value * value;
    }
    total += squares - (sum * sum) / rows;
  }
  const squares = (axis: Float64Array) => axis.reduce((sum, value) => sum + value * value, 0);
  return total > 0 ? [squares(x) / total, squares(y) / total] : [0, 0];
}
