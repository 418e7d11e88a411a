import type { Block, CifDocument, CifValue, Column, Loop } from "../cif/document";
import type { TextRange } from "../cif/problem";
import { rowRange } from "../cif/rowRange";
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
const operationMention = /^_geom\w*[_.]site_symmetry(?:_\w+)?$/;

/** `3_655` is the third operation, then +1, 0, 0 cells; `3` is the same without cells. */
const symmetryCode = /^(\d+)(?:_\d{3})?$/;

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

/** The rows that define it; more than one where a label repeats. */
export function definitions(cif: CifDocument, thing: LabelledThing): TextRange[] {
  return mentions(cif, thing).flatMap(({ range, isDefinition }) => (isDefinition ? [range] : []));
}

/** All places in the block that name it, in order. */
export function mentions(cif: CifDocument, thing: LabelledThing): Mention[] {
  const found = thing.kind === "site" ? siteMentions(cif, thing) : operationMentions(cif, thing);
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** Whether another site of the block has this label. */
export function hasSite(cif: CifDocument, block: Block, label: string): boolean {
  return cellsWith(cif, block, siteTag, label).some(({ value }) => written(value) === label);
}

function siteMentions(cif: CifDocument, { block, name }: LabelledThing): Mention[] {
  return cellsWith(cif, block, siteMention, name)
    .filter(({ value }) => written(value) === name)
    .map(({ value, column }) => ({ range: contentRange(value), isDefinition: siteTag.test(column.tag) }));
}

function operationMentions(cif: CifDocument, { block, name }: LabelledThing): Mention[] {
  const codes = cellsWith(cif, block, operationMention, name)
    .filter(({ value }) => symmetryCode.exec(written(value) ?? "")?.[1] === name)
    .map(({ value }) => {
      const { start } = contentRange(value);
      return { range: { start, end: start + name.length }, isDefinition: false };
    });
  const definition = operationRow(block, name);
  return definition ? [...codes, { range: definition, isDefinition: true }] : codes;
}

/** The operation of this number: by the numbers that the list gives, else by counting. */
function operationRow({ columns }: Block, number: string): TextRange | undefined {
  const operations = columns.find(({ tag }) => operationTag.test(tag));
  if (!operations) return undefined;
  for (let row = 0; row < operations.rows; row++) {
    const value = operations.value(row);
    if (value && numberOf(operations, row) === number) return contentRange(value);
  }
  return undefined;
}

function numberOf({ loop }: Column, row: number): string {
  const ids = loop?.columns.find(({ tag }) => operationId.test(tag));
  return written(ids?.value(row)) ?? String(row + 1);
}

/**
 * The cells of some columns that begin with a text. They are found by searching the loops for it, so that a list of a
 * hundred thousand sites takes milliseconds.
 */
function cellsWith({ text }: CifDocument, block: Block, tags: RegExp, name: string): Cell[] {
  const loops = block.loops.filter(({ columns }) => columns.some(({ tag }) => tags.test(tag)));
  const singles = block.columns
    .filter(({ tag, loop }) => !loop && tags.test(tag))
    .flatMap((column) => singleCell(column));
  const looped = loops.flatMap((loop) =>
    placesOf(text.toString(), loop, name).flatMap((at) => {
      const cell = cellAt(loop, at);
      return cell && tags.test(cell.column.tag) ? [cell] : [];
    }),
  );
  return [...singles, ...looped];
}

function singleCell(column: Column): Cell[] {
  const value = column.value(0);
  return value ? [{ column, row: 0, value }] : [];
}

/** Where in the values of a loop a text stands behind a blank or a quote. */
function placesOf(text: string, loop: Loop, name: string): number[] {
  const places: number[] = [];
  const start = rowRange(loop, 0)?.start ?? loop.range.end;
  for (let at = text.indexOf(name, start); at >= 0 && at < loop.range.end; at = text.indexOf(name, at + 1))
    if (/[\s'"]/.test(text.charAt(at - 1))) places.push(at);
  return places;
}
