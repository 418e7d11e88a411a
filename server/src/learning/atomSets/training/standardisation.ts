import type { AtomFeatures } from "../atomFeatures";
import type { Standardisation } from "../ensemble";

/** Of each feature over the rows of all sets, an orbit counting once. A feature that never varies keeps its scale. */
export function atomStandardisation(sets: readonly AtomFeatures[]): Standardisation {
  const width = sets[0]?.width ?? 0;
  const [sum, squares] = [new Float64Array(width), new Float64Array(width)];
  let rows = 0;
  for (const { values } of sets) {
    rows += values.length / width;
    values.forEach((x, i) => {
      sum[i % width] = (sum[i % width] ?? 0) + x;
      squares[i % width] = (squares[i % width] ?? 0) + x * x;
    });
  }
  const mean = sum.map((total) => total / rows);
  const deviation = squares.map(
    (total, k) => Math.sqrt(Math.max(0, total / rows - (mean[k] ?? 0) ** 2)) || 1,
  );
  return { mean, deviation };
}
