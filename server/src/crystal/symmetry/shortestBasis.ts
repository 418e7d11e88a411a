import type { Lattice, Vector3 } from "../lattice";
import type { Matrix } from "./cellBasis";

/**
 * Three shortest independent vectors of a lattice as a basis: Minkowski's reduction, by shortening each vector with the
 * shorter ones until none gets shorter (Semaev, CaLC 2001, LNCS 2146, 181).
 */
export function shortestBasis(lattice: Lattice): Matrix {
  const length = (v: Vector3) => lattice.length(v);
  let basis: Vector3[] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  for (;;) {
    basis = basis.sort((one, other) => length(one) - length(other));
    const [a, b, c] = basis;
    if (!a || !b || !c) return basis.flat();
    const [shorterB, shorterC] = [shortened(b, [a], length), shortened(c, [a, b], length)];
    if (length(shorterB) < length(b) - 1e-9) basis = [a, shorterB, c];
    else if (length(shorterC) < length(c) - 1e-9) basis = [a, b, shorterC];
    else return basis.flat();
  }
}

/** The shortest of a vector plus or minus some of the others. */
function shortened(vector: Vector3, others: readonly Vector3[], length: (v: Vector3) => number): Vector3 {
  let candidates: Vector3[] = [vector];
  for (const [x, y, z] of others)
    candidates = candidates.flatMap(([u, v, w]) =>
      [-1, 0, 1].map((factor): Vector3 => [u + factor * x, v + factor * y, w + factor * z]),
    );
  return candidates.reduce((best, other) => (length(other) < length(best) ? other : best));
}
