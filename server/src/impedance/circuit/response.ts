import type { Circuit, CircuitPart, ParallelPart, SeriesPart } from "./circuit";
import { ElementResponse, sweepOf, type Sweep } from "./elementResponse";

/** The impedance of a circuit at N frequencies, ohm. */
export interface Response {
  readonly zRe: Float64Array;
  readonly zIm: Float64Array;
}

/** Impedance of a circuit at frequencies in hertz. */
export function circuitResponse(
  { parts }: Pick<Circuit, "parts">,
  frequencies: Float64Array,
  values: readonly number[],
): Response {
  const model = new CircuitModel(parts, values.length, frequencies);
  model.evaluate(values);
  const { length } = frequencies;
  return { zRe: model.impedance.subarray(0, length), zIm: model.impedance.subarray(length) };
}

/** A circuit at N frequencies, evaluated again and again in the same arrays. */
export class CircuitModel {
  /** All real parts, then all imaginary ones, ohm. */
  readonly impedance: Float64Array;
  /** dZ/dp in the same form, parameter after parameter. */
  readonly derivatives: Float64Array;
  private readonly values: Float64Array;
  private readonly respond: () => void;

  /** @param frequencies hertz */
  constructor(parts: readonly CircuitPart[], parameters: number, frequencies: Float64Array) {
    const sweep = sweepOf(frequencies);
    this.impedance = new Float64Array(2 * sweep.count);
    this.derivatives = new Float64Array(2 * sweep.count * parameters);
    this.values = new Float64Array(parameters);
    const whole: SeriesPart = { kind: "series", offset: 0, count: parameters, parts };
    this.respond = responder(whole, this.impedance, {
      sweep,
      values: this.values,
      derivatives: this.derivatives,
    });
  }

  evaluate(values: ArrayLike<number>): void {
    this.values.set(values);
    this.respond();
  }
}

interface Workspace {
  readonly sweep: Sweep;
  readonly values: Float64Array;
  readonly derivatives: Float64Array;
}

/** What fills `impedance`, and the derivatives by the parameters of the part. */
function responder(part: CircuitPart, impedance: Float64Array, at: Workspace): () => void {
  switch (part.kind) {
    case "element": {
      const { element, offset, count } = part;
      const own = at.values.subarray(offset, offset + count);
      const response = new ElementResponse(at.sweep, own, impedance, derivativesOf(part, at));
      return () => {
        element.respond(response);
      };
    }
    case "series":
      return inSeries(part, impedance, at);
    case "parallel":
      return inParallel(part, impedance, at);
  }
}

function derivativesOf({ offset, count }: CircuitPart, { sweep, derivatives }: Workspace): Float64Array {
  const width = 2 * sweep.count;
  return derivatives.subarray(offset * width, (offset + count) * width);
}

function inSeries({ parts }: SeriesPart, impedance: Float64Array, at: Workspace): () => void {
  const [first, ...others] = parts;
  if (!first) return () => impedance.fill(0);
  const begin = responder(first, impedance, at);
  const own = new Float64Array(impedance.length);
  const rest = others.map((part) => responder(part, own, at));
  return () => {
    begin();
    for (const respond of rest) {
      respond();
      addTo(impedance, own);
    }
  };
}

/** 1/Z = sum 1/Z_i, hence dZ = sum (Z / Z_i)^2 dZ_i. */
function inParallel({ parts }: ParallelPart, impedance: Float64Array, at: Workspace): () => void {
  const branches = parts.map((part) => {
    const admittance = new Float64Array(impedance.length);
    const respond = responder(part, admittance, at);
    return { respond, admittance, derivatives: derivativesOf(part, at) };
  });
  return () => {
    impedance.fill(0);
    for (const { respond, admittance } of branches) {
      respond();
      invert(admittance);
      addTo(impedance, admittance);
    }
    invert(impedance);
    for (const { admittance, derivatives } of branches) {
      squareOfProduct(admittance, impedance);
      multiplyEach(derivatives, admittance);
    }
  };
}

function addTo(sum: Float64Array, values: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (values[i] ?? 0);
}

function invert(values: Float64Array): void {
  const count = values.length / 2;
  for (let i = 0; i < count; i++) {
    const re = values[i] ?? 0;
    const im = values[count + i] ?? 0;
    const norm = re * re + im * im;
    values[i] = re / norm;
    values[count + i] = -im / norm;
  }
}

/** Puts (a b)^2 into a. */
function squareOfProduct(a: Float64Array, b: Float64Array): void {
  const count = a.length / 2;
  for (let i = 0; i < count; i++) {
    const aRe = a[i] ?? 0;
    const aIm = a[count + i] ?? 0;
    const bRe = b[i] ?? 0;
    const bIm = b[count + i] ?? 0;
    const re = aRe * bRe - aIm * bIm;
    const im = aRe * bIm + aIm * bRe;
    a[i] = re * re - im * im;
    a[count + i] = 2 * re * im;
  }
}

/** Multiplies each of several curves, one behind the other, with a further one. */
function multiplyEach(curves: Float64Array, factor: Float64Array): void {
  const count = factor.length / 2;
  for (let begin = 0; begin < curves.length; begin += factor.length)
    for (let i = begin; i < begin + count; i++) {
      const re = curves[i] ?? 0;
      const im = curves[i + count] ?? 0;
      const factorRe = factor[i - begin] ?? 0;
      const factorIm = factor[i - begin + count] ?? 0;
      curves[i] = re * factorRe - im * factorIm;
      curves[i + count] = re * factorIm + im * factorRe;
    }
}
