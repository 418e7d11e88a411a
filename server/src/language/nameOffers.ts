import { CompletionItemKind, type CompletionItem } from "vscode-languageserver/node";
import type { NameDefinition } from "../cif/dictionary/definition";
import { dottedName, plainName, type Dictionary } from "../cif/dictionary/dictionary";
import type { Block, CifDocument } from "../cif/document";
import type { CompletionPlace } from "./completionPlace";
import { isSubsequence } from "./subsequence";
import { isUsed, orderOfUse } from "./usedNames";

/** Names to be written at a place. */
export interface NameOffers {
  readonly items: readonly CompletionItem[];
  /** Whether the letters may mean others too, though less likely: the editor asks again as one types on. */
  readonly isPart: boolean;
}

export const noNames: NameOffers = { items: [], isPart: false };

interface Offer {
  readonly item: CompletionItem;
  /** Whether what is typed is its beginning. */
  readonly isBegun: boolean;
  /** Whether it belongs to the category of the loop that it would stand in. */
  readonly isOfLoop: boolean;
}

/** What all names are held against. */
interface Wanted {
  readonly names: Dictionary;
  /** As dictionaries compare names. */
  readonly typed: string;
  readonly isDotted: boolean;
  readonly present: ReadonlySet<string>;
  readonly isLooped: boolean;
  /** Of the loop, where one of its names is known. */
  readonly category: string | undefined;
}

/**
 * Names that the block does not have in any notation: those that begin with what is typed, of these the loop's; where there
 * are none, those that have its letters. First those that Superion computes with.
 */
export function nameOffers(cif: CifDocument, place: CompletionPlace, names: Dictionary): NameOffers {
  // Outside of a data block stands `data_` first.
  if (!place.block && !place.typed.startsWith("_")) return noNames;
  const wanted = wantedAt(cif, place, names);
  const all = new Map<string, Offer>();
  for (const offer of names.definitions().flatMap((written) => offerOf(written, wanted)))
    if (!all.get(offer.item.label)?.isBegun) all.set(offer.item.label, offer);
  const begun = preferred([...all.values()], ({ isBegun }) => isBegun);
  const items = preferred(begun, ({ isOfLoop }) => isOfLoop).map(({ item }) => item);
  return { items: items.sort(bySortText), isPart: items.length < all.size };
}

function preferred(offers: Offer[], isBetter: (offer: Offer) => boolean): Offer[] {
  return offers.some(isBetter) ? offers.filter(isBetter) : offers;
}

function bySortText(one: CompletionItem, other: CompletionItem): number {
  return (one.sortText ?? "") < (other.sortText ?? "") ? -1 : 1;
}

function wantedAt({ text }: CifDocument, place: CompletionPlace, names: Dictionary): Wanted {
  const { block, loopHead, typed, word } = place;
  const present = presentNames(block);
  // The name that is being written, which the block has therefore.
  present.delete(plainName(text.slice(word.start, word.end)));
  return {
    names,
    typed: plainName(typed),
    isDotted: typed.includes(".") || (block?.columns.some(({ tag }) => tag.includes(".")) ?? false),
    present,
    isLooped: loopHead !== undefined,
    category: loopHead && categoryOf(loopHead, names),
  };
}

function presentNames(block: Block | undefined): Set<string> {
  return new Set(block?.columns.map(({ tag }) => plainName(tag)));
}

function categoryOf(loopHead: readonly string[], names: Dictionary): string | undefined {
  return loopHead.map((tag) => names.find(tag)?.category.name).find((name) => name !== undefined);
}

/** A name as it is written here; the letters of one that is out of date find its newer name. */
function offerOf(written: NameDefinition, wanted: Wanted): Offer[] {
  const { replacedBy, sameAs } = written;
  const definition = replacedBy === undefined ? written : wanted.names.find(replacedBy);
  if (!definition || sameAs !== undefined || isPresent(definition, wanted.present)) return [];
  if (wanted.isLooped && definition.category.placement === "single") return [];
  const label = wanted.isDotted ? (dottedName(definition) ?? definition.name) : undottedName(definition);
  if (label === undefined) return [];
  const letters = replacedBy === undefined ? label : written.name;
  const { typed, category } = wanted;
  const isBegun = typed.length > 1 && plainName(letters).startsWith(typed);
  const isMeant = isBegun || (replacedBy === undefined && hasLetters(typed, plainName(letters)));
  if (!isMeant) return [];
  const isOfLoop = category !== undefined && definition.category.name === category;
  return [{ item: itemOf(label, letters, definition, wanted), isBegun, isOfLoop }];
}

function isPresent({ name, aliases }: NameDefinition, present: ReadonlySet<string>): boolean {
  return [name, ...aliases].some((one) => present.has(plainName(one)));
}

/** The notation without a point; `undefined` for names of newer dictionaries that have none. */
function undottedName({ name, aliases }: NameDefinition): string | undefined {
  return [name, ...aliases].find((one) => !one.includes("."));
}

/** Smaller goes first, behind values with 0 and before or behind snippets with 2. */
function rankOf(
  { name, category: { name: own, placement } }: NameDefinition,
  { isLooped, category }: Wanted,
): number {
  if (category !== undefined) return own === category ? 1 : 4;
  const isOther = isLooped ? placement !== "loop" : placement === "loop";
  if (isUsed(name)) return isOther ? 3 : 1;
  return isOther ? 4 : 3;
}

/** Whether what is typed may become a name; without an underscore before it, it must be the beginning, so that `loop_` is none. */
function hasLetters(typed: string, name: string): boolean {
  return typed.startsWith("_") ? isSubsequence(typed, name) : name.startsWith(`_${typed}`);
}

/** @param letters by which the editor finds it. */
function itemOf(label: string, letters: string, definition: NameDefinition, wanted: Wanted): CompletionItem {
  const { unit, category, name } = definition;
  const isNewer = letters !== label;
  const order = String(orderOfUse(name)).padStart(2, "0");
  return {
    label,
    kind: CompletionItemKind.Property,
    detail: [
      category.name,
      ...(unit === undefined ? [] : [unit]),
      ...(isNewer ? [`formerly ${letters}`] : []),
    ].join(", "),
    sortText: `${rankOf(definition, wanted)} ${order} ${label.toLowerCase()}`,
    ...(isNewer ? { filterText: letters } : otherNotation(label)),
  };
}

/** Who types the other notation means it too. */
function otherNotation(label: string): Pick<CompletionItem, "filterText"> {
  return label.includes(".") ? { filterText: `${label} ${label.replace(".", "_")}` } : {};
}
