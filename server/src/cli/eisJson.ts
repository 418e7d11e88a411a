import type { CircuitAnalysis, SpectrumAnalysis } from "../impedance/analysis";
import type { Measured } from "../impedance/cell/cell";
import { processHint } from "../impedance/conductivity/contributions";
import { correlationOf } from "../impedance/fit/covariance";
import type { ImpedanceFile, Loop } from "../impedance/spectrum";

/** One loop of a file with what was found of it. */
export interface AnalysedLoop {
  readonly loop: Loop;
  /** Empty for the only loop of a file. */
  readonly name: string;
  readonly analysis: SpectrumAnalysis;
  readonly cellConstant: Measured | null;
}

/** What `superion eis --json` tells of a file. */
export function fileJson(file: ImpedanceFile, loops: readonly AnalysedLoop[]): object {
  const { format, instrument, temperatureC, temperatureSource, areaCm2, thicknessCm } = file;
  return {
    format,
    instrument,
    temperatureC,
    temperatureSource,
    areaCm2,
    thicknessCm,
    loops: loops.map(loopJson),
  };
}

function loopJson({ loop, analysis: { tail, circuit, linKk }, cellConstant }: AnalysedLoop): object {
  const { frequencies, zRe, zIm, temperatureC } = loop;
  return {
    temperatureC,
    points: Array.from(frequencies, (frequency, i) => [frequency, zRe[i], zIm[i]]),
    tail,
    circuit: circuit && circuitJson(circuit, cellConstant),
    linKk: linKk && { ...linKk, residuals: arrays(linKk.residuals) },
  };
}

function circuitJson(analysis: CircuitAnalysis, cellConstant: Measured | null): object {
  const { fit, resistanceTotal, contributions, conductivity, candidates } = analysis;
  return {
    string: fit.circuit.text,
    weights: fit.weighting,
    parameters: fit.parameters.map(({ name, symbol, unit, value, standardError }) => ({
      name,
      symbol,
      unit,
      value,
      standardError,
    })),
    correlation: correlationOf(fit.covariance),
    chi2: fit.chi2,
    chi2Reduced: fit.chi2Reduced,
    converged: fit.converged,
    residuals: arrays(fit.residuals),
    resistanceTotal,
    conductivity: conductivity ?? { total: null, bulk: null, grainBoundary: null },
    contributions: contributions.map(({ name, resistance, capacitance, peakFrequency }) => ({
      name,
      resistance,
      capacitance,
      peakFrequency,
      process: processHint(capacitance, cellConstant?.value ?? null),
    })),
    alternatives: candidates.slice(1).map(({ fit: other, criterion }) => ({
      string: other.circuit.text,
      chi2: other.chi2,
      criterionDifference: criterion - (candidates[0]?.criterion ?? NaN),
    })),
  };
}

function arrays({ re, im }: { readonly re: Float64Array; readonly im: Float64Array }): object {
  return { re: Array.from(re), im: Array.from(im) };
}
