import { elementsOf, shapeOf, type Circuit, type CircuitPart } from "../circuit/circuit";

/**
 * The values with parts in series that are alike exchanged so that their time constants rise: which of two equal arcs is the
 * first is the fit's whim otherwise.
 */
export function inOrderOfTime(circuit: Circuit, values: readonly number[]): number[] {
  const ordered = [...values];
  for (const alike of groups(circuit.parts)) {
    const sets = alike.map((part) => ({
      time: timeConstant(part, values),
      own: values.slice(part.offset, part.offset + part.count),
    }));
    sets.sort((a, b) => a.time - b.time);
    alike.forEach(({ offset, count }, i) => ordered.splice(offset, count, ...(sets[i]?.own ?? [])));
  }
  return ordered;
}

function groups(parts: readonly CircuitPart[]): CircuitPart[][] {
  const byShape = new Map<string, CircuitPart[]>();
  for (const part of parts) byShape.set(shapeOf(part), [...(byShape.get(shapeOf(part)) ?? []), part]);
  return [...byShape.values()].filter(({ length }) => length > 1);
}

/**
 * Seconds: (R Q)^(1/n) of a resistor beside a constant phase element, R C, or the time that an element states; in other parts
 * the product of the first resistance and the first capacitance.
 */
export function timeConstant(part: CircuitPart, values: readonly number[]): number {
  const stated = valueOf(part, values, "time");
  if (stated !== undefined) return stated;
  const resistance = valueOf(part, values, "resistance") ?? 1;
  const capacitance = valueOf(part, values, "capacitance");
  if (capacitance !== undefined) return resistance * capacitance;
  const admittance = valueOf(part, values, "admittance") ?? 0;
  return (resistance * admittance) ** (1 / (valueOf(part, values, "exponent") ?? 1));
}

function valueOf(part: CircuitPart, values: readonly number[], wanted: string): number | undefined {
  for (const { offset, element } of elementsOf(part)) {
    const place = element.parameters.findIndex(({ quantity }) => quantity === wanted);
    if (place >= 0) return values[offset + place];
  }
  return undefined;
}
