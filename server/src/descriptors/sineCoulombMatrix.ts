import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import * as v from "valibot";
import { elementBySymbol } from "../crystal/elements";
import { siteCount, type Structure } from "../crystal/structure";
import { bohrPerAngstrom } from "./bohr";
import { defineDescriptor, described, refuse, type Description } from "./descriptor";
import { aNumber } from "./hyperparameters";

const mostSites = 500;

const options = v.strictObject({
  /** As many as sites if left out. */
  length: v.optional(
    aNumber("Eigenvalues, filled up with zeros", { least: 1, most: mostSites, isWhole: true }),
  ),
});

/**
 * Eigenvalues of the sine Coulomb matrix, the largest magnitude first: Z^2.4 / 2 on the diagonal, Z_i Z_j / d beside it, where
 * d in bohr is the length of the vector sin^2(pi (x_i - x_j)) in the axes of the cell, periodic as the crystal is (Faber et
 * al., Int. J. Quantum Chem. 115, 1094 (2015)).
 */
export const sineCoulombMatrix = defineDescriptor({
  name: "sine-coulomb-matrix",
  title: "Sine Coulomb matrix",
  disorder: "refused",
  options,
  describe,
});

function describe(structure: Structure, { length }: v.InferOutput<typeof options>): Description {
  const sites = siteCount(structure);
  if (sites > mostSites) return refuse(`the cell has more than ${mostSites} sites`);
  if (length !== undefined && sites > length)
    return refuse(`the cell has ${sites} sites, more than the vector is long`);
  const matrix = sineMatrix(structure);
  if (typeof matrix === "string") return refuse(matrix);
  const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const values = new Float64Array(length ?? sites);
  values.set(realEigenvalues.sort((one, other) => Math.abs(other) - Math.abs(one)));
  return described(values, labels(values.length));
}

const labels = (count: number) => Array.from({ length: count }, (_, i) => `eigenvalue ${i + 1}`);

/** A reason in place of it where an element is unknown or two atoms share a place. */
function sineMatrix({ lattice, orbits }: Structure): Matrix | string {
  const charges = orbits.flatMap(({ occupants, multiplicity }) =>
    Array.from({ length: multiplicity }, () => elementBySymbol(occupants[0]?.element ?? "")?.atomicNumber),
  );
  const positions = orbits.flatMap(({ images }) => [...images]);
  const matrix = Matrix.zeros(charges.length, charges.length);
  const squaredSine = (i: number, j: number, axis: number) =>
    Math.sin(Math.PI * ((positions[3 * i + axis] ?? 0) - (positions[3 * j + axis] ?? 0))) ** 2;
  for (const [i, charge] of charges.entries()) {
    if (charge === undefined) return "an element is unknown";
    matrix.set(i, i, 0.5 * charge ** 2.4);
    for (let j = 0; j < i; j++) {
      const distance = lattice.length([squaredSine(i, j, 0), squaredSine(i, j, 1), squaredSine(i, j, 2)]);
      const element = (charge * (charges[j] ?? 0)) / (distance * bohrPerAngstrom);
      if (!Number.isFinite(element)) return "two atoms share a place";
      matrix.set(i, j, element);
      matrix.set(j, i, element);
    }
  }
  return matrix;
}
