import type { Measured } from "./cell/cell";
import type { Circuit } from "./circuit/circuit";
import { conductivitiesOf, totalResistance, type Conductivities } from "./conductivity/conductivity";
import { contributionsOf, type Contribution } from "./conductivity/contributions";
import { fitCircuit, type CircuitFit, type Estimate } from "./fit/circuitFit";
import { chooseCircuit, type Candidate } from "./fit/modelChoice";
import { fitVerdicts } from "./fit/verdicts";
import type { Weighting } from "./fit/weights";
import type { ImpedanceProblem } from "./problem";
import type { Spectrum } from "./spectrum";
import { fitTail, type TailFit, type TailMethod } from "./tail/tailFit";
import type { FrequencyWindow } from "./tail/tailWindow";
import { testLinKk, type LinKk } from "./validity/linKk";

/** What to do with a spectrum. */
export interface AnalysisSettings {
  /** `null`: the best of the usual ones. */
  readonly circuit: Circuit | null;
  readonly weighting: Weighting;
  /** Thickness over area, 1/cm; `null` where the geometry is not known. */
  readonly cellConstant: Measured | null;
  /** `null`: found automatically. */
  readonly tailWindow: FrequencyWindow | null;
  readonly tailMethod: TailMethod;
  readonly withLinKk: boolean;
}

export const defaultAnalysis: AnalysisSettings = {
  circuit: null,
  weighting: "modulus",
  cellConstant: null,
  tailWindow: null,
  tailMethod: "x-on-y-weighted",
  withLinKk: false,
};

/** A fitted circuit with what follows from it. */
export interface CircuitAnalysis {
  readonly fit: CircuitFit;
  readonly resistanceTotal: Estimate;
  readonly contributions: readonly Contribution[];
  readonly conductivity: Conductivities | null;
  /** The circuits that were compared, the best first; empty where the circuit was given. */
  readonly candidates: readonly Candidate[];
}

export interface SpectrumAnalysis {
  /** `null` where too few points lie in the window. */
  readonly tail: TailFit | null;
  /** `null` where there are fewer numbers than parameters. */
  readonly circuit: CircuitAnalysis | null;
  readonly linKk: LinKk | null;
  readonly problems: readonly ImpedanceProblem[];
}

/** Fewer points describe no arc and no tail. */
const fewestPoints = 5;
/** Points that are fitted at most: a finer spectrum is thinned evenly. */
const mostPoints = 2000;

/** Tail, circuit and Kramers-Kronig test of one spectrum. */
export function analyseSpectrum(
  whole: Spectrum,
  settings: AnalysisSettings = defaultAnalysis,
): SpectrumAnalysis {
  if (whole.frequencies.length < fewestPoints)
    return { tail: null, circuit: null, linKk: null, problems: [tooFewPoints(whole.frequencies.length)] };
  const { spectrum, problems } = thinned(whole);
  const tail = fitTail(spectrum, settings.tailWindow ?? undefined, settings.tailMethod);
  const circuit = analyseCircuit(spectrum, settings);
  const verdicts = circuit
    ? fitVerdicts(circuit.fit, circuit.contributions, circuit.resistanceTotal, spectrum, tail)
    : [];
  return {
    tail: tail ?? null,
    circuit,
    linKk: settings.withLinKk ? testLinKk(spectrum) : null,
    problems: [...problems, ...verdicts],
  };
}

function analyseCircuit(spectrum: Spectrum, settings: AnalysisSettings): CircuitAnalysis | null {
  const candidates = settings.circuit ? [] : chooseCircuit(spectrum);
  const circuit = settings.circuit ?? candidates[0]?.fit.circuit;
  if (!circuit || circuit.parameters.length >= 2 * spectrum.frequencies.length) return null;
  const chosen = settings.weighting === "modulus" ? candidates[0]?.fit : undefined;
  const fit = chosen ?? fitCircuit(circuit, spectrum, settings.weighting);
  return {
    fit,
    resistanceTotal: totalResistance(fit),
    contributions: contributionsOf(fit),
    conductivity: settings.cellConstant && conductivitiesOf(fit, settings.cellConstant),
    candidates,
  };
}

function thinned(spectrum: Spectrum): { spectrum: Spectrum; problems: ImpedanceProblem[] } {
  const count = spectrum.frequencies.length;
  if (count <= mostPoints) return { spectrum, problems: [] };
  const step = Math.ceil(count / mostPoints);
  const every = (values: Float64Array) => values.filter((_, i) => i % step === 0);
  const message = `The spectrum has ${count} points; every ${step}th is fitted.`;
  return {
    spectrum: {
      frequencies: every(spectrum.frequencies),
      zRe: every(spectrum.zRe),
      zIm: every(spectrum.zIm),
    },
    problems: [{ code: "thinned", severity: "information", message, line: null, column: null }],
  };
}

function tooFewPoints(count: number): ImpedanceProblem {
  const message = `${count} points are too few for a fit: ${fewestPoints} are needed.`;
  return { code: "too-few-points", severity: "warning", message, line: null, column: null };
}
