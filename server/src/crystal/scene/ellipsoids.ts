import { EigenvalueDecomposition, inverse, Matrix } from "ml-matrix";
import type { Lattice, Vector3 } from "../lattice";
import type { Displacement, Orbit, Structure, SymmetryOperation } from "../structure";
import { nearest } from "../symmetry/metricTensor";
import { apply, identity } from "../symmetry/symmetryOperation";

/** Root mean square displacements by which the surface stands off that encloses an atom half of the time. */
const halfProbability = 1.5382;

/**
 * The ellipsoid in which an atom is found half of the time: its three half axes one after another, angstrom, Cartesian.
 * They are at right angles to each other.
 */
export type Ellipsoid = readonly number[];

/**
 * The displacement ellipsoid of each image of an orbit, the tensor turned as symmetry turns the site; `undefined` where the
 * file gives none, or one that is no ellipsoid.
 *
 * R. T. Downs, Rev. Mineral. Geochem. 41 (2000) 61.
 */
export function ellipsoids(
  { lattice, operations }: Pick<Structure, "lattice" | "operations">,
  orbit: Orbit,
): readonly Ellipsoid[] | undefined {
  const { displacement, multiplicity } = orbit;
  if (!displacement) return undefined;
  const tensor = cartesianTensor(displacement, lattice);
  const axes = tensor && axesOf(tensor);
  if (!axes) return undefined;
  const frame = new Matrix(
    [0, 1, 2].map((axis) => [0, 1, 2].map((row) => lattice.matrix[3 * axis + row] ?? 0)),
  ).transpose();
  const back = inverse(frame);
  return Array.from({ length: multiplicity }, (_, image) => {
    const { rotation } = operationTo(orbit, image, operations);
    const turn = frame.mmul(Matrix.from1DArray(3, 3, rotation)).mmul(back);
    return turn.mmul(axes).transpose().to1DArray();
  });
}

/** U in Cartesian coordinates, angstrom squared. */
function cartesianTensor({ anisotropic, isotropic }: Displacement, lattice: Lattice): Matrix | undefined {
  if (!anisotropic) return isotropic === undefined ? undefined : Matrix.eye(3).mul(isotropic);
  const [u11, u22, u33, u12, u13, u23] = anisotropic;
  const u = new Matrix([
    [u11, u12, u13],
    [u12, u22, u23],
    [u13, u23, u33],
  ]);
  // U refers to axes along the lattice vectors, in units of the reciprocal lengths.
  const heights = lattice.heights();
  const scaled = new Matrix(
    [0, 1, 2].map((row) => heights.map((height, axis) => (lattice.matrix[3 * axis + row] ?? 0) / height)),
  );
  return scaled.mmul(u).mmul(scaled.transpose());
}

/** The half axes as columns. */
function axesOf(tensor: Matrix): Matrix | undefined {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(tensor, {
    assumeSymmetric: true,
  });
  if (!realEigenvalues.every((value) => value > 0)) return undefined;
  const lengths = realEigenvalues.map((value) => halfProbability * Math.sqrt(value));
  return eigenvectorMatrix.mulRowVector(lengths);
}

/** The operation that brings the representative nearest to an image. */
function operationTo(
  { position, images }: Orbit,
  image: number,
  operations: readonly SymmetryOperation[],
): SymmetryOperation {
  const target: Vector3 = [images[3 * image] ?? 0, images[3 * image + 1] ?? 0, images[3 * image + 2] ?? 0];
  const distances = operations.map((operation) => {
    const [x, y, z] = apply(operation, position);
    return Math.hypot(nearest(x - target[0]), nearest(y - target[1]), nearest(z - target[2]));
  });
  const closest = distances.indexOf(Math.min(...distances));
  return operations[closest] ?? identity;
}
