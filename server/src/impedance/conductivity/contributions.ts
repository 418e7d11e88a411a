import { elementsOf, type CircuitPart } from "../circuit/circuit";
import type { CircuitFit, Estimate } from "../fit/circuitFit";
import { timeConstant } from "../fit/orderOfArcs";

/** What one resistance of a circuit stands for. */
export interface Contribution {
  /** Place of the resistance among the parameters. */
  readonly parameter: number;
  /** `R1`. */
  readonly name: string;
  readonly resistance: Estimate;
  /** Farad, as of a capacitor beside the resistance; `null` for a resistor alone. */
  readonly capacitance: number | null;
  /** Hertz, of the top of the arc; `null` for a resistor alone. */
  readonly peakFrequency: number | null;
}

/** The resistances of a fitted circuit, the fastest first; a resistor alone is faster than all that was measured. */
export function contributionsOf({ circuit, parameters }: CircuitFit): Contribution[] {
  const values = parameters.map(({ value }) => value);
  const found = circuit.parts.flatMap((part) =>
    elementsOf(part).flatMap(({ element, offset }) =>
      element.parameters.flatMap(({ quantity }, i) =>
        quantity === "resistance" ? [contribution(part, offset + i, values, parameters)] : [],
      ),
    ),
  );
  return found.sort((a, b) => (b.peakFrequency ?? Infinity) - (a.peakFrequency ?? Infinity));
}

function contribution(
  part: CircuitPart,
  parameter: number,
  values: readonly number[],
  parameters: CircuitFit["parameters"],
): Contribution {
  const { element = "", value = NaN, standardError = null } = parameters[parameter] ?? {};
  const resistance = { value, standardError };
  const isAlone = part.kind === "element" && part.count === 1;
  if (isAlone) return { parameter, name: element, resistance, capacitance: null, peakFrequency: null };
  const time = timeConstant(part, values);
  return {
    parameter,
    name: element,
    resistance,
    capacitance: effectiveCapacitance(value, time),
    peakFrequency: 1 / (2 * Math.PI * time),
  };
}

/**
 * tau / R, which is (R^(1-n) Q)^(1/n) for a constant phase element beside a resistor (Hsu and Mansfeld, Corrosion 57, 747,
 * 2001).
 */
function effectiveCapacitance(resistance: number, time: number): number {
  return time / resistance;
}

/** Below each capacitance, farad for a cell constant of 1/cm, what it usually is (Irvine, Sinclair and West, Adv. Mater. 2, 132, 1990). */
const usual: readonly (readonly [number, string])[] = [
  [3e-11, "bulk"],
  [1e-8, "grain boundary"],
  [1e-7, "surface layer or thick grain boundary"],
  [1e-4, "electrode interface"],
  [Infinity, "electrochemical reaction"],
];

/**
 * What process a capacitance points to, in plain words. It is compared for a pellet as thick as its area is large, hence
 * multiplied with thickness / area where these are known.
 */
export function processHint(capacitance: number | null, cellConstant: number | null): string {
  if (capacitance === null) return "faster than the highest frequency: bulk, and leads";
  const specific = capacitance * (cellConstant ?? 1);
  return usual.find(([limit]) => specific < limit)?.[1] ?? "electrochemical reaction";
}
