import { dbscan, noise } from "../../clustering/dbscan";
import { elementalMoverDistances } from "../../clustering/elementalMoverDistance";
import { umap } from "../../clustering/umap";
import type { Random } from "../random";

/** As in section 4.5 of the thesis, after Hargreaves et al., npj Comput. Mater. 9, 9 (2023). */
const settings = { spread: 5, epsilon: 4 };

/** Compounds in groups of like chemistry. */
export interface ChemicalClusters {
  /** Two coordinates for each compound: the projection of the element mover's distances. */
  readonly projection: readonly (readonly number[])[];
  /** Of each compound, from 0; what DBSCAN left alone is in the cluster of the chemically nearest compound that has one. */
  readonly clusters: Int32Array;
  /** Indices of the compounds that DBSCAN called noise. */
  readonly noise: readonly number[];
}

/**
 * The clusters of leave-one-cluster-out validation: element mover's distances, projected by UMAP with a spread of 5, grouped
 * by DBSCAN with an epsilon of 4. The thesis gets ten from its data; others get what comes, and one cluster where all is noise.
 */
export function chemicalClusters(
  compositions: readonly ReadonlyMap<string, number>[],
  random: Random,
): ChemicalClusters {
  const distances = elementalMoverDistances(compositions);
  const projection = umap(distances, { spread: settings.spread, random: () => random.uniform() });
  const clusters = dbscan(projection, settings.epsilon);
  const alone = [...clusters.keys()].filter((i) => clusters[i] === noise);
  const clustered = [...clusters.keys()].filter((i) => clusters[i] !== noise);
  const distance = (i: number, j: number) => distances[i * compositions.length + j] ?? Infinity;
  const joined = Int32Array.from(clusters);
  for (const i of alone) {
    const nearest = clustered.reduce(
      (best, j) => (distance(i, j) < distance(i, best) ? j : best),
      clustered[0] ?? i,
    );
    joined[i] = Math.max(0, clusters[nearest] ?? 0);
  }
  return { projection, clusters: joined, noise: alone };
}
