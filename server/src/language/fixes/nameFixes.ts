import { missingKeys } from "../../cif/dictionary/checkNames";
import { plainName } from "../../cif/dictionary/dictionary";
import { similarWords } from "../../cif/dictionary/spelling";
import type { Column, Loop } from "../../cif/document";
import { parseNumber } from "../../cif/number";
import { valueText } from "../../cif/valueText";
import { numberFixes } from "./numberFixes";
import { insertion, replacement, type Finding, type FixMakers, type QuickFix } from "./quickFix";

/** A column is added to loops of up to so many rows. */
const mostRows = 5000;

/** How names and values become those of the dictionary. */
export const nameFixes: FixMakers = {
  "loop-key-missing": addKeys,
  "name-out-of-date": renameName,
  "name-unknown": suggestNames,
  "value-case": correctCase,
  "value-malformed": rewrite,
  "value-not-a-number": keepNumber,
  "value-not-listed": suggestValues,
  "value-out-of-range": celsiusToKelvin,
};

function renameName(finding: Finding): QuickFix[] {
  const { cif, range, names, place } = finding;
  const written = cif.text.slice(range.start, range.end);
  const newer = names.find(names.find(written)?.replacedBy ?? "");
  const isThere = place?.block.columns.some(({ tag }) => plainName(tag) === plainName(newer?.name ?? ""));
  if (!newer || isThere) return [];
  return [{ ...replacement(finding, newer.name, `Rename to ${newer.name}`), isPreferred: true }];
}

function suggestNames(finding: Finding): QuickFix[] {
  const { cif, range, names } = finding;
  const written = cif.text.slice(range.start, range.end);
  return similarWords(written, names.names()).map((name) => replacement(finding, name, `Rename to ${name}`));
}

/** The text and the dictionary's words for the value that was found. */
function valueAt({ place, names }: Finding): { text: string; words: string[] } | undefined {
  if (place?.kind !== "value") return undefined;
  const text = valueText(place.value);
  const words = names.find(place.column.tag)?.values.map(({ value }) => value) ?? [];
  return text === undefined ? undefined : { text, words };
}

function correctCase(finding: Finding): QuickFix[] {
  const value = valueAt(finding);
  const word = value?.words.find((one) => one.toLowerCase() === value.text.toLowerCase());
  return word === undefined ? [] : [{ ...replacement(finding, word, `Write ${word}`), isPreferred: true }];
}

function suggestValues(finding: Finding): QuickFix[] {
  const value = valueAt(finding);
  if (!value) return [];
  return similarWords(value.text, value.words).map((word) => replacement(finding, word, `Write ${word}`));
}

/** What holds no number is not known. */
function keepNumber(finding: Finding): QuickFix[] {
  return [...numberFixes(finding), replacement(finding, "?", "Write ? for not known")];
}

/** Temperatures below 0 K are often meant in degrees Celsius. */
function celsiusToKelvin(finding: Finding): QuickFix[] {
  const { place, names } = finding;
  const unit = place?.kind === "value" ? names.find(place.column.tag)?.unit : undefined;
  const text = valueAt(finding)?.text ?? "";
  const value = parseNumber(text)?.value;
  if (unit !== "K" || value === undefined || value < -273.15) return [];
  const kelvin = String(Number((value + 273.15).toFixed(2)));
  return [replacement(finding, kelvin, `Take it for °C: write ${kelvin}`)];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Dates that can mean one day only, and symmetry codes with another sign in their middle. */
function rewrite(finding: Finding): QuickFix[] {
  const text = valueAt(finding)?.text.trim() ?? "";
  const better = yearFirst(text) ?? dayFirst(text) ?? monthInLetters(text) ?? symmetryCode(text);
  return better === undefined
    ? []
    : [{ ...replacement(finding, better, `Write ${better}`), isPreferred: true }];
}

function symmetryCode(text: string): string | undefined {
  const [, operation, cell] = /^(\d{1,3})[.,: -](\d{3})$/.exec(text) ?? [];
  return operation === undefined || cell === undefined ? undefined : `${operation}_${cell}`;
}

/** `2024/5/31`, `20240531` */
function yearFirst(text: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})[/. ](\d{1,2})[/. ](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  return isoDate(year, Number(month), day);
}

/** `31.5.2024`; with strokes the month may come first. */
function dayFirst(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return isoDate(year, Number(month), day);
}

/** `31 May 2024`, `May 31, 2024`, `Fri May 31 12:00:00 2024`, `May 2024` */
function monthInLetters(text: string): string | undefined {
  const { day, word, year } =
    [
      /^(?<day>\d{1,2})[. -]+(?<word>[A-Za-z]{3,9})[. ,-]+(?<year>\d{4})$/,
      /^(?:[A-Za-z]{3},? +)?(?<word>[A-Za-z]{3,9})\.? +(?<day>\d{1,2}),?(?: +[\d:]{5,8}(?: +[A-Z]{2,4})?)? +(?<year>\d{4})$/,
      /^(?<word>[A-Za-z]{3,9})[. -]+(?<year>\d{4})$/,
    ]
      .map((pattern) => pattern.exec(text)?.groups)
      .find((groups) => groups !== undefined) ?? {};
  const month = months.indexOf((word ?? "").slice(0, 3).toLowerCase()) + 1;
  return isoDate(year, month, day);
}

function isoDate(year: string | undefined, month: number, day: string | undefined): string | undefined {
  if (year === undefined || !(month >= 1 && month <= 12)) return undefined;
  const yearAndMonth = `${year}-${String(month).padStart(2, "0")}`;
  if (!day) return yearAndMonth;
  return Number(day) >= 1 && Number(day) <= 31 ? `${yearAndMonth}-${day.padStart(2, "0")}` : undefined;
}

/** Puts the missing names first, with values in each row: labels of sites are made of their elements. */
function addKeys({ place, names }: Finding): QuickFix[] {
  const loop = place?.kind === "tag" ? place.column.loop : undefined;
  const category = place?.kind === "tag" ? names.find(place.column.tag)?.category : undefined;
  const [first] = loop?.columns ?? [];
  if (!loop || !category || !first || loop.rows > mostRows) return [];
  const keys = missingKeys(category, loop.columns);
  const values = rowValues(loop, keys);
  const edits = [insertion(first.tagRange.start, `${keys.join("\n")}\n`)];
  for (let row = 0; row < loop.rows; row++) {
    const start = first.value(row)?.range.start;
    if (start !== undefined) edits.push(insertion(start, `${values[row] ?? ""} `));
  }
  return [{ title: `Add ${keys.join(", ")}`, edits, isPreferred: true }];
}

function rowValues(loop: Loop, keys: readonly string[]): string[] {
  const unknown = keys.map(() => "?").join(" ");
  const symbols = loop.columns.find(({ tag }) => tag === "_atom_site_type_symbol");
  const isLabel = keys.length === 1 && keys[0] === "_atom_site_label";
  return isLabel && symbols ? siteLabels(symbols) : Array.from({ length: loop.rows }, () => unknown);
}

/** `Li1`, `Li2`, `O1`: the element of each row with its number among those of the element. */
function siteLabels(symbols: Column): string[] {
  const counts = new Map<string, number>();
  return Array.from({ length: symbols.rows }, (_, row) => {
    const [element] = /^[A-Za-z]{1,2}/.exec(valueText(symbols.value(row)) ?? "") ?? [];
    if (element === undefined) return "?";
    const count = (counts.get(element) ?? 0) + 1;
    counts.set(element, count);
    return `${element}${count}`;
  });
}
