import { elementsOf, type CircuitPart, type ElementPart } from "../circuit/circuit";
import type { ParameterKind } from "../circuit/elements";

/**
 * Values of the parameters of one part of a circuit, left to right, that make its impedance about 1 ohm in size. Every part is
 * homogeneous: one factor on all its resistances multiplies its impedance.
 */
export type UnitShape = readonly number[];

/** What is known of a spectrum before any fit. */
export interface Range {
  /** Time constants to try, seconds, rising. */
  readonly times: readonly number[];
  /** Exponents to try for a constant phase element that stands alone. */
  readonly tailExponents: readonly number[];
  /** And for one in an arc. */
  readonly arcExponents: readonly number[];
  /** How many shapes are tried of a part that has more than one time constant. */
  readonly trials: number;
}

/** The shapes to try for a part. */
export function unitShapes(
  part: CircuitPart,
  { times, tailExponents, arcExponents, trials }: Range,
): UnitShape[] {
  const elements = elementsOf(part);
  if (part.kind === "element" && isPowerLaw(part))
    return hasExponent(part)
      ? tailExponents.map((n) => shapeOfElement(part, { time: 1, exponent: n, size: 1 }))
      : [shapeOfElement(part, { time: 1, exponent: 1, size: 1 })];
  if (elements.filter(hasTime).length <= 1 && elements.every(({ element }) => element.parameters.length < 4))
    return times.flatMap((time) =>
      (elements.some(hasExponent) ? arcExponents : [1]).map((exponent) =>
        elements.flatMap((element) => shapeOfElement(element, { time, exponent, size: 1 })),
      ),
    );
  return Array.from({ length: trials }, (_, trial) => scatteredShape(elements, times, trial));
}

/** The part's parameters when its impedance is multiplied with a factor. */
export function scaledShape(part: CircuitPart, shape: UnitShape, factor: number): number[] {
  let place = 0;
  return elementsOf(part).flatMap(({ element: { parameters } }) => {
    const values = shape.slice(place, (place += parameters.length));
    const exponent = values[parameters.findIndex(({ quantity }) => quantity === "exponent")] ?? 1;
    return parameters.map((kind, i) => scaledValue(kind, values[i] ?? 1, factor, exponent));
  });
}

function scaledValue({ quantity }: ParameterKind, value: number, factor: number, exponent: number): number {
  switch (quantity) {
    case "resistance":
    case "impedance":
    case "warburg":
      return value * factor;
    case "inductance":
      return value * factor ** (1 / exponent);
    case "capacitance":
    case "admittance":
      return value / factor;
    case "time":
    case "exponent":
    case "number":
      return value;
  }
}

interface Character {
  readonly time: number;
  readonly exponent: number;
  /** Of resistances, ohm. */
  readonly size: number;
}

function shapeOfElement({ element }: ElementPart, { time, exponent, size }: Character): number[] {
  return element.parameters.map(({ quantity }) => {
    switch (quantity) {
      case "resistance":
      case "impedance":
      case "number":
        return size;
      case "capacitance":
      case "inductance":
      case "time":
        return time;
      case "admittance":
        return time ** exponent;
      case "warburg":
        return 1 / Math.sqrt(time);
      case "exponent":
        return exponent;
    }
  });
}

/** Each element with a time and a size of its own, spread evenly over all that is possible (Halton's sequence). */
function scatteredShape(
  elements: readonly ElementPart[],
  times: readonly number[],
  trial: number,
): UnitShape {
  return elements.flatMap((element, i) => {
    const time = times[Math.floor(radicalInverse(trial + 1, primes[2 * i] ?? 2) * times.length)] ?? 1;
    const size = 10 ** (2 * radicalInverse(trial + 1, primes[2 * i + 1] ?? 3) - 1);
    return shapeOfElement(element, { time, exponent: 0.9, size });
  });
}

const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];

/** The digits of a whole number mirrored at the point. */
function radicalInverse(index: number, base: number): number {
  let [rest, place, value] = [index, 1, 0];
  while (rest > 0) {
    place /= base;
    value += (rest % base) * place;
    rest = Math.floor(rest / base);
  }
  return value;
}

/** Impedance goes with a power of the frequency: there is no time to look for. */
function isPowerLaw({ element }: ElementPart): boolean {
  return element.parameters.every(({ quantity }) => quantity !== "time") && element.parameters.length < 3;
}

const hasExponent = ({ element }: ElementPart) =>
  element.parameters.some(({ quantity }) => quantity === "exponent");

function hasTime({ element }: ElementPart): boolean {
  return element.parameters.some(({ quantity }) =>
    ["capacitance", "inductance", "time", "admittance", "warburg"].includes(quantity),
  );
}
