import { complementaryError } from "../crystal/ewald/complementaryError";

/** Attraction of an anion. */
export interface Morse {
  readonly kind: "morse";
  /** Electronvolt, half of the tabulated D0. */
  readonly depth: number;
  /** Of least energy, angstrom. */
  readonly distance: number;
  /** 1/angstrom. */
  readonly alpha: number;
}

/** Repulsion of a framework cation, whose charge is smeared. */
export interface ScreenedCoulomb {
  readonly kind: "coulomb";
  /** Electronvolt angstrom: the product of the charges over 4 pi epsilon0. */
  readonly strength: number;
  /** Angstrom. */
  readonly screening: number;
  /** The radius of the cation, which nothing enters, angstrom. */
  readonly radius: number;
}

/** What one atom of the framework does to the mobile ion, weighed by its occupancy. */
export interface Interaction {
  readonly form: Morse | ScreenedCoulomb;
  readonly occupancy: number;
}

/** e^2 / (4 pi epsilon0) in electronvolt angstrom, as the method is parametrised. */
export const coulombConstant = 14.4;
/** Electronvolt: of a point inside a cation. */
const wall = 300 * coulombConstant;

/** An energy with its first and second derivative with respect to the distance. */
export type Derivatives = readonly [energy: number, slope: number, curvature: number];

/** At a distance in angstrom. */
export function derivatives({ form, occupancy }: Interaction, distance: number): Derivatives {
  const [energy, slope, curvature] = form.kind === "morse" ? morse(form, distance) : coulomb(form, distance);
  return [occupancy * energy, occupancy * slope, occupancy * curvature];
}

function morse({ depth, distance, alpha }: Morse, r: number): Derivatives {
  const e = Math.exp(alpha * (distance - r));
  return [depth * e * (e - 2), -2 * alpha * depth * e * (e - 1), 2 * alpha * alpha * depth * e * (2 * e - 1)];
}

function coulomb({ strength, screening, radius }: ScreenedCoulomb, r: number): Derivatives {
  if (r < radius) return [wall, 0, 0];
  const share = complementaryError(r / screening);
  const gaussian = (2 / (Math.sqrt(Math.PI) * screening)) * Math.exp(-((r / screening) ** 2));
  return [
    (strength * share) / r,
    (-strength * (share / r + gaussian)) / r,
    2 * strength * (share / r ** 3 + gaussian / r ** 2 + gaussian / screening ** 2),
  ];
}
