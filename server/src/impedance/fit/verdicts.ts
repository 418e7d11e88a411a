import { elementsOf } from "../circuit/circuit";
import type { Contribution } from "../conductivity/contributions";
import type { ImpedanceProblem } from "../problem";
import { frequencyRange, type Spectrum } from "../spectrum";
import type { TailFit } from "../tail/tailFit";
import type { CircuitFit, Estimate } from "./circuitFit";

/** A resistance with a larger relative error says nothing. */
const largestError = 0.3;
/** Nor does any other quantity with an error larger than itself, or an exponent that may be nearly any. */
const largestErrorOfOthers = 1;
const largestErrorOfExponents = 0.5;
const tightCorrelation = 0.95;
/** Fit and tail may differ by this share, or by three standard errors. */
const agreement = 0.03;

/** What a fit does not tell, in words: arcs that are not resolved, elements without a value, a total that contradicts the tail. */
export function fitVerdicts(
  fit: CircuitFit,
  contributions: readonly Contribution[],
  total: Estimate,
  spectrum: Spectrum,
  tail: TailFit | undefined,
): ImpedanceProblem[] {
  const { highest } = frequencyRange(spectrum);
  return [
    ...(fit.converged ? [] : [warning("not-converged", "The fit did not arrive at a minimum.")]),
    ...contributions.flatMap((one) => unresolved(one, fit, highest)),
    ...undetermined(fit, contributions),
    ...contradiction(total, tail),
  ];
}

function unresolved(
  { parameter, name, resistance: { value, standardError }, peakFrequency }: Contribution,
  fit: CircuitFit,
  highest: number,
): ImpedanceProblem[] {
  const relative = relativeError({ value, standardError });
  const partner = partnerOf(parameter, fit);
  if (relative > largestError) {
    const error = Number.isFinite(relative)
      ? `its error is ${(100 * relative).toFixed(0)} %`
      : "it has no error";
    const sum = partner === undefined ? "" : ` Only its sum with ${partner} is.`;
    return [warning("arc-not-resolved", `The arc of ${name} is not resolved: ${error}.${sum}`)];
  }
  if (peakFrequency !== null && peakFrequency > highest)
    return [
      information(
        "arc-beyond-window",
        `The arc of ${name} peaks at ${peakFrequency.toExponential(1)} Hz, above the highest frequency: its exponent and capacitance are extrapolated.`,
      ),
    ];
  return [];
}

/** Elements of which the spectrum tells nothing, save those of arcs that are not resolved. */
function undetermined(fit: CircuitFit, contributions: readonly Contribution[]): ImpedanceProblem[] {
  const told = contributions.filter(({ resistance }) => relativeError(resistance) > largestError);
  const others = fit.circuit.parts.filter(
    ({ offset, count }) => !told.some(({ parameter }) => parameter >= offset && parameter < offset + count),
  );
  const vague = others.flatMap(elementsOf).filter(({ offset, count }) => {
    const parameters = fit.parameters.slice(offset, offset + count);
    return parameters.some((one) =>
      one.quantity === "exponent"
        ? (one.standardError ?? Infinity) > largestErrorOfExponents
        : relativeError(one) > largestErrorOfOthers,
    );
  });
  if (vague.length === 0) return [];
  const names = vague.map(({ name }) => name).join(" and ");
  const message = `The spectrum does not determine ${names}: the error is larger than the value. Choose a circuit without it, or measure to other frequencies.`;
  return [warning("element-not-determined", message)];
}

/** Infinite where the data give no error. */
function relativeError({ value, standardError }: Estimate): number {
  return standardError === null ? Infinity : standardError / value;
}

/** The other resistance that it is exchanged with. */
function partnerOf(parameter: number, { parameters, covariance }: CircuitFit): string | undefined {
  const own = covariance[parameter]?.[parameter];
  const found = parameters.findIndex(({ quantity }, q) => {
    const [other, both] = [covariance[q]?.[q], covariance[parameter]?.[q]];
    if (q === parameter || quantity !== "resistance" || !own || !other || !both) return false;
    return both / Math.sqrt(own * other) < -tightCorrelation;
  });
  return parameters[found]?.element;
}

function contradiction(total: Estimate, tail: TailFit | undefined): ImpedanceProblem[] {
  if (!tail) return [];
  const difference = Math.abs(total.value - tail.resistance);
  const error = Math.hypot(total.standardError ?? 0, tail.standardError ?? 0);
  if (difference <= Math.max(agreement * tail.resistance, 3 * error)) return [];
  const [fitted, extrapolated] = [total.value.toPrecision(4), tail.resistance.toPrecision(4)];
  const message = `The circuit has a total of ${fitted} ohm, the tail meets the real axis at ${extrapolated} ohm: the circuit does not describe this cell, or the tail is not straight.`;
  return [warning("fit-contradicts-tail", message)];
}

const warning = (code: string, message: string): ImpedanceProblem => problem(code, "warning", message);
const information = (code: string, message: string): ImpedanceProblem =>
  problem(code, "information", message);

function problem(code: string, severity: ImpedanceProblem["severity"], message: string): ImpedanceProblem {
  return { code, severity, message, line: null, column: null };
}
