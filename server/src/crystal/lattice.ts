/** Three numbers: a position in fractional coordinates, or a vector in angstrom, as the name says. */
export type Vector3 = readonly [number, number, number];

export interface LatticeParameters {
  /** Angstrom. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Degrees. */
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/** A unit cell. Row vectors, `a` along x and `b` in the xy plane. */
export class Lattice {
  /** Cubic angstrom. */
  readonly volume: number;
  /** Row-major 3 x 3, angstrom: rows are the lattice vectors a, b, c. */
  readonly matrix: Float64Array;

  private constructor(readonly parameters: LatticeParameters) {
    const { a, b, c, alpha, beta, gamma } = parameters;
    const [cosAlpha, cosBeta, cosGamma] = [cosine(alpha), cosine(beta), cosine(gamma)];
    const sinGamma = Math.sqrt(1 - cosGamma * cosGamma);
    const cy = (cosAlpha - cosBeta * cosGamma) / sinGamma;
    const cz = Math.sqrt(1 - cosBeta * cosBeta - cy * cy);
    this.matrix = Float64Array.of(a, 0, 0, b * cosGamma, b * sinGamma, 0, c * cosBeta, c * cy, c * cz);
    this.volume = a * b * sinGamma * c * cz;
  }

  /** The lattice of these parameters, or `undefined` where they span no volume. */
  static fromParameters(parameters: LatticeParameters): Lattice | undefined {
    const lattice = new Lattice(parameters);
    return Number.isFinite(lattice.volume) && lattice.volume > 0 ? lattice : undefined;
  }

  /** The same shape with edges multiplied by `factor`. */
  scaled(factor: number): Lattice {
    const { a, b, c, alpha, beta, gamma } = this.parameters;
    return new Lattice({ a: a * factor, b: b * factor, c: c * factor, alpha, beta, gamma });
  }

  /** Fractional coordinates to angstrom. */
  cartesian([x, y, z]: Vector3): Vector3 {
    const [ax = 0, , , bx = 0, by = 0, , cx = 0, cy = 0, cz = 0] = this.matrix;
    return [x * ax + y * bx + z * cx, y * by + z * cy, z * cz];
  }

  /** Angstrom to fractional coordinates. */
  fractional([x, y, z]: Vector3): Vector3 {
    const [ax = 1, , , bx = 0, by = 1, , cx = 0, cy = 0, cz = 1] = this.matrix;
    const w = z / cz;
    const v = (y - w * cy) / by;
    return [(x - v * bx - w * cx) / ax, v, w];
  }

  /** Distances in angstrom between opposite faces of the cell: how thick it is along a, b and c. */
  heights(): Vector3 {
    const [ax = 0, , , bx = 0, by = 0, , cx = 0, cy = 0, cz = 0] = this.matrix;
    const faces = [
      Math.hypot(by * cz, bx * cz, bx * cy - by * cx),
      Math.hypot(ax * cz, ax * cy),
      ax * by,
    ] as const;
    return [this.volume / faces[0], this.volume / faces[1], this.volume / faces[2]];
  }

  /** Length in angstrom of a fractional difference, as it is: no periodic images. */
  length(difference: Vector3): number {
    return Math.hypot(...this.cartesian(difference));
  }
}

/** The parameters of the cell that three vectors span; an angle is right where only rounding keeps it from being so. */
export function latticeParameters([a, b, c]: readonly [Vector3, Vector3, Vector3]): LatticeParameters {
  const length = (v: Vector3) => Math.hypot(...v);
  const angle = (v: Vector3, w: Vector3) => {
    const cosine = (v[0] * w[0] + v[1] * w[1] + v[2] * w[2]) / (length(v) * length(w));
    return Math.abs(cosine) < 1e-12 ? 90 : (Math.acos(cosine) * 180) / Math.PI;
  };
  return {
    a: length(a),
    b: length(b),
    c: length(c),
    alpha: angle(b, c),
    beta: angle(a, c),
    gamma: angle(a, b),
  };
}

/** Exactly 0 for right angles, so that orthogonal cells stay orthogonal to the last digit. */
function cosine(degrees: number): number {
  return degrees === 90 ? 0 : Math.cos((degrees * Math.PI) / 180);
}
