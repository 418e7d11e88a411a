/** What a value may be. `symmetry` is an operation and a cell, `2_565`; `operation` an image of x,y,z; `label` a site's. */
export type ValueType =
  "num" | "int" | "text" | "code" | "date" | "doi" | "label" | "symmetry" | "operation" | "list";

/** Whether names stand alone, in a loop, or either. */
export type Placement = "single" | "loop" | "both";

export interface Category {
  /** `atom_site`, without an underscore before it. */
  readonly name: string;
  readonly placement: Placement;
  /** Names without which the rows of the category cannot be told apart. */
  readonly keys: readonly string[];
}

export interface EnumerationValue {
  readonly value: string;
  /** Empty where the value says all, as the symbol of an element does. */
  readonly meaning: string;
}

/** What a dictionary says of a data name. */
export interface NameDefinition {
  /** As dictionaries write it, `_atom_site_fract_x`. */
  readonly name: string;
  readonly category: Category;
  readonly type: ValueType;
  /** As one writes it, `Å²`. */
  readonly unit: string | undefined;
  /** What numbers may be, its ends included. */
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  /** What values may be; empty where all are allowed. */
  readonly values: readonly EnumerationValue[];
  /** One or two sentences. */
  readonly description: string;
  /** Other names of the same, in no order. */
  readonly aliases: readonly string[];
  /** The name that this one is another notation of. */
  readonly sameAs: string | undefined;
  /** The name to use in its place, where it is out of date. */
  readonly replacedBy: string | undefined;
}

/** Beside `.`, these types hold numbers. */
export function isNumeric({ type }: Pick<NameDefinition, "type">): boolean {
  return type === "num" || type === "int";
}
