import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type CompletionOptions,
} from "vscode-languageserver/node";
import { dottedName, plainName, type Dictionary } from "../cif/dictionary/dictionary";
import type { NameDefinition } from "../cif/dictionary/definition";
import type { CifDocument, Column } from "../cif/document";
import { valueText } from "../cif/valueText";
import { completionPlace, presentNames, type CompletionPlace } from "./completionPlace";
import { toRange, type OpenDocument } from "./documents";
import { nameHover } from "./nameHover";
import { plainText } from "./plainText";
import { isSimplified, type Server } from "./server";
import { snippets } from "./snippets";
import { isSubsequence } from "./subsequence";
import { isUsed } from "./usedNames";

/** More names than these help nobody; the editor asks again as one types on. */
const mostNames = 400;
/** Of longer loops of sites the first labels are offered. */
const mostRows = 500;

export const completionOptions: CompletionOptions = { resolveProvider: true, triggerCharacters: ["_", "."] };

export function registerCompletion({ connection, documents, dictionaries, settings, client }: Server): void {
  connection.onCompletion(async ({ textDocument: { uri }, position }, token) => {
    if (!settings().completion.enabled || isSimplified(uri)) return null;
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return null;
    const { snippets: takesSnippets } = client();
    return completionAt(document, document.text.offsetAt(position), dictionaries.current, takesSnippets);
  });
  connection.onCompletionResolve((item) => resolved(item, dictionaries.current, client().markdownHover));
}

/** What may be written at an offset: names that the block lacks, values of an enumeration, labels, pieces of structure. */
export function completionAt(
  document: OpenDocument,
  offset: number,
  names: Dictionary,
  takesSnippets: boolean,
): CompletionList {
  const { cif } = document;
  const place = cif && completionPlace(cif, offset);
  if (!place) return { isIncomplete: false, items: [] };
  const wantsName = place.typed.startsWith("_");
  const values = wantsName ? [] : valueItems(place, names);
  const found = wantsName || place.takesName ? nameItems(cif, place, names) : [];
  const pieces =
    takesSnippets && place.takesName && place.beginsLine && !wantsName ? snippetItems(place) : [];
  const range = toRange(document.text, place.word);
  const items = [...values, ...pieces, ...found.slice(0, mostNames)].map(
    ({ insert, ...item }): CompletionItem => ({
      ...item,
      textEdit: { range, newText: insert ?? item.label },
    }),
  );
  return { isIncomplete: found.length > mostNames, items };
}

interface Offer extends CompletionItem {
  /** The text to write, where it is not the label. */
  readonly insert?: string;
}

/** The documentation of a name, when the editor shows it. */
function resolved(item: CompletionItem, names: Dictionary, takesMarkdown: boolean): CompletionItem {
  const definition = item.kind === CompletionItemKind.Property ? names.find(item.label) : undefined;
  if (!definition) return item;
  const text = nameHover(item.label, definition, names);
  return {
    ...item,
    documentation: takesMarkdown
      ? { kind: MarkupKind.Markdown, value: text }
      : { kind: MarkupKind.PlainText, value: plainText(text) },
  };
}

/** Names that the block does not have in any notation: those of the loop first, then those that Superion computes with. */
function nameItems(cif: CifDocument, place: CompletionPlace, names: Dictionary): Offer[] {
  const { block, loopHead, typed } = place;
  const present = presentNames(block);
  present.delete(plainName(typedName(cif, place)));
  const category = loopHead && categoryOf(loopHead, names);
  const isDotted = typed.includes(".") || (block?.columns.some(({ tag }) => tag.includes(".")) ?? false);
  const offers: Offer[] = [];
  for (const definition of names.definitions()) {
    if (definition.replacedBy !== undefined || definition.sameAs !== undefined) continue;
    if (isPresent(definition, present)) continue;
    const rank = rankOf(definition, loopHead, category);
    const label = isDotted ? (dottedName(definition) ?? definition.name) : undottedName(definition);
    if (rank === undefined || label === undefined || !isMeant(plainName(typed), plainName(label))) continue;
    offers.push(nameOffer(label, definition, rank));
  }
  return offers.sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
}

