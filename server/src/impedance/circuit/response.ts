import type { Circuit, CircuitPart, ParallelPart } from "./circuit";
import { PointResponse } from "./pointResponse";

/** The impedance of a circuit at N frequencies, ohm. */
export interface Response {
  readonly zRe: Float64Array;
  readonly zIm: Float64Array;
  /** dZ/dp, all N frequencies of the first parameter, then those of the next. */
  readonly derivativesRe: Float64Array;
  readonly derivativesIm: Float64Array;
}

/** Impedance of a circuit and its derivatives by its parameters, at frequencies in hertz. */
export function circuitResponse(
  { parts }: Pick<Circuit, "parts">,
  frequencies: Float64Array,
  values: readonly number[],
): Response {
  const count = frequencies.length;
  const at = new PointResponse(Float64Array.from(values));
  const zRe = new Float64Array(count);
  const zIm = new Float64Array(count);
  const derivativesRe = new Float64Array(count * values.length);
  const derivativesIm = new Float64Array(count * values.length);
  for (let i = 0; i < count; i++) {
    respondInSeries(parts, 2 * Math.PI * (frequencies[i] ?? NaN), at);
    zRe[i] = at.re;
    zIm[i] = at.im;
    for (let p = 0; p < values.length; p++) {
      derivativesRe[p * count + i] = at.derivativesRe[p] ?? 0;
      derivativesIm[p * count + i] = at.derivativesIm[p] ?? 0;
    }
  }
  return { zRe, zIm, derivativesRe, derivativesIm };
}

function respond(part: CircuitPart, omega: number, at: PointResponse): void {
  switch (part.kind) {
    case "element":
      part.element.respond(omega, at, part.offset);
      return;
    case "series":
      respondInSeries(part.parts, omega, at);
      return;
    case "parallel":
      respondInParallel(part, omega, at);
  }
}

function respondInSeries(parts: readonly CircuitPart[], omega: number, at: PointResponse): void {
  let re = 0;
  let im = 0;
  for (const part of parts) {
    respond(part, omega, at);
    re += at.re;
    im += at.im;
  }
  at.setImpedance(re, im);
}

/** 1/Z = sum 1/Z_i, hence dZ = Z^2 sum dZ_i / Z_i^2. */
function respondInParallel({ parts, offset, count }: ParallelPart, omega: number, at: PointResponse): void {
  let re = 0;
  let im = 0;
  for (const part of parts) {
    respond(part, omega, at);
    at.invert();
    scaleBySquare(part, at);
    re += at.re;
    im += at.im;
  }
  at.setImpedance(re, im);
  at.invert();
  scaleBySquare({ offset, count }, at);
}

function scaleBySquare({ offset, count }: Pick<CircuitPart, "offset" | "count">, at: PointResponse): void {
  at.scaleDerivatives(offset, count, at.re * at.re - at.im * at.im, 2 * at.re * at.im);
}
