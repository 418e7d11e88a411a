import type { CircuitAnalysis, SpectrumAnalysis } from "../impedance/analysis";
import type { Measured } from "../impedance/cell/cell";
import { circuitResponse } from "../impedance/circuit/response";
import { conductivitiesOf, conductivityOf } from "../impedance/conductivity/conductivity";
import { processHint } from "../impedance/conductivity/contributions";
import type { CircuitFit } from "../impedance/fit/circuitFit";
import { correlationOf } from "../impedance/fit/covariance";
import type { Selection } from "../impedance/selection";
import { frequencyRange, type Spectrum } from "../impedance/spectrum";
import type { TailFit } from "../impedance/tail/tailFit";
import type {
  AnalysedCircuit,
  AnalysedSpectrum,
  AnalysedTail,
  Residuals,
} from "../protocol/impedanceAnalysis";
import type { ImpedanceCurve } from "../protocol/impedanceFiles";

/** What the editor is told of an analysis. */
export function analysedSpectrum(
  { tail, circuit, problems }: SpectrumAnalysis,
  selection: Selection,
  cellConstant: Measured | null,
): AnalysedSpectrum {
  return {
    kind: "analysed",
    tail: tail && analysedTail(tail, selection.spectrum, cellConstant),
    circuit: circuit && analysedCircuit(circuit, selection, cellConstant),
    problems: problems.map(({ severity, message }) => ({ severity, message })),
  };
}

/** Charts clip lines well whose points are not far outside. */
const tailHeights = [0, ...Array.from({ length: 33 }, (_, i) => 10 ** (i / 8 - 4))];

function analysedTail(
  { resistance, standardError, interval, window, points, angle }: TailFit,
  spectrum: Spectrum,
  cellConstant: Measured | null,
): AnalysedTail {
  const estimate = { value: resistance, standardError };
  const inside = spectrum.zIm.filter((_, i) => {
    const frequency = spectrum.frequencies[i] ?? 0;
    return frequency >= window[0] && frequency <= window[1];
  });
  const height = inside.reduce((highest, im) => Math.max(highest, -im), 0);
  const slope = Math.tan((angle * Math.PI) / 180);
  return {
    resistance: estimate,
    interval,
    window,
    points,
    conductivity: cellConstant && conductivityOf(estimate, cellConstant),
    line: tailHeights.map((share) => [resistance + (share * height) / slope, share * height] as const),
  };
}

function analysedCircuit(
  { fit, resistanceTotal, contributions, candidates }: CircuitAnalysis,
  selection: Selection,
  cellConstant: Measured | null,
): AnalysedCircuit {
  const byParameter = new Map(contributions.map((one) => [one.parameter, one]));
  return {
    circuit: fit.circuit.text,
    parameters: fit.parameters.map(({ name, unit, value, standardError }, p) => {
      const capacitance = byParameter.get(p)?.capacitance ?? null;
      const process = byParameter.has(p) ? processHint(capacitance, cellConstant?.value ?? null) : null;
      return { name, unit: unitText(unit), value, standardError, process, capacitance };
    }),
    correlation: correlationOf(fit.covariance),
    chi2: fit.chi2,
    chi2Reduced: fit.chi2Reduced,
    resistanceTotal,
    conductivity: cellConstant && conductivitiesOf(fit, cellConstant),
    alternatives: candidates.slice(1).map((other) => ({
      circuit: other.fit.circuit.text,
      criterionDifference: other.criterion - (candidates[0]?.criterion ?? NaN),
    })),
    curve: curveOf(fit, selection.spectrum),
    residuals: residualsOf(fit, selection),
  };
}

/** `Ω sⁿ` for `ohm s^n`. */
function unitText(unit: string): string {
  return unit.replaceAll("ohm", "Ω").replaceAll("^n", "ⁿ");
}

const curvePoints = 200;

/** The circuit over the range of the spectrum, densely. */
function curveOf(fit: CircuitFit, spectrum: Spectrum): ImpedanceCurve {
  const { lowest, highest } = frequencyRange(spectrum);
  const dense = Float64Array.from(
    { length: curvePoints },
    (_, i) => highest * (lowest / highest) ** (i / (curvePoints - 1)),
  );
  const { zRe, zIm } = circuitResponse(fit.circuit, dense, valuesOf(fit));
  return { frequencies: [...dense], zRe: [...zRe], zIm: [...zIm] };
}

function residualsOf(fit: CircuitFit, { spectrum, places }: Selection): Residuals {
  const response = circuitResponse(fit.circuit, spectrum.frequencies, valuesOf(fit));
  const modulus = spectrum.zRe.map((re, i) => Math.hypot(re, spectrum.zIm[i] ?? 0));
  const percent = (of: Float64Array, measured: Float64Array) =>
    Array.from(of, (value, i) => (100 * (value - (measured[i] ?? 0))) / (modulus[i] ?? 1));
  return {
    points: places,
    re: percent(response.zRe, spectrum.zRe),
    im: percent(response.zIm, spectrum.zIm),
  };
}

const valuesOf = ({ parameters }: CircuitFit) => parameters.map(({ value }) => value);
