import { elementsOf, shapeOf, type Circuit, type CircuitPart, type ElementPart } from "../circuit/circuit";

/** One of the parts in series that a circuit is started from. */
export interface SeriesPart {
  readonly part: CircuitPart;
  /** Place of the part within which it stands in the circuit: it is slower than that, or it could not be told apart. */
  readonly within: number | null;
  /** Parts of one kind can be exchanged without a change. */
  readonly kind: string;
}

/**
 * The circuit as parts in series that do about the same where their times differ: `p(R1-Wo1,CPE1)` as `p(R1,CPE1)` and `Wo1`.
 * Each has one time constant then, and a size that is found by linear least squares. Elements keep their offsets.
 */
export function inSeries({ parts }: Pick<Circuit, "parts">): SeriesPart[] {
  const found: SeriesPart[] = [];
  const add = (part: CircuitPart, within: number | null): void => {
    const nested = nestedIn(part);
    const kind = nested || within !== null ? String(part.offset) : shapeOf(part);
    const place = found.push({ part: nested?.arc ?? part, within, kind }) - 1;
    nested?.others.forEach((other) => {
      add(other, place);
    });
  };
  parts.forEach((part) => {
    add(part, null);
  });
  return found;
}

/** A resistor beside a capacitance, and what stands in series with the resistor. */
function nestedIn(
  part: CircuitPart,
): { readonly arc: CircuitPart; readonly others: readonly CircuitPart[] } | undefined {
  if (part.kind !== "parallel" || part.parts.length !== 2) return undefined;
  const capacitive = part.parts.find(isCapacitive);
  const path = part.parts.find(({ kind }) => kind === "series");
  if (!capacitive || path?.kind !== "series") return undefined;
  const resistor = path.parts.find((one) => one.kind === "element" && isResistor(one));
  if (!resistor) return undefined;
  const others = path.parts.filter((one) => one !== resistor);
  return { arc: { ...part, parts: [resistor, capacitive] }, others };
}

/** The part as if it stood alone. */
export function standalone(part: CircuitPart): CircuitPart {
  let offset = 0;
  const renumbered = (one: CircuitPart): CircuitPart => {
    const begin = offset;
    if (one.kind === "element") {
      offset += one.count;
      return { ...one, offset: begin };
    }
    const parts = one.parts.map(renumbered);
    return { ...one, parts, offset: begin, count: offset - begin };
  };
  return renumbered(part);
}

/** For each of the parameters of a part, left to right, its place among those of the circuit. */
export function placesOf(part: CircuitPart): number[] {
  return elementsOf(part).flatMap(({ offset, count }) => Array.from({ length: count }, (_, i) => offset + i));
}

function isCapacitive(part: CircuitPart): boolean {
  return part.kind === "element" && hasOnly(part, ["capacitance", "admittance", "exponent"]);
}

const isResistor = (part: ElementPart) => hasOnly(part, ["resistance"]);

function hasOnly({ element }: ElementPart, quantities: readonly string[]): boolean {
  return element.parameters.every(({ quantity }) => quantities.includes(quantity));
}
