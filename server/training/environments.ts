import { buildCrystalGraph } from "../src/graph/crystalGraph";
import { elementBySymbol } from "../src/crystal/elements";
import type { Structure } from "../src/crystal/structure";
import type { GraphBatch } from "../src/graph/megnetTensors";
import type { Random } from "../src/learning/random";

/** Who sits on a site: atomic numbers with occupancies. */
export type Mixture = readonly (readonly [atomicNumber: number, occupancy: number])[];

/** All that V1 of a site depends on: who sits there, and its bonds. */
export interface SiteEnvironment {
  readonly centre: Mixture;
  readonly bonds: readonly EnvironmentBond[];
}

export interface EnvironmentBond {
  readonly end: Mixture;
  /** Angstrom. */
  readonly distance: number;
  /** How many bonds of this length and end there are. */
  readonly count: number;
}

/** The distinct environments of these structures. */
export function siteEnvironments(structures: readonly Structure[], cutoff: number): SiteEnvironment[] {
  const distinct = new Map<string, SiteEnvironment>();
  for (const structure of structures) {
    const graph = buildCrystalGraph(structure, cutoff);
    const mixtures = structure.orbits.map(({ occupants }): Mixture =>
      occupants.map(({ element, occupancy }) => [elementBySymbol(element)?.atomicNumber ?? 0, occupancy]),
    );
    mixtures.forEach((centre, i) => {
      const bonds: EnvironmentBond[] = [];
      for (let row = graph.offsets[i] ?? 0; row < (graph.offsets[i + 1] ?? 0); row++)
        bonds.push({
          end: mixtures[graph.ends[row] ?? 0] ?? [],
          distance: graph.distances[row] ?? 0,
          count: graph.counts[row] ?? 0,
        });
      distinct.set(environmentKey(centre, bonds), { centre, bonds });
    });
  }
  return [...distinct.values()];
}

function environmentKey(centre: Mixture, bonds: readonly EnvironmentBond[]): string {
  const rows = bonds.map(({ end, distance, count }) => `${end.join(";")}@${distance.toFixed(4)}x${count}`);
  return `${centre.join(";")}|${rows.sort().join("|")}`;
}

const shortestBond = 0.3;
const highestElement = 94;

/**
 * A likely stranger made from a known environment: strained, with noise on every distance, with other occupancies, or
 * with other elements, so that the student learns what the parent does off the beaten track too. Bonds that
 * end up beyond the cutoff go.
 */
export function perturb(environment: SiteEnvironment, cutoff: number, random: Random): SiteEnvironment {
  const strain = random.chance(0.5) ? 1 + 0.03 * random.normal() : 1;
  const noise = random.chance(0.5) ? 0.1 * random.uniform() : 0;
  const scaleShare = random.chance(0.3) ? 0.5 : 0;
  const elementShare = random.chance(0.3) ? 0.5 : 0;
  const changed = new Map<Mixture, Mixture>();
  const change = (mixture: Mixture): Mixture => {
    const known = changed.get(mixture);
    if (known) return known;
    const scale = random.chance(scaleShare) ? random.uniform() : 1;
    const swapped = mixture.map(([z, occupancy]): Mixture[number] => [
      random.chance(elementShare) ? 1 + random.below(highestElement) : z,
      occupancy * scale,
    ]);
    changed.set(mixture, swapped);
    return swapped;
  };
  const bonds = environment.bonds
    .map(({ end, distance, count }) => ({
      end: change(end),
      distance: Math.max(shortestBond, distance * strain + noise * random.normal()),
      count,
    }))
    .filter(({ distance }) => distance <= cutoff);
  return { centre: change(environment.centre), bonds };
}

/** The environment without the bonds that are longer than the cutoff. */
export function within(cutoff: number, { centre, bonds }: SiteEnvironment): SiteEnvironment {
  return { centre, bonds: bonds.filter(({ distance }) => distance <= cutoff) };
}

/** One graph whose first nodes are the centres, in order; the others are the mixtures that their bonds lead to. */
export function batchEnvironments(environments: readonly SiteEnvironment[], elements: number): GraphBatch {
  const mixtures: Mixture[] = environments.map(({ centre }) => centre);
  const nodeOf = new Map<Mixture, number>();
  const node = (mixture: Mixture): number => {
    const known = nodeOf.get(mixture) ?? mixtures.length;
    if (known === mixtures.length) mixtures.push(mixture);
    nodeOf.set(mixture, known);
    return known;
  };
  const bonds = environments.flatMap((environment, start) =>
    environment.bonds.map(({ end, distance, count }) => ({ start, end: node(end), distance, count })),
  );
  const occupancies = new Float32Array(mixtures.length * elements);
  mixtures.forEach((mixture, i) => {
    for (const [z, occupancy] of mixture)
      occupancies[i * elements + z] = (occupancies[i * elements + z] ?? 0) + occupancy;
  });
  return {
    graphs: 1,
    nodes: mixtures.length,
    occupancies,
    multiplicities: new Float32Array(mixtures.length).fill(1),
    graphOfNode: new Int32Array(mixtures.length),
    starts: Int32Array.from(bonds, ({ start }) => start),
    ends: Int32Array.from(bonds, ({ end }) => end),
    distances: Float64Array.from(bonds, ({ distance }) => distance),
    counts: Float32Array.from(bonds, ({ count }) => count),
  };
}
