import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** Width of the Gaussian that stands for an atom, angstrom. */
const sigma = 1;
/** The exponent of that Gaussian, per angstrom squared. */
const eta = 1 / (2 * sigma * sigma);
/** Radial functions have fallen to this at their own distance, and an atom's Gaussian at the end of the reach. */
const threshold = 1e-3;
/** Atoms so far beyond the cutoff still reach into it, angstrom. */
export const reachBeyondCutoff = sigma * Math.sqrt(-2 * Math.log(threshold));

/** Radial functions of SOAP for one cutoff: everything about a bond that hangs on its length. */
export interface SoapBasis {
  readonly nMax: number;
  readonly lMax: number;
  /** exp(-decay R^2) is the overlap of an atom at R with a primitive, but for a factor; entry l nMax + k, per angstrom squared. */
  readonly decays: Float64Array;
  /** What makes the overlaps with primitives k coefficients n, with the factors of the integrals; entry (l nMax + n) nMax + k. */
  readonly mixing: Float64Array;
}

/**
 * Gaussian-type radial functions g_nl(r) = sum over k of beta_nk r^l exp(-alpha_k r^2), orthonormalised symmetrically, and
 * their overlaps with an atom's Gaussian in closed form (Himanen et al., Comput. Phys. Commun. 247, 106949 (2020)).
 *
 * @param rCut angstrom, above 1.
 */
export function soapBasis(rCut: number, nMax: number, lMax: number): SoapBasis {
  const key = `${rCut} ${nMax} ${lMax}`;
  const known = found.get(key) ?? makeBasis(rCut, nMax, lMax);
  if (found.size < mostFound) found.set(key, known);
  return known;
}

const found = new Map<string, SoapBasis>();
const mostFound = 1000;

function makeBasis(rCut: number, nMax: number, lMax: number): SoapBasis {
  const decays = new Float64Array((lMax + 1) * nMax);
  const mixing = new Float64Array((lMax + 1) * nMax * nMax);
  for (let l = 0; l <= lMax; l++) {
    const exponents = radialExponents(rCut, nMax, l);
    const beta = orthonormalisation(exponents, l);
    exponents.forEach((alpha, k) => {
      decays[l * nMax + k] = (alpha * eta) / (alpha + eta);
      const factor = Math.PI ** 1.5 * eta ** l * (alpha + eta) ** (-l - 1.5);
      for (let n = 0; n < nMax; n++) mixing[(l * nMax + n) * nMax + k] = beta.get(n, k) * factor;
    });
  }
  return { nMax, lMax, decays, mixing };
}

/** Exponents with which the primitives fall to the threshold at points evenly spread from 1 angstrom to the cutoff. */
function radialExponents(rCut: number, nMax: number, l: number): number[] {
  return Array.from({ length: nMax }, (_, k) => {
    const distance = 1 + ((rCut - 1) * k) / (nMax - 1);
    return (l * Math.log(distance) - Math.log(threshold)) / (distance * distance);
  });
}

/** The inverse square root of the overlaps of the primitives. */
function orthonormalisation(exponents: readonly number[], l: number): Matrix {
  const half = 0.5 * gammaOfHalf(l + 1);
  const overlaps = exponents.map((a) => exponents.map((b) => half * (a + b) ** (-l - 1.5)));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(overlaps), {
    assumeSymmetric: true,
  });
  const roots = Matrix.diag(realEigenvalues.map((value) => 1 / Math.sqrt(value)));
  return eigenvectorMatrix.mmul(roots).mmul(eigenvectorMatrix.transpose());
}

/** The gamma function at n + 1/2. */
function gammaOfHalf(n: number): number {
  let value = Math.sqrt(Math.PI);
  for (let k = 0; k < n; k++) value *= k + 0.5;
  return value;
}
