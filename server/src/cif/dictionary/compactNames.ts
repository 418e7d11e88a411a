/*
 * The notation of the tables in `names/`. A line `[category] placement key=NAMES` begins a category; then a line a name:
 *
 *     NAME | type | unit | domain | description
 *     NAME > TARGET      out of date, TARGET is its newer name
 *     NAME ~ TARGET      another name of TARGET
 *
 * A domain is a range, `0:180` or `0:`, or `=name` of an enumeration that several names share; indented lines
 * `value: meaning` are an enumeration too, or behind a name that has a target, values that it has beside the target's. Braces in a name make a name of each part, `{a,b}` or `{1-8}`; in what
 * follows `{}` is the part of the first braces, `{2}` of the second, and `{x,y}` or `{2:x,y}` stands for the part of that place.
 */
import type { Category, EnumerationValue, NameDefinition, Placement, ValueType } from "./definition";
import { sharedValues } from "./sharedValues";

/** A name of a table. What is said of it is read when somebody asks: most names are never asked for. */
export interface NameEntry {
  readonly name: string;
  readonly define: () => NameDefinition;
}

/** A name that means what another one means. */
export interface OtherName {
  readonly name: string;
  readonly target: string;
  readonly isOutOfDate: boolean;
  /** What it may be beside what its target may be. */
  readonly moreValues: () => EnumerationValue[];
}

export interface NameTable {
  readonly entries: readonly NameEntry[];
  readonly otherNames: readonly OtherName[];
}

const BRACES = /\{([^}]*)\}/g;

/** Reads a table. Throws on a line that is not in the notation: the tables are ours. */
export function readNameTable(text: string): NameTable {
  const entries: NameEntry[] = [];
  const otherNames: OtherName[] = [];
  let category: Category = { name: "", placement: "both", keys: [] };
  const lines = text.split("\n");
  lines.forEach((line, index) => {
    if (line.startsWith("[")) category = readCategory(line);
    if (!line.startsWith("_")) return;
    const at = line.indexOf(" ");
    const expansions = expand(line.slice(0, at));
    const sign = line.charAt(at + 1);
    const values = () => readValues(lines, index + 1);
    if (sign === "|") {
      const own = category;
      for (const { name, fill } of expansions)
        entries.push({ name, define: () => readDefinition(name, line, own, values, fill) });
    } else {
      const target = line.slice(at + 3);
      for (const { name, fill } of expansions)
        otherNames.push({ name, target: fill(target), isOutOfDate: sign === ">", moreValues: values });
    }
  });
  return { entries, otherNames };
}

/** The indented lines from this one on. */
function readValues(lines: readonly string[], first: number): EnumerationValue[] {
  const end = lines.findIndex((line, index) => index >= first && !line.startsWith("  "));
  return lines.slice(first, end).map(readValue);
}

function readValue(line: string): EnumerationValue {
  const at = line.indexOf(": ");
  return { value: line.slice(2, at), meaning: line.slice(at + 2) };
}

function readCategory(line: string): Category {
  const [, name = "", placement = "", keys] =
    /^\[(\S+)\] (single|loop|both)(?: key=(\S+))?$/.exec(line) ?? [];
  if (!isPlacement(placement)) throw new Error(`not a category: ${line}`);
  return { name, placement, keys: keys?.split(",") ?? [] };
}

function isPlacement(word: string): word is Placement {
  return word === "single" || word === "loop" || word === "both";
}

function readDefinition(
  name: string,
  line: string,
  category: Category,
  values: () => EnumerationValue[],
  fill: (text: string) => string,
): NameDefinition {
  const [, type = "", unit = "", domain = "", description] = line.split("|").map((part) => part.trim());
  if (description === undefined || !isValueType(type)) throw new Error(`not a name: ${line}`);
  const isShared = domain.startsWith("=");
  const [minimum, maximum] = isShared ? [] : domain.split(":").map(readLimit);
  return {
    name,
    category,
    type,
    unit: unit || undefined,
    minimum,
    maximum,
    values: isShared ? sharedValues(domain.slice(1)) : values(),
    description: fill(description),
    aliases: [],
    sameAs: undefined,
    replacedBy: undefined,
  };
}

function readLimit(text: string): number | undefined {
  return text === "" ? undefined : Number(text);
}

const valueTypes: Record<ValueType, true> = {
  num: true,
  int: true,
  text: true,
  code: true,
  date: true,
  doi: true,
  label: true,
  symmetry: true,
  operation: true,
  list: true,
};

function isValueType(word: string): word is ValueType {
  return Object.hasOwn(valueTypes, word);
}

interface Expansion {
  readonly name: string;
  /** Puts the parts of this name into the braces of a text. */
  readonly fill: (text: string) => string;
}

/** The names of a pattern with braces. */
function expand(pattern: string): Expansion[] {
  const pieces = pattern.split(/[{}]/);
  const [first = ""] = pieces;
  if (pieces.length === 1) return [{ name: first, fill: unchanged }];
  if (pieces.length === 3) return expandOne(first, readParts(pieces[1] ?? ""), pieces[2] ?? "");
  // Every second piece stood in braces.
  const groups = pieces.filter((_, index) => index % 2 === 1).map(readParts);
  let choices: { readonly name: string; readonly chosen: readonly number[] }[] = [
    { name: first, chosen: [] },
  ];
  groups.forEach((parts, group) => {
    const after = pieces[2 * group + 2] ?? "";
    choices = choices.flatMap(({ name, chosen }) =>
      parts.map((part, index) => ({ name: name + part + after, chosen: [...chosen, index] })),
    );
  });
  return choices.map(({ name, chosen }) => ({ name, fill: (text) => fill(text, groups, chosen) }));
}

function unchanged(text: string): string {
  return text;
}

/** What most patterns are: one pair of braces. */
function expandOne(before: string, parts: readonly string[], after: string): Expansion[] {
  const groups = [parts];
  return parts.map((part, index) => ({
    name: before + part + after,
    fill: (text) => fill(text, groups, [index]),
  }));
}

function readParts(text: string): string[] {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return text.split(",");
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => String(Number(from) + index));
}

function part(groups: readonly (readonly string[])[], chosen: readonly number[], group: number): string {
  return groups[group]?.[chosen[group] ?? 0] ?? "";
}

function fill(text: string, groups: readonly (readonly string[])[], chosen: readonly number[]): string {
  if (!text.includes("{")) return text;
  return text.replace(BRACES, (_, inside: string) => {
    const [, number = "1", words = ""] = /^(?:(\d)(?::|$))?(.*)$/.exec(inside) ?? [];
    const group = Number(number) - 1;
    if (words === "") return part(groups, chosen, group);
    const word = words.split(",")[chosen[group] ?? 0];
    if (word === undefined) throw new Error(`too few words for the parts of a name: ${text}`);
    return word;
  });
}
