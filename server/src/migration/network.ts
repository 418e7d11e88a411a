import type { Vector3 } from "../crystal/lattice";
import type { SymmetryOperation } from "../crystal/structure";
import { apply } from "../crystal/symmetry/symmetryOperation";

/** A place where the mobile ion can rest: a minimum of the energy. */
export interface Site {
  /** Fractional coordinates in [0, 1). */
  readonly position: Vector3;
  /** Electronvolt, on the scale of the map. */
  readonly energy: number;
  /** Equivalent sites share it; counts from 0, the lowest in energy first. */
  readonly orbit: number;
  /** The label of the mobile ions of the crystal that rest here; `undefined` for a site that is empty in the crystal. */
  readonly occupiedBy: string | undefined;
}

/** A way between two neighbouring sites, over one saddle. Equivalent ways are one hop. */
export interface Hop {
  /** Sites by their number; the second one lies so many cells on. */
  readonly from: number;
  readonly to: number;
  readonly cells: Vector3;
  /** The highest place of the way. */
  readonly saddle: Vector3;
  /** Electronvolt, of the saddle. */
  readonly energy: number;
  /** Whether the saddle was found exactly; else it is a point of the grid. */
  readonly refined: boolean;
  /** Equivalent ways in a unit cell. */
  readonly multiplicity: number;
  /** Fractional coordinates from site to site, in one piece over the faces of the cell. */
  readonly places: readonly Vector3[];
  /** Electronvolt, of the places. */
  readonly energies: readonly number[];
}

/** One of the equivalent ways that a hop stands for. */
export interface Connection {
  readonly from: number;
  readonly to: number;
  readonly cells: Vector3;
  /** Which hop it is. */
  readonly hop: number;
  /** Takes the places of the hop to those of this way, up to whole cells. */
  readonly operation: SymmetryOperation;
}

/** All that connects the sites of a crystal, up to some energy. */
export interface Network {
  readonly sites: readonly Site[];
  readonly hops: readonly Hop[];
  /** All hops of a unit cell. */
  readonly connections: readonly Connection[];
}

/** The places of a connection in fractional coordinates, from its first site, which lies in the unit cell, to its second. */
export function connectionPlaces({ sites, hops }: Network, connection: Connection): Vector3[] {
  const places = (hops[connection.hop]?.places ?? []).map((place) => apply(connection.operation, place));
  const [first, site] = [places[0], sites[connection.from]?.position];
  if (!first || !site) return [];
  const [i, j, k] = [0, 1, 2].map((axis) => Math.round((site[axis] ?? 0) - (first[axis] ?? 0)));
  return places.map(([x, y, z]): Vector3 => [x + (i ?? 0), y + (j ?? 0), z + (k ?? 0)]);
}
