import { parseCircuit } from "../circuit/parseCircuit";
import type { Spectrum } from "../spectrum";
import { fitCircuit, type CircuitFit } from "./circuitFit";

/** One of the circuits that were compared. */
export interface Candidate {
  readonly fit: CircuitFit;
  /** Bayesian information criterion: the lower, the better. */
  readonly criterion: number;
}

/** The best circuit first, then the others. */
export type ModelChoice = readonly Candidate[];

/** The usual circuits of a solid electrolyte between blocking electrodes, and of one without a tail, by number of parameters. */
const usualCircuits = [
  "R0-CPE1",
  "L0-R0-CPE1",
  "p(R1,CPE1)-CPE2",
  "R0-p(R1,CPE1)",
  "R0-p(R1,CPE1)-CPE2",
  "L0-p(R1,CPE1)-CPE2",
  "p(R1,CPE1)-p(R2,CPE2)-CPE3",
  "L0-R0-p(R1,CPE1)-CPE2",
];
/** What is tried as well where the circuit on the left is the best of the usual ones. */
const larger: ReadonlyMap<string, string> = new Map([
  ["R0-p(R1,CPE1)", "p(R1,CPE1)-p(R2,CPE2)"],
  ["p(R1,CPE1)-p(R2,CPE2)-CPE3", "R0-p(R1,CPE1)-p(R2,CPE2)-CPE3"],
]);

/**
 * Fits the usual circuits with modulus weights and orders them by the Bayesian information criterion N ln(chi2/N) + p ln N of N
 * numbers and p parameters (Schwarz, Ann. Stat. 6, 461, 1978): an arc more has to earn its three parameters.
 */
export function chooseCircuit(spectrum: Spectrum): ModelChoice {
  const isInductive = spectrum.zIm.some((im) => im > 0);
  const texts = usualCircuits.filter((text) => isInductive || !text.startsWith("L"));
  const usual = texts.flatMap((text) => candidatesOf(text, spectrum)).sort(byCriterion);
  const more = larger.get(usual[0]?.fit.circuit.text ?? "");
  return more === undefined ? usual : [...usual, ...candidatesOf(more, spectrum)].sort(byCriterion);
}

/** None where the circuit has more parameters than the spectrum numbers. */
function candidatesOf(text: string, spectrum: Spectrum): Candidate[] {
  const numbers = 2 * spectrum.frequencies.length;
  const reading = parseCircuit(text);
  if (!reading.ok || reading.circuit.parameters.length >= numbers) return [];
  const fit = fitCircuit(reading.circuit, spectrum);
  return [{ fit, criterion: criterionOf(fit.chi2, numbers, reading.circuit.parameters.length) }];
}

const byCriterion = (a: Candidate, b: Candidate) => a.criterion - b.criterion;

function criterionOf(chi2: number, numbers: number, parameters: number): number {
  return numbers * Math.log(Math.max(chi2, Number.MIN_VALUE) / numbers) + parameters * Math.log(numbers);
}
