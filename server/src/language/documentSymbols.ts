import { SymbolKind, type DocumentSymbol, type SymbolInformation } from "vscode-languageserver/node";
import type { Block, Column, Loop } from "../cif/document";
import { rowRange } from "../cif/rowRange";
import { valueText } from "../cif/valueText";
import { toRange, type OpenDocument } from "./documents";
import { plural } from "./numberFormat";
import type { Server } from "./server";

/** An outline with more entries than these is of no use, and slow to draw; it has as many blocks at most beside them. */
const mostSymbols = 5000;

export function registerDocumentSymbols({ connection, documents, client }: Server): void {
  connection.onDocumentSymbol(async ({ textDocument: { uri } }, token) => {
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return [];
    const symbols = documentSymbols(document);
    return client().hierarchicalSymbols
      ? symbols
      : symbols.flatMap((symbol) => flatten(uri, symbol, undefined));
  });
}

/** Blocks, in them loops with the sites by label, and single items by category. */
export function documentSymbols(document: OpenDocument): DocumentSymbol[] {
  const outline = new Outline(document);
  return document.cif?.blocks.slice(0, mostSymbols).map((block) => outline.block(block, "data_")) ?? [];
}

class Outline {
  private left = mostSymbols;

  constructor(private readonly document: OpenDocument) {}

  block(block: Block, prefix: "data_" | "save_"): DocumentSymbol {
    const { code, range, headerRange } = block;
    return {
      name: `${prefix}${code}`,
      kind: SymbolKind.Module,
      range: toRange(this.document.text, range),
      selectionRange: toRange(this.document.text, headerRange),
      children: this.left > 0 ? this.content(block) : [],
    };
  }

  private content({ columns, loops, frames }: Block): DocumentSymbol[] {
    return [
      ...this.limited(frames).map((frame) => this.block(frame, "save_")),
      ...this.limited(loops).map((loop) => this.loop(loop)),
      ...categories(columns).flatMap((items) => this.category(items)),
    ].sort((a, b) => a.range.start.line - b.range.start.line);
  }

  private loop(loop: Loop): DocumentSymbol {
    const range = toRange(this.document.text, loop.range);
    return {
      name: sharedName(loop.columns),
      detail: plural(loop.rows, "row"),
      kind: SymbolKind.Array,
      range,
      selectionRange: range,
      children: this.sites(loop),
    };
  }

  private sites(loop: Loop): DocumentSymbol[] {
    const label = find(loop, "_atom_site_label", "_atom_site.label", "_atom_site.id");
    if (!label) return [];
    const element = find(loop, "_atom_site_type_symbol", "_atom_site.type_symbol");
    const occupancy = find(loop, "_atom_site_occupancy", "_atom_site.occupancy");
    return this.limited(Array.from({ length: loop.rows }, (_, row) => row)).flatMap((row) => {
      const range = rowRange(loop, row);
      const name = valueText(label.value(row));
      const detail = [valueText(element?.value(row)), valueText(occupancy?.value(row))]
        .filter(Boolean)
        .join(" ");
      if (!range || !name) return [];
      const place = toRange(this.document.text, range);
      return [{ name, detail, kind: SymbolKind.Field, range: place, selectionRange: place }];
    });
  }

  /** Items of one category as one entry; one item stands by itself. */
  private category(items: readonly Column[]): DocumentSymbol[] {
    const children = this.limited(items).map((item) => this.single(item));
    const [first, last] = [children[0], children.at(-1)];
    if (!first || !last || first === last) return children;
    return [
      {
        name: sharedName(items),
        detail: plural(items.length, "item"),
        kind: SymbolKind.Struct,
        range: { start: first.range.start, end: last.range.end },
        selectionRange: first.selectionRange,
        children,
      },
    ];
  }

  private single(column: Column): DocumentSymbol {
    const { tagRange } = column;
    const selectionRange = toRange(this.document.text, tagRange);
    const end = column.range(0)?.end ?? tagRange.end;
    const range = toRange(this.document.text, { start: tagRange.start, end: Math.max(end, tagRange.end) });
    const [firstLine = ""] = (valueText(column.value(0)) ?? "").trim().split("\n");
    const name = this.document.text.getText(selectionRange);
    return { name, detail: firstLine.slice(0, 60), kind: SymbolKind.Property, range, selectionRange };
  }

  private limited<T>(items: readonly T[]): readonly T[] {
    const taken = items.slice(0, Math.max(0, this.left));
    this.left -= taken.length;
    return taken;
  }
}

/** Single items that follow each other and whose data names begin with the same word, `_cell`. */
function categories(columns: readonly Column[]): Column[][] {
  const groups: Column[][] = [];
  let before: Column | undefined;
  for (const column of columns) {
    const isSame = before && !before.loop && firstWord(before) === firstWord(column);
    if (!column.loop && isSame) groups.at(-1)?.push(column);
    else if (!column.loop) groups.push([column]);
    before = column;
  }
  return groups;
}

function firstWord({ tag }: Column): string | undefined {
  return tag.split(/[_.]/)[1];
}

/** What the data names of some columns share, `_atom_site`. */
function sharedName(columns: readonly Column[]): string {
  const names = columns.map(({ tag }) => tag.split(/[_.]/));
  const [first = []] = names;
  const differs = first.findIndex((part, i) => names.some((name) => name[i] !== part));
  const shared = first.slice(0, differs < 0 ? first.length : differs).join("_");
  return shared.length > 1 ? shared : (columns[0]?.tag ?? "loop_");
}

function find({ columns }: Loop, ...tags: string[]): Column | undefined {
  return columns.find(({ tag }) => tags.includes(tag));
}

function flatten(
  uri: string,
  symbol: DocumentSymbol,
  containerName: string | undefined,
): SymbolInformation[] {
  const { name, kind, range, children = [] } = symbol;
  const own: SymbolInformation = {
    name,
    kind,
    location: { uri, range },
    ...(containerName ? { containerName } : {}),
  };
  return [own, ...children.flatMap((child) => flatten(uri, child, name))];
}
