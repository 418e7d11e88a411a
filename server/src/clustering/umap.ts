import { UMAP } from "umap-js";
import type { NearestRows } from "./nearestRows";

export interface UmapOptions {
  readonly neighbours: number;
  /** How far apart the projected points are in all. */
  readonly spread: number;
  /** How near projected points may lie. */
  readonly minimumDistance: number;
  readonly dimensions: number;
  /** Uniform in [0, 1): the same numbers give the same projection. */
  readonly random: () => number;
}

export const umapDefaults = { neighbours: 15, spread: 1, minimumDistance: 0.1, dimensions: 2 } as const;

/**
 * Uniform manifold approximation and projection (McInnes et al., arXiv:1802.03426) of points whose distances are known.
 *
 * @param distances `n x n`, row by row, symmetric.
 * @returns `n` points; fewer than three are all at the origin.
 */
export function umap(
  distances: Float64Array,
  options: Partial<UmapOptions> & Pick<UmapOptions, "random">,
): number[][] {
  const count = Math.round(Math.sqrt(distances.length));
  const wanted = Math.min(options.neighbours ?? umapDefaults.neighbours, count - 1);
  const indices = nearestNeighbours(distances, count, wanted);
  const own = indices.map((row, i) => row.map((j) => distances[i * count + j] ?? 0));
  return umapOfNeighbours({ indices, distances: own }, options);
}

/** As {@link umap}, of points whose nearest are known: as many of each as {@link UmapOptions.neighbours} tells, if there are. */
export function umapOfNeighbours(
  { indices, distances }: NearestRows,
  options: Partial<UmapOptions> & Pick<UmapOptions, "random">,
): number[][] {
  const { neighbours, spread, minimumDistance, dimensions, random } = { ...umapDefaults, ...options };
  const count = indices.length;
  if (count < 3) return Array.from({ length: count }, () => new Array<number>(dimensions).fill(0));
  const nNeighbors = Math.min(neighbours, count - 1);
  const projection = new UMAP({
    nComponents: dimensions,
    minDist: minimumDistance,
    nNeighbors,
    spread,
    random,
  });
  projection.setPrecomputedKNN(indices, distances);
  // The library looks at these points only where it has to find neighbours itself.
  return projection.fit(Array.from({ length: count }, (_, i) => [i]));
}

/** The nearest points of each, nearest first: itself, then equals by their number. */
function nearestNeighbours(distances: Float64Array, count: number, neighbours: number): number[][] {
  return Array.from({ length: count }, (_, i) => {
    const from = (j: number) => (j === i ? -1 : (distances[i * count + j] ?? 0));
    return Array.from({ length: count }, (_, j) => j)
      .sort((a, b) => from(a) - from(b) || a - b)
      .slice(0, neighbours);
  });
}
