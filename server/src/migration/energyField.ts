import type { Lattice, Vector3 } from "../crystal/lattice";
import type { Framework } from "./framework";
import type { RadialTable } from "./radialTable";

/** The energy of the mobile ion at a place, and how it changes about it. */
export interface LocalEnergy {
  /** Electronvolt. */
  readonly energy: number;
  /** Electronvolt/angstrom. */
  readonly gradient: Vector3;
  /** Electronvolt/angstrom^2: xx, yy, zz, xy, xz, yz. */
  readonly hessian: readonly [number, number, number, number, number, number];
}

interface Source {
  readonly position: Vector3;
  readonly table: RadialTable;
  /** How far it reaches, in cells along a, b and c. */
  readonly reach: Vector3;
}

/** The bond-valence site energy anywhere, not on a grid only. */
export class EnergyField {
  readonly lattice: Lattice;
  private readonly sources: readonly Source[];

  constructor({ lattice, orbits }: Framework) {
    this.lattice = lattice;
    const [ha, hb, hc] = lattice.heights();
    this.sources = orbits.flatMap(({ images, energy: table }) => {
      const range = Math.sqrt(table.squaredRange);
      const reach = [range / ha, range / hb, range / hc] as const;
      return Array.from({ length: images.length / 3 }, (_, site) => ({
        position: [images[3 * site] ?? 0, images[3 * site + 1] ?? 0, images[3 * site + 2] ?? 0] as const,
        table,
        reach,
      }));
    });
  }

  /** @param place in angstrom. */
  at(place: Vector3): LocalEnergy {
    const sums = new Float64Array(10);
    const [u, v, w] = this.lattice.fractional(place);
    for (const { position, table, reach } of this.sources) {
      const [x, y, z] = [u - position[0], v - position[1], w - position[2]];
      for (let i = Math.ceil(x - reach[0]); i <= x + reach[0]; i++)
        for (let j = Math.ceil(y - reach[1]); j <= y + reach[1]; j++)
          for (let k = Math.ceil(z - reach[2]); k <= z + reach[2]; k++)
            addAtom(sums, table, this.lattice.cartesian([x - i, y - j, z - k]));
    }
    const [energy = 0, gx = 0, gy = 0, gz = 0, xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0] = sums;
    return { energy, gradient: [gx, gy, gz], hessian: [xx, yy, zz, xy, xz, yz] };
  }
}

/** @param vector from the atom to the place, angstrom. */
function addAtom(
  sums: Float64Array,
  { squaredRange, perUnit, coefficients }: RadialTable,
  [x, y, z]: Vector3,
): void {
  const square = x * x + y * y + z * z;
  if (square > squaredRange) return;
  const interval = Math.floor(square * perUnit);
  const offset = square - (interval + 0.5) / perUnit;
  const halfCurvature = coefficients[3 * interval + 2] ?? 0;
  const middleSlope = coefficients[3 * interval + 1] ?? 0;
  const energy = (coefficients[3 * interval] ?? 0) + offset * (middleSlope + offset * halfCurvature);
  // With respect to the square of the distance.
  const slope = 2 * (middleSlope + 2 * offset * halfCurvature);
  const bend = 8 * halfCurvature;
  const terms = [
    ...[energy, slope * x, slope * y, slope * z],
    ...[slope + bend * x * x, slope + bend * y * y, slope + bend * z * z],
    ...[bend * x * y, bend * x * z, bend * y * z],
  ];
  for (let k = 0; k < 10; k++) sums[k] = (sums[k] ?? 0) + (terms[k] ?? 0);
}
