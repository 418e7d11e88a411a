import { findNeighbours, isOverfull } from "../neighbours";
import { siteCount, type Sites } from "../structure";
import { complementaryError } from "./complementaryError";
import { PhaseTable, waveVectors } from "./waveVectors";

/** e^2 / (4 pi epsilon0), electronvolt angstrom (CODATA 2022). */
export const coulombConstant = 14.39964547842567;

/** What is neglected in real and in reciprocal space is smaller than exp(-precision^2) of a term: 2e-13. */
const precision = 5.4;

/** How the sum is divided between real and reciprocal space. */
export interface EwaldSplitting {
  /** Width of the screening charges, 1/angstrom. */
  readonly alpha: number;
  /** Angstrom. */
  readonly realCutoff: number;
  /** 1/angstrom, 2 pi included. */
  readonly waveCutoff: number;
}

/** The splitting at which both halves cost about the same (Perram et al., Mol. Phys. 65, 875 (1988)). */
export function balancedSplitting(sites: Sites): EwaldSplitting {
  const { volume } = sites.lattice;
  return splitting(Math.sqrt(Math.PI) * (siteCount(sites) / volume ** 2) ** (1 / 6));
}

/** The cutoffs that belong to a screening width. */
export function splitting(alpha: number): EwaldSplitting {
  return { alpha, realCutoff: precision / alpha, waveCutoff: 2 * alpha * precision };
}

/**
 * Electrostatic energy of point charges in a crystal, electronvolt a cell, by Ewald's method (Ann. Phys. 369, 253 (1921));
 * a net charge is met by a uniform background. By symmetry only the representative of each orbit sees its neighbours.
 *
 * @param charges one an orbit, in elementary charges.
 * @returns `undefined` where the cell is too full of sites to look at.
 */
export function ewaldSum(
  sites: Sites,
  charges: Float64Array,
  split: EwaldSplitting = balancedSplitting(sites),
): number | undefined {
  if (isOverfull(sites, split.realCutoff)) return undefined;
  const energy =
    realSum(sites, charges, split) + reciprocalSum(sites, charges, split) + ownTerms(sites, charges, split);
  return coulombConstant * energy;
}

function realSum(sites: Sites, charges: Float64Array, { alpha, realCutoff }: EwaldSplitting): number {
  const { offsets, orbits, distances } = findNeighbours(sites, realCutoff);
  return sites.orbits.reduce((sum, { multiplicity }, i) => {
    let potential = 0;
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const distance = distances[k] ?? 0;
      potential += ((charges[orbits[k] ?? 0] ?? 0) * complementaryError(alpha * distance)) / distance;
    }
    return sum + (multiplicity * (charges[i] ?? 0) * potential) / 2;
  }, 0);
}

function reciprocalSum(sites: Sites, charges: Float64Array, { alpha, waveCutoff }: EwaldSplitting): number {
  const { positions, orbitOf } = allPositions(sites);
  const { count, indices, squares, most } = waveVectors(sites.lattice, waveCutoff);
  const phases = new PhaseTable(positions, most);
  const [cosines, sines] = [new Float64Array(orbitOf.length), new Float64Array(orbitOf.length)];
  let sum = 0;
  for (let g = 0; g < count; g++) {
    phases.fill(indices[3 * g] ?? 0, indices[3 * g + 1] ?? 0, indices[3 * g + 2] ?? 0, cosines, sines);
    let [re, im] = [0, 0];
    for (let site = 0; site < orbitOf.length; site++) {
      const charge = charges[orbitOf[site] ?? 0] ?? 0;
      re += charge * (cosines[site] ?? 0);
      im += charge * (sines[site] ?? 0);
    }
    sum += waveWeight(squares[g] ?? 1, alpha) * (re * re + im * im);
  }
  return (2 * Math.PI * sum) / sites.lattice.volume;
}

/** Of the vector and its opposite together. */
export function waveWeight(square: number, alpha: number): number {
  return (2 * Math.exp(-square / (4 * alpha * alpha))) / square;
}

/** The screening charges' energy in themselves, and that of the background. */
function ownTerms({ lattice, orbits }: Sites, charges: Float64Array, { alpha }: EwaldSplitting): number {
  let [squares, total] = [0, 0];
  for (const [i, { multiplicity }] of orbits.entries()) {
    const charge = charges[i] ?? 0;
    squares += multiplicity * charge * charge;
    total += multiplicity * charge;
  }
  return (
    -(alpha / Math.sqrt(Math.PI)) * squares - (Math.PI * total * total) / (2 * lattice.volume * alpha * alpha)
  );
}

function allPositions({ orbits }: Sites): { positions: Float64Array; orbitOf: Uint32Array } {
  const count = siteCount({ orbits });
  const positions = new Float64Array(3 * count);
  const orbitOf = new Uint32Array(count);
  let site = 0;
  orbits.forEach(({ images, multiplicity }, orbit) => {
    positions.set(images, 3 * site);
    orbitOf.fill(orbit, site, site + multiplicity);
    site += multiplicity;
  });
  return { positions, orbitOf };
}
