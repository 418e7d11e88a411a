import type { Measured } from "./cell/cell";
import type { Circuit } from "./circuit/circuit";
import { conductivitiesOf, totalResistance, type Conductivities } from "./conductivity/conductivity";
import { contributionsOf, type Contribution } from "./conductivity/contributions";
import { fitCircuit, type CircuitFit, type Estimate } from "./fit/circuitFit";
import { chooseCircuit, type Candidate } from "./fit/modelChoice";
import { fitVerdicts } from "./fit/verdicts";
import type { Weighting } from "./fit/weights";
import type { ImpedanceProblem } from "./problem";
import { thinnedOut, withoutPoints, type Selection } from "./selection";
import type { FrequencyWindow, Spectrum } from "./spectrum";
import { fitTail, type TailFit, type TailMethod } from "./tail/tailFit";
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
  /** Places of points that do not count. */
  readonly excluded: readonly number[];
}

export const defaultAnalysis: AnalysisSettings = {
  circuit: null,
  weighting: "modulus",
  cellConstant: null,
  tailWindow: null,
  tailMethod: "x-on-y-weighted",
  withLinKk: false,
  excluded: [],
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
  const counted = withoutPoints(whole, settings.excluded);
  if (counted.places.length < fewestPoints) return notAnalysed(counted.places.length);
  const { spectrum, places } = thinnedOut(counted, mostPoints);
  const tail = fitTail(spectrum, settings.tailWindow ?? undefined, settings.tailMethod);
  const circuit = analyseCircuit(spectrum, settings);
  const verdicts = circuit
    ? fitVerdicts(circuit.fit, circuit.contributions, circuit.resistanceTotal, spectrum, tail)
    : [];
  return {
    tail: tail ?? null,
    circuit,
    linKk: settings.withLinKk ? testLinKk(spectrum) : null,
    problems: [...thinningOf(counted, places.length), ...verdicts],
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

function thinningOf({ places }: Selection, fitted: number): ImpedanceProblem[] {
  if (fitted === places.length) return [];
  const step = Math.ceil(places.length / fitted);
  const message = `The spectrum has ${places.length} points; every ${step}th is fitted.`;
  return [{ code: "thinned", severity: "information", message, line: null, column: null }];
}

function notAnalysed(points: number): SpectrumAnalysis {
  const message = `${points} points are too few for a fit: ${fewestPoints} are needed.`;
  const problem = { code: "too-few-points", severity: "warning", message, line: null, column: null } as const;
  return { tail: null, circuit: null, linKk: null, problems: [problem] };
}
