import { derivatives, type Interaction } from "./interaction";

/** Atoms farther away do nothing, angstrom. */
export const cutoff = 10;
/** Electronvolt: what is less at all greater distances is left out. */
const negligible = 1e-7;
/** Angstrom: how finely the end of an interaction is looked for. */
const rangeStep = 0.25;
const intervals = 8192;

/**
 * The energy of an atom by the square of its distance, with two derivatives: a parabola on each of many intervals, right to
 * 1e-7 eV wherever the energy is below some tens of eV.
 */
export interface RadialTable {
  /** Squared angstrom: beyond, the energy is negligible. */
  readonly squaredRange: number;
  /** Intervals per squared angstrom. */
  readonly perUnit: number;
  /** Energy, slope and half the curvature with respect to the squared distance in the middle of each interval, `3 x intervals`. */
  readonly coefficients: Float64Array;
}

/** The sum of what the occupants of a site do. */
export function radialTable(interactions: readonly Interaction[]): RadialTable {
  const range = rangeOf(interactions);
  const perUnit = alignedDensity(interactions, range);
  const count = Math.ceil(range * range * perUnit) + 1;
  const coefficients = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const distance = Math.sqrt((i + 0.5) / perUnit);
    for (const interaction of interactions) {
      const [energy, slope, curvature] = derivatives(interaction, distance);
      const alongSquare = slope / (2 * distance);
      coefficients[3 * i] = (coefficients[3 * i] ?? 0) + energy;
      coefficients[3 * i + 1] = (coefficients[3 * i + 1] ?? 0) + alongSquare;
      coefficients[3 * i + 2] =
        (coefficients[3 * i + 2] ?? 0) + (curvature - 2 * alongSquare) / (8 * distance * distance);
    }
  }
  return { squaredRange: range * range, perUnit, coefficients };
}

/** The farthest distance at which the energy counts. */
function rangeOf(interactions: readonly Interaction[]): number {
  const counts = (distance: number) =>
    interactions.some((interaction) => Math.abs(derivatives(interaction, distance)[0]) > negligible);
  let range = cutoff;
  while (range > rangeStep && !counts(range - rangeStep)) range -= rangeStep;
  return range;
}

/** So many intervals that the outermost wall of a cation lies between two of them. */
function alignedDensity(interactions: readonly Interaction[], range: number): number {
  const density = intervals / (range * range);
  const radius = Math.max(0, ...interactions.map(({ form }) => (form.kind === "coulomb" ? form.radius : 0)));
  if (radius === 0) return density;
  return Math.ceil(radius * radius * density) / (radius * radius);
}
