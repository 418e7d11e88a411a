import type { Complex } from "../complex";

/**
 * The impedance of a part of a circuit at one frequency and its derivatives by the parameters. It is filled in place, since
 * a fit asks for it hundreds of thousands of times.
 */
export class PointResponse {
  /** Of the part that was computed last, ohm. */
  re = 0;
  im = 0;
  /** dZ/dp by parameter. */
  readonly derivativesRe: Float64Array;
  readonly derivativesIm: Float64Array;

  /** `values` are those of all parameters of the circuit. */
  constructor(private readonly values: Float64Array) {
    this.derivativesRe = new Float64Array(values.length);
    this.derivativesIm = new Float64Array(values.length);
  }

  value(parameter: number): number {
    return this.values[parameter] ?? NaN;
  }

  setImpedance(re: number, im: number): void {
    this.re = re;
    this.im = im;
  }

  setDerivative(parameter: number, re: number, im: number): void {
    this.derivativesRe[parameter] = re;
    this.derivativesIm[parameter] = im;
  }

  /** The impedance, and its derivatives by the parameters from `offset` on. */
  set(offset: number, z: Complex, ...derivatives: readonly Complex[]): void {
    this.setImpedance(z.re, z.im);
    derivatives.forEach(({ re, im }, i) => {
      this.setDerivative(offset + i, re, im);
    });
  }

  /** Multiplies the derivatives of `count` parameters from `offset` on by re + j im. */
  scaleDerivatives(offset: number, count: number, re: number, im: number): void {
    for (let p = offset; p < offset + count; p++) {
      const dRe = this.derivativesRe[p] ?? 0;
      const dIm = this.derivativesIm[p] ?? 0;
      this.derivativesRe[p] = dRe * re - dIm * im;
      this.derivativesIm[p] = dRe * im + dIm * re;
    }
  }

  /** Z becomes 1/Z without the derivatives. */
  invert(): void {
    const norm = this.re * this.re + this.im * this.im;
    this.setImpedance(this.re / norm, -this.im / norm);
  }
}
