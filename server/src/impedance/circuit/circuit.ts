import type { ElementKind, ParameterKind } from "./elements";

interface Part {
  /** Place of the first parameter among those of the circuit. */
  readonly offset: number;
  /** Number of parameters, one after another. */
  readonly count: number;
}

/** An element with its name in the circuit, such as `CPE1`. */
export interface ElementPart extends Part {
  readonly kind: "element";
  readonly name: string;
  readonly element: ElementKind;
}

export interface SeriesPart extends Part {
  readonly kind: "series";
  readonly parts: readonly CircuitPart[];
}

export interface ParallelPart extends Part {
  readonly kind: "parallel";
  readonly parts: readonly CircuitPart[];
}

export type CircuitPart = ElementPart | SeriesPart | ParallelPart;

export interface CircuitParameter extends ParameterKind {
  /** As impedance.py counts: `R1`, and `CPE1_0`, `CPE1_1` where an element has several. */
  readonly name: string;
  /** Name of the element. */
  readonly element: string;
}

export interface Circuit {
  /** As it was written, without spaces. */
  readonly text: string;
  /** The parts in series. */
  readonly parts: readonly CircuitPart[];
  /** From left to right. */
  readonly parameters: readonly CircuitParameter[];
}

/** The elements of a part from left to right. */
export function elementsOf(part: CircuitPart): readonly ElementPart[] {
  return part.kind === "element" ? [part] : part.parts.flatMap(elementsOf);
}

/** The part of a circuit as a string of kinds without numbers: what is alike can be exchanged. */
export function shapeOf(part: CircuitPart): string {
  switch (part.kind) {
    case "element":
      return part.element.name;
    case "series":
      return part.parts.map(shapeOf).join("-");
    case "parallel":
      return `p(${part.parts.map(shapeOf).join(",")})`;
  }
}
