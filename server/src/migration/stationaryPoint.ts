import type { Vector3 } from "../crystal/lattice";
import { difference } from "../crystal/vector";
import type { EnergyField } from "./energyField";
import { localModes, moved, type Mode } from "./localModes";

/** A place where no force acts on the mobile ion. */
export interface StationaryPoint {
  /** Angstrom. */
  readonly place: Vector3;
  /** Electronvolt. */
  readonly energy: number;
  /** The least curvature first: one below zero at a saddle, none at a minimum. */
  readonly modes: readonly Mode[];
}

const mostSteps = 80;
/** Angstrom. */
const longestStep = 0.1;
/** Angstrom: the search is over where it moves less. */
const settled = 1e-6;
/** Electronvolt/angstrom^2, so that flat directions make no leaps. */
const leastCurvature = 0.02;

/** The minimum near a place; `undefined` where there is none within `reach` angstrom. */
export function minimumNear(field: EnergyField, place: Vector3, reach: number): StationaryPoint | undefined {
  return stationaryPointNear(field, place, reach, 0);
}

/** The saddle near a place, from which the energy falls in one direction alone. */
export function saddleNear(field: EnergyField, place: Vector3, reach: number): StationaryPoint | undefined {
  return stationaryPointNear(field, place, reach, 1);
}

/** By Newton's steps, uphill along as many of the softest modes as wanted, downhill along the others. */
function stationaryPointNear(
  field: EnergyField,
  start: Vector3,
  reach: number,
  uphill: 0 | 1,
): StationaryPoint | undefined {
  let place = start;
  for (let step = 0; step < mostSteps; step++) {
    const local = field.at(place);
    const modes = localModes(local);
    const steps = modes.map(({ curvature, slope }, k) => {
      const newton = slope / Math.max(Math.abs(curvature), leastCurvature);
      return k < uphill ? newton : -newton;
    });
    const length = Math.hypot(...steps);
    if (length < settled) {
      const falling = modes.filter(({ curvature }) => curvature < 0).length;
      return falling === uphill ? { place, energy: local.energy, modes } : undefined;
    }
    const share = Math.min(1, longestStep / length);
    place = moved(
      place,
      modes,
      steps.map((along) => along * share),
    );
    if (Math.hypot(...difference(place, start)) > reach) return undefined;
  }
  return undefined;
}
