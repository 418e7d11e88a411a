import type { Lattice, Vector3 } from "../crystal/lattice";
import { difference, sum } from "../crystal/vector";
import type { Network } from "./network";
import type { PlacedSite } from "./siteList";
import { lowestEnergy, placeKey, profileAlong, stepsOf, walked, type Profile, type Step } from "./steps";
import { isIndependent, withWinding, type Windings } from "./windings";

/** A way of least highest energy on which the mobile ion comes to where it began, some cells on. */
export interface PercolatingPath extends Profile {
  /** Electronvolt above the lowest site of the crystal, of its highest saddle. */
  readonly barrier: number;
  /** How many cells on it leads. */
  readonly cells: Vector3;
  /** The sites on the way; the last one is the first one again, some cells on. */
  readonly sites: readonly number[];
  /** The hops between them. */
  readonly hops: readonly number[];
}

/** In one, two and three dimensions. */
export type PercolatingPaths = readonly [
  PercolatingPath | undefined,
  PercolatingPath | undefined,
  PercolatingPath | undefined,
];

/**
 * The paths that set the barriers in one, two and three dimensions: over the hop that opens the crystal in that many, and back
 * by as few lower hops as there can be. `undefined` where the network does not go on in so many.
 */
export function percolatingPaths(network: Network, lattice: Lattice): PercolatingPaths {
  const graph = new Graph(network);
  const path = (dimensions: number) => {
    const steps = graph.openingLoop(dimensions);
    return steps && pathAlong(steps, network, lattice);
  };
  return [path(1), path(2), path(3)];
}

/** Cells that a loop may go away from where it began. */
const farthest = 4;

class Graph {
  /** Hops by rising energy. */
  private readonly hops: readonly number[];
  private readonly rank = new Map<number, number>();
  private readonly steps: readonly (readonly Step[])[];

  constructor(network: Network) {
    const energy = (hop: number) => network.hops[hop]?.energy ?? Infinity;
    this.hops = network.hops.map((_, hop) => hop).sort((one, other) => energy(one) - energy(other));
    this.hops.forEach((hop, rank) => this.rank.set(hop, rank));
    this.steps = stepsOf(network);
  }

  /** The lowest loop that leads on in so many dimensions, beginning with its highest hop. */
  openingLoop(dimensions: number): readonly Step[] | undefined {
    const opening = this.hopsNeeded(dimensions);
    if (opening === undefined) return undefined;
    const last = this.hops[opening - 1];
    for (const step of this.steps.flat()) {
      if (step.connection.hop !== last) continue;
      const back = this.wayBack(step, opening, this.windingsAbout(step.from, opening - 1));
      if (back) return [step, ...back];
    }
    return undefined;
  }

  /** How many hops, the lowest first, it takes to go on in so many dimensions. */
  private hopsNeeded(dimensions: number): number | undefined {
    let [low, high] = [0, this.hops.length + 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.dimensionsWith(middle) >= dimensions) high = middle;
      else low = middle;
    }
    return high > this.hops.length ? undefined : high;
  }

  private dimensionsWith(hops: number): number {
    const seen = new Set<number>();
    let most = 0;
    for (const site of this.steps.keys()) {
      if (seen.has(site)) continue;
      most = Math.max(most, this.windingsAbout(site, hops, seen).length);
    }
    return most;
  }

  /** The directions in which the sites about one are connected by the lowest hops. */
  private windingsAbout(site: number, hops: number, seen = new Set<number>()): Windings {
    const cellsOf = new Map<number, Vector3>([[site, [0, 0, 0]]]);
    let windings: Windings = [];
    for (const [current, here] of cellsOf) {
      seen.add(current);
      for (const { to, cells } of this.stepsBelow(current, hops)) {
        const there = sum(here, cells);
        const known = cellsOf.get(to);
        if (known) windings = withWinding(windings, difference(there, known));
        else cellsOf.set(to, there);
      }
    }
    return windings;
  }

  /** From the end of a step by the fewest hops to an image of its beginning, in a new direction. */
  private wayBack(first: Step, hops: number, windings: Windings): readonly Step[] | undefined {
    const start: PlacedSite = { site: first.to, cells: first.cells };
    const arrivals = new Map<string, Step | undefined>([[placeKey(start), undefined]]);
    const queue: PlacedSite[] = [start];
    for (const place of queue) {
      if (place.site === first.from && isIndependent(windings, place.cells)) return walked(place, arrivals);
      for (const step of this.stepsBelow(place.site, hops)) {
        const next: PlacedSite = { site: step.to, cells: sum(place.cells, step.cells) };
        if (arrivals.has(placeKey(next)) || next.cells.some((cell) => Math.abs(cell) > farthest)) continue;
        arrivals.set(placeKey(next), step);
        queue.push(next);
      }
    }
    return undefined;
  }

  private stepsBelow(site: number, hops: number): readonly Step[] {
    return (this.steps[site] ?? []).filter(
      ({ connection }) => (this.rank.get(connection.hop) ?? Infinity) < hops,
    );
  }
}

function pathAlong(steps: readonly Step[], network: Network, lattice: Lattice): PercolatingPath {
  const hops = steps.map(({ connection }) => connection.hop);
  return {
    ...profileAlong(steps, network, lattice),
    barrier: Math.max(...hops.map((hop) => network.hops[hop]?.energy ?? 0)) - lowestEnergy(network),
    cells: steps.reduce<Vector3>((cells, step) => sum(cells, step.cells), [0, 0, 0]),
    sites: [...steps.map(({ from }) => from), steps[0]?.from ?? 0],
    hops,
  };
}
