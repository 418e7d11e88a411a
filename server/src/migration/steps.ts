import type { Lattice, Vector3 } from "../crystal/lattice";
import { difference, sum } from "../crystal/vector";
import { connectionPlaces, type Connection, type Network } from "./network";
import type { PlacedSite } from "./siteList";

/** A connection, walked in one of its two directions. */
export interface Step {
  readonly connection: Connection;
  readonly from: number;
  readonly to: number;
  readonly cells: Vector3;
}

/** The steps that can be taken from each site. */
export function stepsOf({ sites, connections }: Network): readonly (readonly Step[])[] {
  const steps: Step[][] = sites.map(() => []);
  for (const connection of connections) {
    const { from, to, cells } = connection;
    steps[from]?.push({ connection, from, to, cells });
    steps[to]?.push({ connection, from: to, to: from, cells: difference([0, 0, 0], cells) });
  }
  return steps;
}

export const placeKey = ({ site, cells }: PlacedSite) => `${site} ${cells.join(" ")}`;

/** The steps that led to a place. */
export function walked(end: PlacedSite, arrivals: ReadonlyMap<string, Step | undefined>): Step[] {
  const steps: Step[] = [];
  let place = end;
  for (let step = arrivals.get(placeKey(place)); step; step = arrivals.get(placeKey(place))) {
    steps.unshift(step);
    place = { site: step.from, cells: difference(place.cells, step.cells) };
  }
  return steps;
}

/** Places in one piece, and the energy at each. */
export interface Profile {
  /** Fractional coordinates. */
  readonly places: readonly Vector3[];
  /** How far each place is on the way, angstrom. */
  readonly distances: readonly number[];
  /** Electronvolt above the lowest site of the network. */
  readonly energies: readonly number[];
}

/** Along steps that follow each other, the first site lying in the unit cell. */
export function profileAlong(steps: readonly Step[], network: Network, lattice: Lattice): Profile {
  const lowest = lowestEnergy(network);
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
  return { places, distances: lengthsAlong(places, lattice), energies };
}

/** Electronvolt. */
export const lowestEnergy = ({ sites }: Network): number => Math.min(...sites.map(({ energy }) => energy));

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
