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
    const pattern = readPattern(line.slice(0, at));
    const sign = line.charAt(at + 1);
    const values = () => readValues(lines, index + 1);
    if (sign === "|") {
      const own = category;
      expand(pattern).forEach((name, nth) => {
        const define = () =>
          readDefinition(name, line, own, values, (text) => readTemplate(text, pattern)(nth));
        entries.push({ name, define });
      });
    } else {
      const target = readTemplate(line.slice(at + 3), pattern);
      const isOutOfDate = sign === ">";
      expand(pattern).forEach((name, nth) =>
        otherNames.push({ name, target: target(nth), isOutOfDate, moreValues: values }),
      );
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

/** A name with braces. */
interface Pattern {
  /** What stands before the first braces, and behind each. */
  readonly between: readonly string[];
  /** What may stand in each pair of braces. */
  readonly groups: readonly (readonly string[])[];
}

function readPattern(text: string): Pattern {
  if (!text.includes("{")) return { between: [text], groups: [] };
  const pieces = text.split(/[{}]/);
  // Every second piece stood in braces.
  return {
    between: pieces.filter((_, index) => index % 2 === 0),
    groups: pieces.filter((_, index) => index % 2 === 1).map(readParts),
  };
}

function readParts(text: string): string[] {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return text.split(",");
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => String(Number(from) + index));
}

/** The names of a pattern: the part of the last braces changes first. */
function expand({ between, groups }: Pattern): string[] {
  let names = [between[0] ?? ""];
  groups.forEach((parts, group) => {
    const after = between[group + 1] ?? "";
    names = names.flatMap((name) => parts.map((part) => name + part + after));
  });
  return names;
}

/** Puts the parts of the nth name of a pattern into the braces of a text. */
type Template = (nth: number) => string;

function readTemplate(text: string, { groups }: Pattern): Template {
  if (!text.includes("{")) return () => text;
  const [before = "", ...pieces] = text.split(/[{}]/);
  const slots = pieces.filter((_, index) => index % 2 === 0).map((inside) => readSlot(inside, groups));
  const after = pieces.filter((_, index) => index % 2 === 1);
  return (nth) => {
    let filled = before;
    slots.forEach(({ parts, repeats, words }, slot) => {
      const word = words[Math.floor(nth / repeats) % parts];
      if (word === undefined) throw new Error(`too few words for the parts of a name: ${text}`);
      filled += word + (after[slot] ?? "");
    });
    return filled;
  };
}

/** What stands in braces of a text: a word for each part of a pair of braces of the name. */
interface Slot {
  readonly words: readonly string[];
  /** How many parts the pair has, and how many names in a row have the same. */
  readonly parts: number;
  readonly repeats: number;
}

function readSlot(inside: string, groups: Pattern["groups"]): Slot {
  const [, number = "1", words = ""] = /^(?:(\d)(?::|$))?(.*)$/.exec(inside) ?? [];
  const [parts = [], ...later] = groups.slice(Number(number) - 1);
  return {
    words: words === "" ? parts : words.split(","),
    parts: parts.length,
    repeats: later.reduce((product, group) => product * group.length, 1),
  };
}
