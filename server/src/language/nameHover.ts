import { rangeText } from "../cif/dictionary/checkValues";
import { isNumeric, type NameDefinition, type ValueType } from "../cif/dictionary/definition";
import { dottedName, newerName, plainName, type Dictionary } from "../cif/dictionary/dictionary";
import { sentence } from "./sentence";
import { escape } from "./siteHover";
import { isUsed } from "./usedNames";

/** Of longer enumerations the first values are shown. */
const mostValues = 16;
/** Of those that say nothing of their values, which take a word each. */
const mostBareValues = 40;

/** What the user reads about a data name, as markdown. @param tag as it stands in the text. */
export function nameHover(tag: string, definition: NameDefinition, names: Dictionary): string {
  return [
    `**${escape(tag)}**`,
    newerNameText(tag, definition),
    `${escapeText(definition.description)}${isUsed(tag) ? " Superion computes with it." : ""}`,
    valuesText(definition),
    otherNames(tag, definition, names),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The first sentences about a name, where a value of it is what counts. */
export function shortNameText({ description }: NameDefinition): string {
  return escapeText(description);
}

/** Descriptions of the user's dictionaries are any text. */
function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, "\\$&");
}

function newerNameText(tag: string, definition: NameDefinition): string {
  const newer = newerName(tag, definition);
  return newer === undefined ? "" : `Out of date; its newer name is \`${newer}\`.`;
}

function valuesText(definition: NameDefinition): string {
  const { values } = definition;
  if (values.length === 0) return formText(definition);
  if (values.every(({ meaning }) => meaning === "")) return bareValuesText(values);
  const more = values.length > mostValues ? [`- and ${values.length - mostValues} more`] : [];
  const lines = values
    .slice(0, mostValues)
    .map(({ value, meaning }) => `- \`${value}\`${meaning === "" ? "" : `: ${escapeText(meaning)}`}`);
  return ["One of:", ...lines, ...more].join("\n");
}

function bareValuesText(values: NameDefinition["values"]): string {
  const more = values.length > mostBareValues ? ` and ${values.length - mostBareValues} more` : "";
  const list = values.slice(0, mostBareValues).map(({ value }) => `\`${value}\``);
  return `One of ${list.join(", ")}${more}.`;
}

const forms: Record<ValueType, string> = {
  num: "Number",
  int: "Whole number",
  text: "",
  code: "",
  date: "Date, as 2024-05-31",
  doi: "DOI, as 10.1107/S0108767390010224",
  label: "Label of a site",
  symmetry: "Symmetry code: operation and cell, as 2\\_565",
  operation: "Symmetry operation, as -x,y+1/2,-z",
  list: "List",
};

function formText(definition: NameDefinition): string {
  const { type, unit, minimum, maximum } = definition;
  const form = forms[type];
  if (form === "") return "";
  const hasRange = minimum !== undefined || maximum !== undefined;
  if (isNumeric(definition) && hasRange) return `${form}, ${rangeText(definition)}.`;
  return `${form}${unit === undefined ? "" : `, unit ${unit}`}.`;
}

/** `Also a, b; formerly c.` */
function otherNames(tag: string, definition: NameDefinition, names: Dictionary): string {
  const dotted = dottedName(definition);
  const others = [...new Set([...definition.aliases, ...(dotted === undefined ? [] : [dotted])])].filter(
    (name) => name !== definition.name && name !== newerName(tag, definition),
  );
  const isFormer = (name: string) =>
    plainName(name) !== plainName(definition.name) && names.find(name)?.replacedBy !== undefined;
  const also = listed(
    "also",
    others.filter((name) => !isFormer(name)),
  );
  const formerly = listed("formerly", others.filter(isFormer));
  const text = [...also, ...formerly].join("; ");
  return text === "" ? "" : sentence(text);
}

function listed(word: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${word} ${names.map((name) => `\`${name}\``).join(", ")}`];
}
