/** What {@link dbscan} calls a point that belongs to no cluster. */
export const noise = -1;

/**
 * Density-based clusters (Ester et al., KDD 1996, 226): a point with at least `minimumNeighbours` points within `epsilon`,
 * itself among them, is a core point; core points within `epsilon` of each other share a cluster, and other points within
 * `epsilon` of a core point join the first cluster that reaches them.
 *
 * @param points Coordinates, in the unit of `epsilon`; Euclidean.
 * @returns The cluster of each point, from 0 in the order of their first core points, or {@link noise}.
 */
export function dbscan(
  points: readonly ArrayLike<number>[],
  epsilon: number,
  minimumNeighbours = 5,
): Int32Array {
  const neighbours = points.map((point) => withinReach(points, point, epsilon));
  const isCore = neighbours.map(({ length }) => length >= minimumNeighbours);
  const clusters = new Int32Array(points.length).fill(noise);
  let next = 0;
  for (const start of points.keys()) {
    if (!isCore[start] || clusters[start] !== noise) continue;
    const reached = [start];
    clusters[start] = next;
    for (let core = reached.pop(); core !== undefined; core = reached.pop())
      for (const neighbour of neighbours[core] ?? []) {
        if (clusters[neighbour] !== noise) continue;
        clusters[neighbour] = next;
        if (isCore[neighbour]) reached.push(neighbour);
      }
    next++;
  }
  return clusters;
}

function withinReach(
  points: readonly ArrayLike<number>[],
  centre: ArrayLike<number>,
  epsilon: number,
): number[] {
  return [...points.keys()].filter((i) => squaredDistance(points[i] ?? centre, centre) <= epsilon * epsilon);
}

function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += ((a[k] ?? 0) - (b[k] ?? 0)) ** 2;
  return sum;
}
