import type { Block, CifDocument, CifValue, Column, Loop } from "../cif/document";
import type { TextRange } from "../cif/problem";
import { rowRange } from "../cif/rowRange";
import type { SourceText } from "../cif/sourceText";
import { cellAt, contentRange, findPlace, type Cell } from "./place";

/** What a block defines in one place and names in others: a site by its label, a symmetry operation by its number. */
export interface LabelledThing {
  readonly kind: "site" | "operation";
  readonly block: Block;
  readonly name: string;
  /** Where the name was found. */
  readonly range: TextRange;
}

export interface Mention {
  /** Of the name, without quotes; of an operation without translation. */
  readonly range: TextRange;
  readonly isDefinition: boolean;
}

const siteTag = /^_atom_site[_.]label$/;
const siteMention = /(?:^_atom_site\w*|[_.]atom_site)[_.](?:label(?:_(?:\d|[adh]))?|calc_attached_atom)$/;
const operationTag = /^_(?:space_group_symop[_.]operation_xyz|symmetry_equiv[_.]pos_as_xyz)$/;
const operationId = /^_(?:space_group_symop[_.](?:id|sg_id)|symmetry_equiv[_.]pos_site_id)$/;
export const operationMention = /^_geom\w*[_.]site_symmetry(?:_\w+)?$/;

/** The operation and the cells: `3_655` is the third operation, then +1, 0, 0 cells; `3` is the same without cells. */
export const symmetryCode = /^(\d+)(?:_(\d{3}))?$/;

/** The site or operation that is named at an offset, or that ends there. */
export function labelledAt(cif: CifDocument, offset: number): LabelledThing | undefined {
  const place = [offset, offset - 1].map((at) => findPlace(cif, at)).find((found) => found?.kind === "value");
  return place?.kind === "value" ? labelledIn(place.block, place) : undefined;
}

function labelledIn(block: Block, { value, column, row }: Cell): LabelledThing | undefined {
  const text = written(value);
  if (!text) return undefined;
  const range = contentRange(value);
  if (siteMention.test(column.tag)) return { kind: "site", block, name: text, range };
  if (operationId.test(column.tag)) return { kind: "operation", block, name: text, range };
  if (operationTag.test(column.tag)) return { kind: "operation", block, name: numberOf(column, row), range };
  const [, number] = operationMention.test(column.tag) ? (symmetryCode.exec(text) ?? []) : [];
  if (number === undefined) return undefined;
  const end = range.start + number.length;
  return { kind: "operation", block, name: number, range: { start: range.start, end } };
}

/** A text field is no name. */
function written(value: CifValue | undefined): string | undefined {
  return value?.kind === "bare" || value?.kind === "quoted" ? value.text : undefined;
}

/** A thing of more places than these is neither shown nor renamed in all of them. */
export const mostMentions = 20_000;

/** The rows that define it; more than one where a label repeats. */
export function definitions(cif: CifDocument, { kind, block, name }: LabelledThing): TextRange[] {
  if (kind === "site")
    return first(mostMentions, siteMentions(cif, block, siteTag, name)).map(({ range }) => range);
  const operation = operationRow(block, name);
  return operation ? [operation] : [];
}

/** The places in the block that name it, in order; the first ones where there are more than `most`. */
export function mentions(cif: CifDocument, thing: LabelledThing, most = mostMentions): Mention[] {
  const { kind, block, name } = thing;
  const found =
    kind === "site" ? siteMentions(cif, block, siteMention, name) : operationMentions(cif, block, name);
  return first(most, found).sort((a, b) => a.range.start - b.range.start);
}

function first<T>(most: number, items: Iterable<T>): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === most) break;
    taken.push(item);
  }
  return taken;
}

/** Whether another site of the block has this label. */
export function hasSite(cif: CifDocument, block: Block, label: string): boolean {
  return siteMentions(cif, block, siteTag, label).next().done !== true;
}

function* siteMentions(cif: CifDocument, block: Block, tags: RegExp, name: string): Generator<Mention, void> {
  for (const { value, column } of cellsWith(cif, block, tags, name))
    if (written(value) === name) yield { range: contentRange(value), isDefinition: siteTag.test(column.tag) };
}

function* operationMentions(cif: CifDocument, block: Block, name: string): Generator<Mention, void> {
  const definition = operationRow(block, name);
  if (definition) yield { range: definition, isDefinition: true };
  for (const { value } of cellsWith(cif, block, operationMention, name)) {
    if (symmetryCode.exec(written(value) ?? "")?.[1] !== name) continue;
    const { start } = contentRange(value);
    yield { range: { start, end: start + name.length }, isDefinition: false };
  }
}

/** The operation of this number: by the numbers that the list gives, else by counting. */
function operationRow({ columns }: Block, number: string): TextRange | undefined {
  const operations = columns.find(({ tag }) => operationTag.test(tag));
  const ids = operations && idsOf(operations);
  let row = ids ? 0 : Number(number) - 1;
  while (ids && row < ids.rows && numberIn(ids, row) !== number) row++;
  const value = operations?.value(row);
  return value && contentRange(value);
}

function idsOf({ loop }: Column): Column | undefined {
  return loop?.columns.find(({ tag }) => operationId.test(tag));
}

function numberOf(operations: Column, row: number): string {
  return numberIn(idsOf(operations), row);
}

function numberIn(ids: Column | undefined, row: number): string {
  return written(ids?.value(row)) ?? String(row + 1);
}

/**
 * The cells of some columns that begin with a name. They are found by searching the loops for it, so that a list of a
 * hundred thousand sites takes milliseconds.
 */
function* cellsWith(cif: CifDocument, block: Block, tags: RegExp, name: string): Generator<Cell, void> {
  for (const column of block.columns) {
    const value = !column.loop && tags.test(column.tag) ? column.value(0) : undefined;
    if (value) yield { column, row: 0, value };
  }
  for (const loop of block.loops) {
    if (!loop.columns.some(({ tag }) => tags.test(tag))) continue;
    for (const at of placesOf(cif.text, loop, name)) {
      const cell = cellAt(loop, at);
      if (cell && tags.test(cell.column.tag)) yield cell;
    }
  }
}

/** Where in the values of a loop a name stands by itself: neither a letter nor a digit goes on with it. */
function* placesOf(text: SourceText, loop: Loop, name: string): Generator<number, void> {
  const start = rowRange(loop, 0)?.start ?? loop.range.end;
  const values = text.slice(start, loop.range.end);
  for (let at = values.indexOf(name); at >= 0; at = values.indexOf(name, at + 1))
    if (/^$|[\s'"]/.test(values.charAt(at - 1)) && !/[\dA-Za-z]/.test(values.charAt(at + name.length)))
      yield start + at;
}
