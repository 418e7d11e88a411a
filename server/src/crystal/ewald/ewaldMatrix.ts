import { findNeighbours } from "../neighbours";
import { siteCount, type Sites } from "../structure";
import { complementaryError } from "./complementaryError";
import { balancedSplitting, coulombConstant, waveWeight } from "./ewaldSum";
import { PhaseTable, waveVectors } from "./waveVectors";

/**
 * The potential in volt that a unit charge on one site, with all its images and the background that makes it neutral,
 * makes at another: the energy of charges q is 1/2 sum_ij q_i q_j phi_ij, so that charges can be exchanged without a new sum.
 *
 * @param sites every site an orbit of its own, as in P1.
 * @param rows the sites at which the potential is wanted.
 * @returns `rows x sites`.
 */
export function ewaldMatrix(sites: Sites, rows: readonly number[]): Float64Array {
  const count = siteCount(sites);
  const matrix = new Float64Array(rows.length * count);
  const split = balancedSplitting(sites);
  addReal(matrix, sites, rows, split);
  addReciprocal(matrix, sites, rows, split);
  const background = Math.PI / (sites.lattice.volume * split.alpha ** 2);
  for (let k = 0; k < matrix.length; k++) matrix[k] = (matrix[k] ?? 0) - background;
  for (const [row, site] of rows.entries()) {
    const own = row * count + site;
    matrix[own] = (matrix[own] ?? 0) - (2 * split.alpha) / Math.sqrt(Math.PI);
  }
  for (let k = 0; k < matrix.length; k++) matrix[k] = coulombConstant * (matrix[k] ?? 0);
  return matrix;
}

type Splitting = ReturnType<typeof balancedSplitting>;

function addReal(
  matrix: Float64Array,
  sites: Sites,
  rows: readonly number[],
  { alpha, realCutoff }: Splitting,
): void {
  const count = siteCount(sites);
  const { offsets, orbits, distances } = findNeighbours(sites, realCutoff);
  for (const [row, site] of rows.entries())
    for (let k = offsets[site] ?? 0; k < (offsets[site + 1] ?? 0); k++) {
      const distance = distances[k] ?? 0;
      const at = row * count + (orbits[k] ?? 0);
      matrix[at] = (matrix[at] ?? 0) + complementaryError(alpha * distance) / distance;
    }
}

function addReciprocal(
  matrix: Float64Array,
  sites: Sites,
  rows: readonly number[],
  { alpha, waveCutoff }: Splitting,
): void {
  const count = siteCount(sites);
  const positions = Float64Array.from(sites.orbits.flatMap(({ images }) => [...images]));
  const { count: waves, indices, squares, most } = waveVectors(sites.lattice, waveCutoff);
  const phases = new PhaseTable(positions, most);
  const [cosines, sines] = [new Float64Array(count), new Float64Array(count)];
  for (let g = 0; g < waves; g++) {
    phases.fill(indices[3 * g] ?? 0, indices[3 * g + 1] ?? 0, indices[3 * g + 2] ?? 0, cosines, sines);
    const weight = ((4 * Math.PI) / sites.lattice.volume) * waveWeight(squares[g] ?? 1, alpha);
    for (const [row, site] of rows.entries()) {
      const [cosine, sine] = [weight * (cosines[site] ?? 0), weight * (sines[site] ?? 0)];
      const start = row * count;
      for (let other = 0; other < count; other++)
        matrix[start + other] =
          (matrix[start + other] ?? 0) + cosine * (cosines[other] ?? 0) + sine * (sines[other] ?? 0);
    }
  }
}
