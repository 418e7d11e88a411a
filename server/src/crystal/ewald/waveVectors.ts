import type { Lattice, Vector3 } from "../lattice";

/** One of each pair of opposite vectors of the reciprocal lattice, without the zero. */
export interface WaveVectors {
  readonly count: number;
  /** Whole numbers h, k, l; `3 x count`. */
  readonly indices: Int32Array;
  /** |G| squared with G including 2 pi, per angstrom squared. */
  readonly squares: Float64Array;
  /** The largest |h|, |k| and |l|. */
  readonly most: readonly [number, number, number];
}

/** The vectors with |G| up to `cutoff`, per angstrom, 2 pi included. */
export function waveVectors(lattice: Lattice, cutoff: number): WaveVectors {
  const [a, b, c] = reciprocalRows(lattice);
  // A plane family of index h is 2 pi / a apart at the most, so |h| is bounded by the edge.
  const { a: edgeA, b: edgeB, c: edgeC } = lattice.parameters;
  const bound = (edge: number) => Math.floor((cutoff * edge) / (2 * Math.PI));
  const most = [bound(edgeA), bound(edgeB), bound(edgeC)] as const;
  const indices: number[] = [];
  const squares: number[] = [];
  for (let h = 0; h <= most[0]; h++)
    for (let k = h === 0 ? 0 : -most[1]; k <= most[1]; k++)
      for (let l = h === 0 && k === 0 ? 1 : -most[2]; l <= most[2]; l++) {
        const square = [0, 1, 2].reduce(
          (sum, axis) => sum + (h * (a[axis] ?? 0) + k * (b[axis] ?? 0) + l * (c[axis] ?? 0)) ** 2,
          0,
        );
        if (square > cutoff * cutoff) continue;
        indices.push(h, k, l);
        squares.push(square);
      }
  return {
    count: squares.length,
    indices: Int32Array.from(indices),
    squares: Float64Array.from(squares),
    most,
  };
}

/** Rows a*, b*, c*, per angstrom, 2 pi included: columns of the inverse of the lattice matrix. */
function reciprocalRows(lattice: Lattice): readonly [Vector3, Vector3, Vector3] {
  const x = lattice.fractional([1, 0, 0]);
  const y = lattice.fractional([0, 1, 0]);
  const z = lattice.fractional([0, 0, 1]);
  const row = (axis: 0 | 1 | 2): Vector3 => [
    2 * Math.PI * x[axis],
    2 * Math.PI * y[axis],
    2 * Math.PI * z[axis],
  ];
  return [row(0), row(1), row(2)];
}

/** cos and sin of 2 pi n x for each site, coordinate and whole number n from 0 to the largest index along that axis. */
export class PhaseTable {
  private readonly cosines: readonly Float64Array[];
  private readonly sines: readonly Float64Array[];
  private readonly widths: readonly number[];

  /** @param positions fractional coordinates, `3 x sites`. */
  constructor(positions: Float64Array, most: WaveVectors["most"]) {
    const sites = positions.length / 3;
    this.widths = most.map((largest) => largest + 1);
    const fill = (of: (angle: number) => number) =>
      this.widths.map((width, axis) => {
        const values = new Float64Array(sites * width);
        for (let site = 0; site < sites; site++)
          for (let n = 0; n < width; n++)
            values[site * width + n] = of(2 * Math.PI * n * (positions[3 * site + axis] ?? 0));
        return values;
      });
    this.cosines = fill(Math.cos);
    this.sines = fill(Math.sin);
  }

  /** Writes the phase factor exp(i G r) of every site for the wave vector h, k, l. */
  fill(h: number, k: number, l: number, cosines: Float64Array, sines: Float64Array): void {
    const [cosX = empty, cosY = empty, cosZ = empty] = this.cosines;
    const [sinX = empty, sinY = empty, sinZ = empty] = this.sines;
    const [wx = 0, wy = 0, wz = 0] = this.widths;
    const [ak, al] = [Math.abs(k), Math.abs(l)];
    const [signK, signL] = [k < 0 ? -1 : 1, l < 0 ? -1 : 1];
    for (let site = 0; site < cosines.length; site++) {
      const [cx, sx] = [cosX[site * wx + h] ?? 0, sinX[site * wx + h] ?? 0];
      const [cy, sy] = [cosY[site * wy + ak] ?? 0, signK * (sinY[site * wy + ak] ?? 0)];
      const [cz, sz] = [cosZ[site * wz + al] ?? 0, signL * (sinZ[site * wz + al] ?? 0)];
      const [re, im] = [cx * cy - sx * sy, cx * sy + sx * cy];
      cosines[site] = re * cz - im * sz;
      sines[site] = re * sz + im * cz;
    }
  }
}

const empty = new Float64Array(0);
