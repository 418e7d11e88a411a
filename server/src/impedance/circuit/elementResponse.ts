import type { Complex } from "../complex";

/** Frequencies that a circuit is asked for again and again. */
export interface Sweep {
  readonly count: number;
  /** 1/s. */
  readonly omega: Float64Array;
  /** Its natural logarithm. */
  readonly logOmega: Float64Array;
}

export function sweepOf(frequencies: Float64Array): Sweep {
  const omega = frequencies.map((frequency) => 2 * Math.PI * frequency);
  return { count: frequencies.length, omega, logOmega: omega.map(Math.log) };
}

/**
 * Where an element puts its impedance and the derivatives by its own parameters, over a whole sweep. It is filled in place,
 * since a fit asks for it thousands of times.
 */
export class ElementResponse {
  readonly count: number;
  readonly omega: Float64Array;
  readonly logOmega: Float64Array;

  /**
   * `values` are those of the element's parameters; `impedance` has all real parts before all imaginary ones, `derivatives` the
   * same of each parameter in turn.
   */
  constructor(
    { count, omega, logOmega }: Sweep,
    private readonly values: Float64Array,
    private readonly impedance: Float64Array,
    private readonly derivatives: Float64Array,
  ) {
    this.count = count;
    this.omega = omega;
    this.logOmega = logOmega;
  }

  value(parameter: number): number {
    return this.values[parameter] ?? NaN;
  }

  setImpedance(i: number, re: number, im: number): void {
    this.impedance[i] = re;
    this.impedance[this.count + i] = im;
  }

  setDerivative(parameter: number, i: number, re: number, im: number): void {
    const place = 2 * parameter * this.count + i;
    this.derivatives[place] = re;
    this.derivatives[place + this.count] = im;
  }

  /** The impedance, and its derivatives by all parameters. */
  set(i: number, z: Complex, ...derivatives: readonly Complex[]): void {
    this.setImpedance(i, z.re, z.im);
    derivatives.forEach(({ re, im }, parameter) => {
      this.setDerivative(parameter, i, re, im);
    });
  }
}
