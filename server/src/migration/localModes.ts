import { EigenvalueDecomposition } from "ml-matrix";
import type { Vector3 } from "../crystal/lattice";
import { dot } from "../crystal/vector";
import type { LocalEnergy } from "./energyField";

/** A direction in which the energy bends by itself. */
export interface Mode {
  /** Of unit length. */
  readonly direction: Vector3;
  /** Electronvolt/angstrom^2. */
  readonly curvature: number;
  /** The gradient along it, electronvolt/angstrom. */
  readonly slope: number;
}

/** The three principal directions at a place, the least curvature first. */
export function localModes({ gradient, hessian: [xx, yy, zz, xy, xz, yz] }: LocalEnergy): readonly Mode[] {
  const matrix = [
    [xx, xy, xz],
    [xy, yy, yz],
    [xz, yz, zz],
  ];
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  return realEigenvalues
    .map((curvature, column): Mode => {
      const [x = 0, y = 0, z = 0] = eigenvectorMatrix.getColumn(column);
      return { direction: [x, y, z], curvature, slope: dot([x, y, z], gradient) };
    })
    .sort((one, other) => one.curvature - other.curvature);
}

/** A place moved by so much along each mode, angstrom. */
export function moved(place: Vector3, modes: readonly Mode[], steps: readonly number[]): Vector3 {
  let [x, y, z] = place;
  modes.forEach(({ direction: [u, v, w] }, k) => {
    const step = steps[k] ?? 0;
    x += step * u;
    y += step * v;
    z += step * w;
  });
  return [x, y, z];
}
