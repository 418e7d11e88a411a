import type { NameDefinition } from "../cif/dictionary/definition";
import { plainName } from "../cif/dictionary/dictionary";
import type { CifValue, Column } from "../cif/document";
import { parseNumber } from "../cif/number";
import { valueText } from "../cif/valueText";
import { elementBySymbol } from "../crystal/elements";
import { swatchOf } from "./elementSwatch";
import { shortNameText } from "./nameHover";
import type { Place } from "./place";
import { escape } from "./siteHover";

type ValuePlace = Extract<Place, { kind: "value" }>;

/** What the user reads about a value: the name of its column, the label of its row, and what is written. As markdown. */
export function valueHover(
  place: ValuePlace,
  definition: NameDefinition | undefined,
  meaning = valueMeaning(place.value, definition),
): string | undefined {
  const { loop, tag } = place.column;
  if (!definition && !loop) return undefined;
  return [valueTitle(place, definition?.name ?? tag), meaning, definition ? shortNameText(definition) : ""]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** `**_atom_site_fract_x** of Li1`, in a loop with the label that tells the row from the others. */
function valueTitle({ column, row }: ValuePlace, name: string): string {
  const label = rowLabel(column, row);
  return `**${escape(name)}**${label === undefined ? "" : ` of ${escape(label)}`}`;
}

/** The labels of the sites of a row, `Li1 – O2`, else its first value; `undefined` for what is a label itself. */
function rowLabel(column: Column, row: number): string | undefined {
  const { loop } = column;
  if (!loop) return undefined;
  const labels = loop.columns.filter(({ tag }) => /_label(?:_[0-9a-z])?$/.test(plainName(tag)));
  const named = labels.length > 0 ? labels : loop.columns.slice(0, 1);
  if (named.includes(column)) return undefined;
  const texts = named.map((one) => valueText(one.value(row))).filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join(" – ");
}

/** What is written, in words; empty where it speaks for itself. As markdown. */
export function valueMeaning(value: CifValue, definition: NameDefinition | undefined): string {
  if (value.kind === "unknown") return "`?`: not known.";
  const text = value.kind === "inapplicable" ? "." : valueText(value);
  if (text === undefined) return "";
  const listed = definition?.values.find((one) => one.value.toLowerCase() === text.toLowerCase());
  if (listed && listed.meaning !== "") return `\`${text}\`: ${escape(listed.meaning)}.`;
  if (value.kind === "inapplicable") return "`.`: not applicable, or the usual value.";
  return elementText(text, definition) ?? numberText(text, definition?.unit);
}

/** `0.123(4) = 0.123 ± 0.004 Å`; a number without uncertainty only where it has a unit. */
export function numberText(text: string, unit: string | undefined): string {
  const number = parseNumber(text);
  const of = unit === undefined ? "" : unit === "°" ? unit : ` ${unit}`;
  if (!number) return "";
  if (number.uncertainty === undefined) return unit === undefined ? "" : `${escape(text)}${of}`;
  const bracket = text.indexOf("(");
  const digits = text.slice(0, bracket);
  const uncertainty = plainDigits(digits, number.uncertainty);
  const written = `${digits} ± ${uncertainty}`;
  return `${escape(text)} = ${escape(of === "°" ? `(${written})` : written)}${of}`;
}

/** An uncertainty with as many decimals as its number has. */
function plainDigits(number: string, uncertainty: number): string {
  const decimals = /^[^.eE]*\.(\d*)$/.exec(number)?.[1]?.length;
  return decimals === undefined ? String(uncertainty) : uncertainty.toFixed(decimals);
}

/** Of a type symbol, `Li1+`, or of the target of an X-ray tube: the element with its colour. */
function elementText(text: string, definition: NameDefinition | undefined): string | undefined {
  if (
    !definition ||
    !/_(?:(?:type|atom_type|element)_symbol|source_target)$/.test(plainName(definition.name))
  )
    return undefined;
  const symbol = /^[A-Za-z]{1,2}/.exec(text)?.[0] ?? "";
  const element = elementBySymbol(symbol) ?? elementBySymbol(symbol.slice(0, 1));
  const swatch = element ? swatchOf(element.symbol) : "";
  return element && `${swatch} ${element.name}, element ${element.atomicNumber}`;
}
