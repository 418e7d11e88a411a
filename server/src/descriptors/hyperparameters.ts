import * as v from "valibot";

/** A hyper-parameter of a descriptor as users choose it: what it is, and which values it takes. */
export interface Hyperparameter extends About {
  readonly name: string;
  /** What it is where it is left out; `null` where that hangs on the structure. */
  readonly usual: number | string | null;
}

interface About {
  /** With its unit. */
  readonly meaning: string;
  readonly values: HyperparameterValues;
  /** The values in words. */
  readonly allowed: string;
}

export type HyperparameterValues =
  | ({ readonly kind: "number" } & NumberRange)
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  /** Texts. */
  | { readonly kind: "list" };

export interface NumberRange {
  readonly least: number;
  readonly most: number;
  /** Whether it has to be above the least. */
  readonly isOpen?: boolean;
  readonly isWhole?: boolean;
}

/** What a schema carries. */
type Told = Readonly<Record<"about", About>>;

type ValueSchema =
  ReturnType<typeof aNumber> | ReturnType<typeof oneOf<readonly string[]>> | ReturnType<typeof aList>;

/** An object of hyper-parameters, each of which may be left out. */
export type HyperparameterSchema = v.StrictObjectSchema<
  Readonly<Record<string, v.OptionalSchema<ValueSchema, number | string | undefined>>>,
  undefined
>;

export function aNumber(meaning: string, range: NumberRange) {
  const allowed = rangeText(range);
  return v.pipe(
    v.number(allowed),
    v.check((value) => isWithin(value, range), allowed),
    v.metadata<number, Told>({ about: { meaning, values: { kind: "number", ...range }, allowed } }),
  );
}

export function oneOf<const Choices extends readonly string[]>(meaning: string, choices: Choices) {
  const allowed = choices.join(" or ");
  return v.pipe(
    v.picklist(choices, allowed),
    v.metadata<Choices[number], Told>({ about: { meaning, values: { kind: "choice", choices }, allowed } }),
  );
}

/** @param isEntry Whether a text can be one of them. */
export function aList(meaning: string, allowed: string, isEntry: (text: string) => boolean) {
  return v.pipe(
    v.array(v.pipe(v.string(allowed), v.check(isEntry, allowed)), allowed),
    v.minLength(1, allowed),
    v.metadata<string[], Told>({ about: { meaning, values: { kind: "list" }, allowed } }),
  );
}

/** In the order of the schema. */
export function hyperparametersOf({ entries }: HyperparameterSchema): Hyperparameter[] {
  return Object.entries(entries).map(([name, entry]) => ({
    name,
    ...aboutOf(entry.wrapped),
    usual: entry.default ?? null,
  }));
}

function aboutOf(schema: ValueSchema): About {
  return v.getMetadata(schema).about;
}

function isWithin(value: number, { least, most, isOpen, isWhole }: NumberRange): boolean {
  return (isOpen ? value > least : value >= least) && value <= most && (!isWhole || Number.isInteger(value));
}

function rangeText({ least, most, isOpen, isWhole }: NumberRange): string {
  const what = isWhole ? "a whole number" : "a number";
  return isOpen ? `${what} above ${least}, up to ${most}` : `${what} from ${least} to ${most}`;
}
