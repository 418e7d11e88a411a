import { Lattice, type LatticeParameters, type Vector3 } from "../../server/src/crystal/lattice";
import type { Orbit, Structure } from "../../server/src/crystal/structure";

export interface Site {
  readonly position: Vector3;
  /** Occupancy by element. */
  readonly species: Readonly<Record<string, number>>;
}

/** A structure in P1, every site an orbit of its own. */
export function p1Structure(parameters: LatticeParameters, sites: readonly Site[]): Structure {
  const lattice = Lattice.fromParameters(parameters);
  if (!lattice) throw new Error("these parameters span no cell");
  const wrap = (x: number) => x - Math.floor(x);
  const orbits = sites.map(({ position, species }, i): Orbit => {
    const wrapped: Vector3 = [wrap(position[0]), wrap(position[1]), wrap(position[2])];
    const occupants = Object.entries(species).map(([element, occupancy]) => ({
      element,
      occupancy,
      oxidationState: undefined,
    }));
    return {
      label: `site${i + 1}`,
      position: wrapped,
      multiplicity: 1,
      occupants,
      images: Float64Array.from(wrapped),
      rows: [],
    };
  });
  const identity = { rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1], translation: [0, 0, 0] as const };
  return { lattice, operations: [identity], symmetrySource: "assumed-p1", orbits, oxidationMethod: "none" };
}