/** The notation without a point; `undefined` for names of newer dictionaries that have none. */
function undottedName({ name, aliases }: NameDefinition): string | undefined {
  return [name, ...aliases].find((one) => !one.includes("."));
}

/** The name that is being written, which the block has therefore. */
function typedName({ text }: CifDocument, { word: { start, end } }: CompletionPlace): string {
  return text.slice(start, end);
}

function isPresent({ name, aliases }: NameDefinition, present: ReadonlySet<string>): boolean {
  return [name, ...aliases].some((one) => present.has(plainName(one)));
}

function categoryOf(loopHead: readonly string[], names: Dictionary): string | undefined {
  return loopHead.map((tag) => names.find(tag)?.category.name).find((name) => name !== undefined);
}

/** Smaller goes first; `undefined` for what has no place here. */
function rankOf(
  definition: NameDefinition,
  loopHead: readonly string[] | undefined,
  category: string | undefined,
): number | undefined {
  const { placement, name } = definition.category;
  if (!loopHead) return (placement === "loop" ? 2 : 1) - (isUsed(definition.name) ? 1 : 0);
  if (placement === "single") return undefined;
  if (category !== undefined) return name === category ? 0 : 2;
  return isUsed(definition.name) ? 0 : 1;
}

function nameOffer(label: string, definition: NameDefinition, rank: number): Offer {
  const { unit, category } = definition;
  return {
    label,
    kind: CompletionItemKind.Property,
    detail: unit === undefined ? category.name : `${category.name}, ${unit}`,
    sortText: `${rank} ${label.toLowerCase()}`,
    // Who types the other notation means it too.
    ...(label.includes(".") ? { filterText: `${label} ${label.replace(".", "_")}` } : {}),
  };
}

/** Whether what is typed may become a name; without an underscore before it, it must be the beginning, so that `loop_` is none. */
function isMeant(typed: string, name: string): boolean {
  return typed.startsWith("_") ? isSubsequence(typed, name) : name.startsWith(`_${typed}`);
}

/** The values that the dictionary lists for the name; labels of sites and species where one is asked for. */
function valueItems({ valueOf, block }: CompletionPlace, names: Dictionary): Offer[] {
  const definition = valueOf && names.find(valueOf.tag);
  if (!definition) return [];
  if (definition.type === "label")
    return textItems(block?.find("_atom_site_label", "_atom_site.label"), "site");
  if (plainName(definition.name) === "_atom_site_type_symbol")
    return textItems(block?.find("_atom_type_symbol", "_atom_type.symbol"), "species");
  return definition.values.map(({ value, meaning }, index) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    ...(meaning === "" ? {} : { detail: meaning }),
    sortText: `0 ${String(index).padStart(3, "0")}`,
  }));
}

/** What a column lists, each once. */
function textItems(column: Column | undefined, detail: string): Offer[] {
  const texts = Array.from({ length: Math.min(column?.rows ?? 0, mostRows) }, (_, row) =>
    valueText(column?.value(row)),
  );
  return [...new Set(texts.filter((text) => text !== undefined))].map((label) => ({
    label,
    kind: CompletionItemKind.Variable,
    detail,
    sortText: `0 ${label}`,
  }));
}

/** A structure begins a block of its own; loops belong into one. */
function snippetItems({ block, loopHead }: CompletionPlace): Offer[] {
  if (loopHead) return [];
  return snippets
    .filter(({ isBlock }) => isBlock ?? block !== undefined)
    .map(({ label, description, text }) => ({
      label,
      kind: CompletionItemKind.Snippet,
      detail: description,
      insert: text,
      insertTextFormat: InsertTextFormat.Snippet,
      // Who has typed all of `loop_` wants no more: Enter must not take one of these.
      filterText: label.replace("_", ""),
      sortText: `1 ${label}`,
    }));
}
