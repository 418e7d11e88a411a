import type { CircuitFit } from "../fit/circuitFit";

/**
 * The exponent of the blocking tail of a fitted circuit: that of the constant phase element in series which is the largest at
 * the lowest frequency, hertz; `undefined` without one. A capacitor has 1, a Warburg element 1/2.
 */
export function fittedExponent(
  { circuit, parameters }: Pick<CircuitFit, "circuit" | "parameters">,
  lowest: number,
): number | undefined {
  const omega = 2 * Math.PI * lowest;
  const tails = circuit.parts.flatMap((part) => {
    if (part.kind !== "element") return [];
    const [first = NaN, second = NaN] = parameters
      .slice(part.offset, part.offset + part.count)
      .map(({ value }) => value);
    const quantity = part.element.parameters[0]?.quantity;
    if (quantity === "admittance") return [{ exponent: second, size: omega ** -second / first }];
    if (quantity === "capacitance") return [{ exponent: 1, size: 1 / (omega * first) }];
    if (quantity === "warburg") return [{ exponent: 0.5, size: first / Math.sqrt(omega) }];
    return [];
  });
  return tails.sort((a, b) => b.size - a.size)[0]?.exponent;
}
