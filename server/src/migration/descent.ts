import type { Vector3 } from "../crystal/lattice";
import type { EnergyField } from "./energyField";
import { localModes, moved, type Mode } from "./localModes";

/** Places along a way in angstrom, with their energies in electronvolt. */
export interface Way {
  readonly places: readonly Vector3[];
  readonly energies: readonly number[];
}

/** Angstrom between two places of a way. */
const stepLength = 0.05;
/** Electronvolt: what rises by more leads no longer down. */
const rise = 1e-3;
/** Longer ways lead nowhere. */
const mostSteps = 600;

/**
 * The steepest way down from a place to the minimum below it, which it ends at. Each step follows the steepest descent of the
 * local parabola exactly, so that narrow valleys are followed without a zigzag.
 *
 * Page and McIver, J. Chem. Phys. 88, 922 (1988).
 */
export function descend(field: EnergyField, start: Vector3): Way {
  let place = start;
  const [places, energies]: [Vector3[], number[]] = [[], []];
  for (let step = 0; step < mostSteps; step++) {
    const local = field.at(place);
    // The wall about a cation, which no parabola foretells.
    if (local.energy > (energies.at(-1) ?? Infinity) + rise) break;
    places.push(place);
    energies.push(local.energy);
    const modes = localModes(local);
    const end = modes.map(newtonStep);
    const isNear = modes.every(({ curvature }) => curvature > 0) && Math.hypot(...end) <= stepLength;
    if (isNear && Math.hypot(...end) < settled) break;
    place = moved(place, modes, isNear ? end : descentStep(modes));
  }
  return { places, energies };
}

/** Angstrom. */
const settled = 1e-4;

const newtonStep = ({ slope, curvature }: Mode) => -slope / curvature;

/** As far down the parabola as one step is long. */
function descentStep(modes: readonly Mode[]): number[] {
  const at = (time: number) => modes.map((mode) => positionAfter(mode, time));
  let late = 1e-3;
  while (Math.hypot(...at(late)) < stepLength && late < 1e6) late *= 2;
  let early = 0;
  for (let halving = 0; halving < 30; halving++) {
    const middle = (early + late) / 2;
    if (Math.hypot(...at(middle)) < stepLength) early = middle;
    else late = middle;
  }
  return at(late);
}

/** Along a mode, of what falls with the speed of the gradient. */
function positionAfter({ slope, curvature }: Mode, time: number): number {
  const exponent = curvature * time;
  if (Math.abs(exponent) < 1e-8) return -slope * time;
  return (slope * Math.expm1(-exponent)) / curvature;
}
