import type { TextRange } from "../../cif/problem";
import type { Vector3 } from "../lattice";
import type { Displacement, DisorderGroup, Occupant } from "../structure";

/** One row of the atom-site loop. */
export interface AtomSite {
  readonly label: string;
  /** Fractional coordinates as written. */
  readonly position: Vector3;
  /** The position with coordinates such as `0.333` taken as the third that they round; `undefined` where there are none. */
  readonly thirds: Vector3 | undefined;
  readonly occupants: readonly Occupant[];
  readonly displacement: Displacement | undefined;
  readonly disorder: DisorderGroup | undefined;
  readonly range: TextRange;
  readonly declaredMultiplicity: { readonly value: number; readonly range: TextRange } | undefined;
  /** Whether a coordinate is `.`, which old ICSD files write for 0. */
  readonly hasDotCoordinate: boolean;
}
