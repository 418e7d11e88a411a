/** A hyper-parameter of a descriptor as users choose it. */
export interface Hyperparameter {
  readonly name: string;
  /** With its unit. */
  readonly meaning: string;
  readonly values:
    | {
        readonly kind: "number";
        readonly least: number;
        readonly most: number;
        /** Whether it has to be above the least. */
        readonly isOpen?: boolean;
        readonly isWhole?: boolean;
      }
    | { readonly kind: "choice"; readonly choices: readonly string[] }
    /** Texts. */
    | { readonly kind: "list" };
  /** The values in words. */
  readonly allowed: string;
  /** What it is where it is left out; `null` where that hangs on the structure. */
  readonly usual: number | string | null;
}

type Value = number | string | readonly string[];

/** Chosen values by name. */
export type Hyperparameters = Readonly<Record<string, Value>>;

export type ReadHyperparameters =
  | { readonly ok: true; readonly chosen: Hyperparameters }
  /** A message for each that is wrong, by name. */
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> };

/** What users typed, by name: an empty text leaves a default, and a default that was typed is one that was left. */
export function readHyperparameters(
  declared: readonly Hyperparameter[],
  texts: Readonly<Record<string, string>>,
): ReadHyperparameters {
  const chosen: Record<string, Value> = {};
  const problems: Record<string, string> = {};
  for (const one of declared) {
    const text = texts[one.name]?.trim() ?? "";
    const value = text === "" ? one.usual : valueOf(one, text);
    if (value === undefined) problems[one.name] = `${one.name}: ${one.allowed}.`;
    else if (value !== one.usual && value !== null) chosen[one.name] = value;
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, chosen };
}

/** `undefined` where the text tells none. */
function valueOf({ values }: Hyperparameter, text: string): Value | undefined {
  switch (values.kind) {
    case "number": {
      const { least, most, isOpen = false, isWhole = false } = values;
      const value = Number(text);
      const isWithin = value <= most && (isOpen ? value > least : value >= least);
      return isWithin && (!isWhole || Number.isInteger(value)) ? value : undefined;
    }
    case "choice":
      return values.choices.includes(text) ? text : undefined;
    case "list":
      return text.split(/\s*,\s*/).filter((entry) => entry !== "");
  }
}

/** How a user would type a value. */
export function typedValue(value: Value | null): string {
  return value === null ? "" : [value].flat().join(", ");
}
