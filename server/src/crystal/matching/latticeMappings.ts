import { Lattice, type Vector3 } from "../lattice";
import { latticeOnBasis, type Matrix } from "../symmetry/cellBasis";
import { determinant } from "../symmetry/symmetryOperation";

export interface LatticeTolerance {
  /** Relative. */
  readonly length: number;
  /** Degrees. */
  readonly angle: number;
}

/** More bases than these are those of a lattice without shape. */
const mostMappings = 5_000;

/**
 * The bases of `lattice`, as rows of whole numbers, whose lengths and angles are those of `target` within tolerance: all
 * ways to lay the one lattice upon the other, mirrored ones included.
 */
export function latticeMappings(target: Lattice, lattice: Lattice, tolerance: LatticeTolerance): Matrix[] {
  const { a, b, c, alpha, beta, gamma } = target.parameters;
  const alongA = vectorsOfLength(lattice, a, tolerance.length);
  const alongB = vectorsOfLength(lattice, b, tolerance.length);
  const alongC = vectorsOfLength(lattice, c, tolerance.length);
  const isAngle = (one: LatticeVector, other: LatticeVector, angle: number) =>
    Math.abs(angleBetween(one, other) - angle) <= tolerance.angle;
  const found: Matrix[] = [];
  for (const first of alongA)
    for (const second of alongB) {
      if (!isAngle(first, second, gamma)) continue;
      for (const third of alongC) {
        if (!isAngle(first, third, beta) || !isAngle(second, third, alpha)) continue;
        const basis = [...first.indices, ...second.indices, ...third.indices];
        if (Math.abs(determinant(basis)) === 1) found.push(basis);
        if (found.length === mostMappings) return found;
      }
    }
  return found;
}

/** The lattice halfway between `target` and the one that a mapping lays upon it. */
export function averageLattice(target: Lattice, lattice: Lattice, mapping: Matrix): Lattice | undefined {
  const mapped = latticeOnBasis(lattice, mapping)?.parameters;
  if (!mapped) return undefined;
  const { a, b, c, alpha, beta, gamma } = target.parameters;
  const mean = (one: number, other: number) => (one + other) / 2;
  return Lattice.fromParameters({
    a: mean(a, mapped.a),
    b: mean(b, mapped.b),
    c: mean(c, mapped.c),
    alpha: mean(alpha, mapped.alpha),
    beta: mean(beta, mapped.beta),
    gamma: mean(gamma, mapped.gamma),
  });
}

interface LatticeVector {
  readonly indices: Vector3;
  /** Angstrom. */
  readonly cartesian: Vector3;
  readonly length: number;
}

function vectorsOfLength(lattice: Lattice, length: number, tolerance: number): LatticeVector[] {
  const [least, most] = [length / (1 + tolerance), length * (1 + tolerance)];
  const [ha, hb, hc] = lattice.heights();
  const [na, nb, nc] = [Math.floor(most / ha), Math.floor(most / hb), Math.floor(most / hc)];
  const found: LatticeVector[] = [];
  for (let i = -na; i <= na; i++)
    for (let j = -nb; j <= nb; j++)
      for (let k = -nc; k <= nc; k++) {
        const cartesian = lattice.cartesian([i, j, k]);
        const own = Math.hypot(...cartesian);
        if (own >= least && own <= most) found.push({ indices: [i, j, k], cartesian, length: own });
      }
  return found;
}

/** Degrees. */
function angleBetween(one: LatticeVector, other: LatticeVector): number {
  const [x, y, z] = one.cartesian;
  const [u, v, w] = other.cartesian;
  const cosine = (x * u + y * v + z * w) / (one.length * other.length);
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}
