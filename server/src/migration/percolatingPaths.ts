import type { Lattice, Vector3 } from "../crystal/lattice";
import { difference, sum } from "../crystal/vector";
import { connectionPlaces, type Connection, type Network } from "./network";
import { isIndependent, withWinding, type Windings } from "./windings";

/** A way of least highest energy on which the mobile ion comes to where it began, some cells on. */
export interface PercolatingPath {
  /** Electronvolt above the lowest site of the crystal, of its highest saddle. */
  readonly barrier: number;
  /** How many cells on it leads. */
  readonly cells: Vector3;
  /** The sites on the way; the last one is the first one again, some cells on. */
  readonly sites: readonly number[];
  /** The hops between them. */
  readonly hops: readonly number[];
  /** Fractional coordinates in one piece. */
  readonly places: readonly Vector3[];
  /** How far each place is on the way, angstrom. */
  readonly distances: readonly number[];
  /** Electronvolt above the lowest site of the crystal, of each place. */
  readonly energies: readonly number[];
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

/** A connection, walked in one of its two directions. */
interface Step {
  readonly connection: Connection;
  readonly from: number;
  readonly to: number;
  readonly cells: Vector3;
}

/** A site, and in which cell it is. */
interface Place {
  readonly site: number;
  readonly cells: Vector3;
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
    const steps: Step[][] = network.sites.map(() => []);
    for (const connection of network.connections) {
      const { from, to, cells } = connection;
      steps[from]?.push({ connection, from, to, cells });
      steps[to]?.push({ connection, from: to, to: from, cells: difference([0, 0, 0], cells) });
    }
    this.steps = steps;
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
    const start: Place = { site: first.to, cells: first.cells };
    const arrivals = new Map<string, Step | undefined>([[placeKey(start), undefined]]);
    const queue: Place[] = [start];
    for (const place of queue) {
      if (place.site === first.from && isIndependent(windings, place.cells)) return walked(place, arrivals);
      for (const step of this.stepsBelow(place.site, hops)) {
        const next: Place = { site: step.to, cells: sum(place.cells, step.cells) };
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

const placeKey = ({ site, cells }: Place) => `${site} ${cells.join(" ")}`;

/** The steps that led to a place. */
function walked(end: Place, arrivals: ReadonlyMap<string, Step | undefined>): Step[] {
  const steps: Step[] = [];
  let place = end;
  for (let step = arrivals.get(placeKey(place)); step; step = arrivals.get(placeKey(place))) {
    steps.unshift(step);
    place = { site: step.from, cells: difference(place.cells, step.cells) };
  }
  return steps;
}

function pathAlong(steps: readonly Step[], network: Network, lattice: Lattice): PercolatingPath {
  const lowest = Math.min(...network.sites.map(({ energy }) => energy));
  const places: Vector3[] = [];
  const energies: number[] = [];
  let origin: Vector3 = [0, 0, 0];
  for (const step of steps) {
    const along = stepPlaces(step, network);
    // Where one step ends the next one begins.
    const skipped = places.length > 0 ? 1 : 0;
    places.push(...along.places.slice(skipped).map((place) => sum(place, origin)));
    energies.push(...along.energies.slice(skipped).map((energy) => energy - lowest));
    origin = sum(origin, step.cells);
  }
  const hops = steps.map(({ connection }) => connection.hop);
  return {
    barrier: Math.max(...hops.map((hop) => network.hops[hop]?.energy ?? 0)) - lowest,
    cells: origin,
    sites: [...steps.map(({ from }) => from), steps[0]?.from ?? 0],
    hops,
    places,
    distances: lengthsAlong(places, lattice),
    energies,
  };
}

/** Of a step, its first site lying in the unit cell. */
function stepPlaces({ connection, from, cells }: Step, network: Network) {
  const places = connectionPlaces(network, connection);
  const energies = network.hops[connection.hop]?.energies ?? [];
  const isForth = from === connection.from && cells.every((cell, axis) => cell === connection.cells[axis]);
  if (isForth) return { places, energies };
  return {
    places: places.map((place) => sum(place, cells)).reverse(),
    energies: [...energies].reverse(),
  };
}

/** How far each place is from the first, along the way, angstrom. */
export function lengthsAlong(places: readonly Vector3[], lattice: Lattice): number[] {
  let length = 0;
  return places.map((place, i) => {
    const before = places[i - 1];
    if (before) length += lattice.length(difference(place, before));
    return length;
  });
}
