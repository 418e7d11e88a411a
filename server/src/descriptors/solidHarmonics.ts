/**
 * Regular solid harmonics r^l Y_lm with real orthonormal spherical harmonics Y_lm, up to a degree: entry l^2 + l + m, m from
 * -l to l. Without the Condon-Shortley sign (Helgaker, Jorgensen and Olsen, Molecular Electronic-Structure Theory, 6.4).
 */
export class SolidHarmonics {
  readonly values: Float64Array;
  /** r^l Y_lm without its norm: polynomials in z and r^2, one a degree and order. */
  private readonly polynomials: Float64Array;
  private readonly norms: Float64Array;

  constructor(private readonly degree: number) {
    const size = (degree + 1) ** 2;
    this.values = new Float64Array(size);
    this.polynomials = new Float64Array(size);
    this.norms = norms(degree);
  }

  /** Fills `values` for a vector. */
  evaluate(x: number, y: number, z: number): void {
    const { degree, values, polynomials, norms: scale } = this;
    this.fillPolynomials(z, x * x + y * y + z * z);
    let [cosine, sine] = [1, 0];
    for (let m = 0; m <= degree; m++) {
      for (let l = m; l <= degree; l++) {
        const middle = l * l + l;
        const value = (scale[middle + m] ?? 0) * (polynomials[middle + m] ?? 0);
        values[middle + m] = value * cosine;
        if (m > 0) values[middle - m] = value * sine;
      }
      [cosine, sine] = [x * cosine - y * sine, x * sine + y * cosine];
    }
  }

  /** Associated Legendre polynomials, made homogeneous in z and r. */
  private fillPolynomials(z: number, squared: number): void {
    const { degree, polynomials } = this;
    let first = 1;
    for (let m = 0; m <= degree; m++) {
      let [before, current] = [0, first];
      polynomials[m * m + 2 * m] = current;
      for (let l = m + 1; l <= degree; l++) {
        const next = ((2 * l - 1) * z * current - (l + m - 1) * squared * before) / (l - m);
        polynomials[l * l + l + m] = next;
        [before, current] = [current, next];
      }
      first *= 2 * m + 1;
    }
  }
}

function norms(degree: number): Float64Array {
  const all = new Float64Array((degree + 1) ** 2);
  for (let l = 0; l <= degree; l++) {
    let ratio = 1;
    for (let m = 0; m <= l; m++) {
      if (m > 0) ratio /= (l + m) * (l - m + 1);
      all[l * l + l + m] = Math.sqrt((((m > 0 ? 2 : 1) * (2 * l + 1)) / (4 * Math.PI)) * ratio);
    }
  }
  return all;
}
