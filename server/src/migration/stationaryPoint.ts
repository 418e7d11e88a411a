import type { Vector3 } from "../crystal/lattice";
import { difference, dot } from "../crystal/vector";
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
export function minimumNear(field: EnergyField, start: Vector3, reach: number): StationaryPoint | undefined {
  return newton(field, start, reach, () => undefined);
}

/**
 * The saddle near a place, from which the energy falls in one direction alone.
 *
 * @param along about the direction in which it is a maximum, if known; else that of least curvature is taken.
 */
export function saddleNear(
  field: EnergyField,
  start: Vector3,
  reach: number,
  along?: Vector3,
): StationaryPoint | undefined {
  if (!along) return newton(field, start, reach, ([softest]) => softest);
  let direction = along;
  return newton(field, start, reach, (modes) => {
    const overlap = (mode: Mode) => Math.abs(dot(mode.direction, direction));
    const followed = modes.reduce((best, mode) => (overlap(mode) > overlap(best) ? mode : best));
    direction = followed.direction;
    return followed;
  });
}

/** By Newton's steps, uphill along the mode that is chosen, downhill along the others. */
function newton(
  field: EnergyField,
  start: Vector3,
  reach: number,
  uphill: (modes: readonly Mode[]) => Mode | undefined,
): StationaryPoint | undefined {
  let place = start;
  for (let step = 0; step < mostSteps; step++) {
    const local = field.at(place);
    const modes = localModes(local);
    const chosen = uphill(modes);
    const steps = modes.map((mode) => {
      const length = mode.slope / Math.max(Math.abs(mode.curvature), leastCurvature);
      return mode === chosen ? length : -length;
    });
    const length = Math.hypot(...steps);
    if (length < settled) {
      const isRight = modes.every((mode) => mode.curvature < 0 === (mode === chosen));
      return isRight ? { place, energy: local.energy, modes } : undefined;
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
