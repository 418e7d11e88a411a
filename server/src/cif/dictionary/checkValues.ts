import type { CifValue, Column } from "../document";
import { parseNumber } from "../number";
import type { ProblemList } from "../problemList";
import { valueText } from "../valueText";
import { isNumeric, type NameDefinition } from "./definition";

/** Of longer columns the first rows are looked at: what is wrong there is wrong further down too. */
const mostRows = 10_000;

/** Values of an enumeration that a message names. */
const mostWords = 8;

/** Uncertainties by which a number may miss its range. */
const tolerance = 3;

/** Where structures are read their values are checked with more to say. */
const CHECKED_ELSEWHERE =
  /^_(?:cell_(?:length|angle)_|atom_site_(?:fract_|cartn_|occupancy$)|atom_type_oxidation_number$)/;

/** Tells of values that a name cannot have. */
export function checkValues(column: Column, definition: NameDefinition, problems: ProblemList): void {
  const check = checkFor(column, definition);
  if (!check) return;
  const rows = Math.min(column.rows, mostRows);
  for (let row = 0; row < rows; row++) {
    const value = column.value(row);
    const text = valueText(value);
    if (value && text !== undefined && value.kind !== "text") check(text, value, problems);
  }
}

type ValueCheck = (text: string, value: CifValue, problems: ProblemList) => void;

function checkFor({ tag }: Column, definition: NameDefinition): ValueCheck | undefined {
  if (CHECKED_ELSEWHERE.test(tag.replace(".", "_"))) return undefined;
  if (definition.values.length > 0) return listed(definition);
  if (isNumeric(definition)) return numeric(definition);
  if (definition.type === "date") return written(definition, DATE, "a day as 2024-05-31");
  if (definition.type === "symmetry")
    return written(definition, SYMMETRY_CODE, "an operation and a cell as 2_565");
  return undefined;
}

/** With a time, and to the month or year, too. */
const DATE = /^\d{4}(?:-\d\d?(?:-\d\d?(?:[T ].*)?)?)?$/;
/** `3`, `3_565`, `3 565`; the inversion of an operation, `-3_565`, stands in older files. */
const SYMMETRY_CODE = /^-?\d+(?:[_ ]\d{3,})?$/;

function written({ name }: NameDefinition, form: RegExp, words: string): ValueCheck {
  return (text, { range: { start, end } }, problems) => {
    if (!form.test(text.trim()))
      problems.information("value-malformed", `${name} is written as ${words}.`, start, end);
  };
}

function listed({ name, values }: NameDefinition): ValueCheck {
  const words = values.map(({ value }) => value);
  const exact = new Set(words);
  const byCase = new Map(words.map((word) => [word.toLowerCase(), word]));
  const some = words.length > mostWords ? [...words.slice(0, mostWords), "and others"] : words;
  return (text, { range: { start, end } }, problems) => {
    // A word that is followed by details, `calc w=1/[...]`.
    const [first = ""] = text.trim().split(/\s/);
    if (exact.has(text) || exact.has(first)) return;
    const meant = byCase.get(text.toLowerCase());
    if (meant === undefined)
      problems.information(
        "value-not-listed",
        `${text} is no value of ${name}: ${some.join(", ")}.`,
        start,
        end,
      );
    else
      problems.hint("value-case", `The dictionary writes ${meant}: some programs mind the case.`, start, end);
  };
}

function numeric(definition: NameDefinition): ValueCheck {
  const { name, type } = definition;
  return (text, { range: { start, end } }, problems) => {
    const number = parseNumber(text);
    if (!number)
      problems.information("value-not-a-number", `${name} is a number; this is ${text}.`, start, end);
    else if (type === "int" && !Number.isInteger(number.value))
      problems.information("value-not-whole", `${name} is a whole number.`, start, end);
    else if (isOutside(number, definition))
      problems.warning(
        "value-out-of-range",
        `${name} is ${rangeText(definition)}; this is ${text}.`,
        start,
        end,
      );
  };
}

function isOutside(
  { value, uncertainty = 0 }: { readonly value: number; readonly uncertainty: number | undefined },
  { minimum = -Infinity, maximum = Infinity }: NameDefinition,
): boolean {
  const slack = tolerance * uncertainty;
  return value + slack < minimum || value - slack > maximum;
}

/** `from 0 to 180 °`, `at least 0`. */
export function rangeText({ minimum, maximum, unit }: NameDefinition): string {
  const of = unit === undefined ? "" : ` ${unit}`;
  if (minimum === undefined) return `at most ${maximum ?? ""}${of}`;
  return maximum === undefined ? `at least ${minimum}${of}` : `from ${minimum} to ${maximum}${of}`;
}
