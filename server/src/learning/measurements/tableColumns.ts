import { conductivityUnit, energyUnit, temperatureUnit, type Conversion } from "./units";

/** What a column of a table of measurements can hold. */
export type ColumnKind = "file" | "block" | "conductivity" | "temperature" | "activationEnergy" | "doi";

/** A column that was recognised by its header. */
export interface Column {
  readonly kind: ColumnKind;
  /** Of the table, from 0. */
  readonly index: number;
  readonly header: string;
  /** To S/cm, kelvin or electronvolt; `undefined` where the header names no unit. */
  readonly convert: Conversion | undefined;
}

/** A header that means something, but with a unit that is not known. */
export interface UnknownUnit {
  readonly index: number;
  readonly header: string;
  readonly unit: string;
  /** Units that would do. */
  readonly known: string;
}

export interface Columns {
  readonly columns: ReadonlyMap<ColumnKind, Column>;
  readonly unknownUnits: readonly UnknownUnit[];
  /** Headers of columns that mean nothing here, and of those that repeat another. */
  readonly unused: readonly string[];
}

interface Meaning {
  readonly kind: ColumnKind;
  /** Of the header without unit, in lower case without spaces, `_` and `-`. */
  readonly names: RegExp;
  readonly unit?: (unit: string) => Conversion | undefined;
  readonly known?: string;
}

const meanings: readonly Meaning[] = [
  { kind: "file", names: /^(cif)?(file(name|path)?|path|structure(file)?)$|^cif$/ },
  { kind: "block", names: /^(data)?block$/ },
  {
    kind: "conductivity",
    names:
      /^(log(10)?)?\(?((li)?(ion(ic)?)?conductivity|sigma|σ)(\(?(25°?c?|rt|25c|roomtemperature)\)?)?\)?$/,
    unit: conductivityUnit,
    known: "S/cm, mS/cm, S/m",
  },
  {
    kind: "temperature",
    names: /^(temperature|temp|t)$/,
    unit: temperatureUnit,
    known: "K, °C",
  },
  {
    kind: "activationEnergy",
    names: /^(activationenergy|ea|eact|e\(?a\)?)$/,
    unit: energyUnit,
    known: "eV, meV, kJ/mol",
  },
  { kind: "doi", names: /^(doi|reference|ref|source|paper)$/ },
];

/** Recognises the columns by their headers: `file`, `sigma (mS/cm)`, `T [K]`, `Ea / eV`, `log10 conductivity`. */
export function recognizeColumns(headers: readonly string[]): Columns {
  const columns = new Map<ColumnKind, Column>();
  const unknownUnits: UnknownUnit[] = [];
  const unused: string[] = [];
  for (const [index, header] of headers.entries()) {
    const { name, unit } = splitHeader(header);
    const meaning = meanings.find(({ names }) => names.test(name));
    if (!meaning || columns.has(meaning.kind)) {
      if (header.trim() !== "") unused.push(header.trim());
      continue;
    }
    const convert = unit === "" ? undefined : meaning.unit?.(unit);
    if (unit !== "" && meaning.unit && !convert)
      unknownUnits.push({ index, header: header.trim(), unit, known: meaning.known ?? "" });
    columns.set(meaning.kind, {
      kind: meaning.kind,
      index,
      header: header.trim(),
      convert: name.startsWith("log") ? fromLogarithm(convert) : convert,
    });
  }
  return { columns, unknownUnits, unused };
}

function fromLogarithm(convert: Conversion = (value) => value): Conversion {
  return (logarithm) => convert(10 ** logarithm);
}

interface Header {
  readonly name: string;
  readonly unit: string;
}

/** `sigma (mS/cm)`, `T [K]`, `T / K`, `T, K`: a unit stands in brackets at the end, or after a slash or comma. */
function splitHeader(header: string): Header {
  const text = header.replace(/^\uFEFF/, "").trim();
  const [, name = text, bracketed, plain] =
    /^(.*?)(?:\s*[([{]\s*([^()[\]{}]*?)\s*[)\]}]|\s*[/,]\s*(.*))$/.exec(text) ?? [];
  const unit = bracketed ?? plain ?? "";
  const isPartOfName = unit === "" || /^(25\s*°?\s*c|rt|a|10|σ|sigma|room temperature)$/i.test(unit);
  return isPartOfName ? { name: normalized(text), unit: "" } : { name: normalized(name), unit };
}

function normalized(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
