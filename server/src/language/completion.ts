import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type CompletionOptions,
} from "vscode-languageserver/node";
import { plainName, type Dictionary } from "../cif/dictionary/dictionary";
import type { Column } from "../cif/document";
import { valueText } from "../cif/valueText";
import { completionPlace, type CompletionPlace } from "./completionPlace";
import { toRange, type OpenDocument } from "./documents";
import { nameHover } from "./nameHover";
import { nameOffers, noNames } from "./nameOffers";
import { plainText } from "./plainText";
import { isSimplified, type Server } from "./server";
import { snippets } from "./snippets";

/** More names than these help nobody; the editor asks again as one types on. */
const mostNames = 400;
/** Of longer loops of sites the first labels are offered. */
const mostRows = 500;

export const completionOptions: CompletionOptions = {
  resolveProvider: true,
  triggerCharacters: ["_", ".", "'", '"'],
};

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
  const { quote, takesName, valueOf, typed, beginsLine } = place;
  const wantsName = quote === undefined && typed.startsWith("_");
  const values = wantsName ? [] : valueItems(place, names);
  // Where a value may stand too, letters begin one: Enter must not make a name of them.
  const found =
    wantsName || (takesName && (typed === "" || !valueOf)) ? nameOffers(cif, place, names) : noNames;
  const pieces = takesSnippets && takesName && beginsLine && !wantsName ? snippetItems(place) : [];
  const range = toRange(document.text, place.word);
  const offers: Offer[] = [...values, ...pieces, ...found.items.slice(0, mostNames)];
  const items = offers.map(({ insert, ...item }): CompletionItem => ({
    ...item,
    textEdit: { range, newText: insert ?? item.label },
  }));
  return { isIncomplete: found.isPart || found.items.length > mostNames, items };
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

/** The values that may be written; those with the quote that they would stand in may not. */
function valueItems(place: CompletionPlace, names: Dictionary): Offer[] {
  const { quote } = place;
  const items = expectedValues(place, names);
  return quote === undefined ? items : items.filter(({ label }) => !label.includes(quote));
}

/** The values that the dictionary lists for the name; labels of sites and species where one is asked for. */
function expectedValues({ valueOf, block }: CompletionPlace, names: Dictionary): Offer[] {
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
      sortText: `2 ${label}`,
    }));
}
