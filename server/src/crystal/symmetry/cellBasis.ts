import { Lattice, latticeParameters, type Vector3 } from "../lattice";
import { apply, determinant, inverse } from "./symmetryOperation";

/** Row-major 3 x 3. A basis has its vectors as rows, in fractional coordinates of the cell that it is told in. */
export type Matrix = readonly number[];

/** The lattice that the rows of a basis span; `undefined` where they span none. */
export function latticeOnBasis(lattice: Lattice, basis: Matrix): Lattice | undefined {
  const [a, b, c] = [0, 3, 6].map((row) =>
    lattice.cartesian([basis[row] ?? 0, basis[row + 1] ?? 0, basis[row + 2] ?? 0]),
  );
  if (!a || !b || !c || Math.abs(determinant(basis)) < 1e-12) return undefined;
  return Lattice.fromParameters(latticeParameters([a, b, c]));
}

/** What turns fractional coordinates of the cell into those along the rows of `basis`. */
export function toBasis(basis: Matrix): Matrix {
  return transposed(inverse({ rotation: basis, translation: [0, 0, 0] }).rotation);
}

export function transposed([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0]: Matrix): Matrix {
  return [a, d, g, b, e, h, c, f, i];
}

/** The matrix times a column vector. */
export const product = (rotation: Matrix, vector: Vector3) =>
  apply({ rotation, translation: [0, 0, 0] }, vector);
