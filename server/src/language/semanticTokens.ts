import {
  SemanticTokensBuilder,
  SemanticTokensRequest,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SemanticTokensOptions,
} from "vscode-languageserver/node";
import { knownNames, type Dictionary } from "../cif/dictionary/dictionary";
import type { Block, CifValue, Column } from "../cif/document";
import { parseNumber } from "../cif/number";
import type { TextRange } from "../cif/problem";
import { rowsWithin } from "../cif/rowRange";
import { overlap } from "../cif/textRange";
import { toRange, toTextRange, type OpenDocument } from "./documents";
import type { Server } from "./server";

const types = ["namespace", "property", "number", "string", "type", "variable", "enumMember"] as const;
type TokenType = (typeof types)[number];

/** `defaultLibrary` marks the data names that Superion knows. */
const modifiers = ["defaultLibrary", "declaration"] as const;

const legend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };

export const semanticTokensOptions: SemanticTokensOptions = { legend, full: { delta: true }, range: true };

/** Editors are sent no more at once; one that asks for what is in sight gets longer files so, the others the beginning. */
const mostTokens = 20_000;

interface Token {
  readonly range: TextRange;
  readonly type: TokenType;
  readonly modifier?: (typeof modifiers)[number];
}

export function registerSemanticTokens({ connection, documents, client, dictionaries }: Server): void {
  const { semanticTokens: requests } = connection.languages;
  const builders = new Map<string, SemanticTokensBuilder>();
  const none: SemanticTokens = { data: [] };
  documents.sync.onDidClose(({ document: { uri } }) => builders.delete(uri));
  const builderOf = (uri: string) => {
    const builder = builders.get(uri) ?? new SemanticTokensBuilder();
    builders.set(uri, builder);
    return builder;
  };
  connection.onRequest(SemanticTokensRequest.type, async ({ textDocument: { uri } }, token) => {
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return none;
    if (client().semanticTokensRange && isLong(document)) return null;
    return semanticTokens(document, undefined, dictionaries.current, builderOf(uri));
  });
  requests.onDelta(async ({ textDocument: { uri }, previousResultId }, token) => {
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return none;
    const builder = builderOf(uri);
    builder.previousResult(previousResultId);
    push(document, undefined, dictionaries.current, builder);
    return builder.buildEdits();
  });
  requests.onRange(async ({ textDocument: { uri }, range }, token) => {
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return none;
    return semanticTokens(document, toTextRange(document.text, range), dictionaries.current);
  });
}

function isLong({ cif }: OpenDocument): boolean {
  return (cif?.tokens.tokens.count ?? 0) > mostTokens;
}

/** What a grammar cannot tell: known names, elements, labels, and numbers from words; within a range where one is given. */
export function semanticTokens(
  document: OpenDocument,
  range?: TextRange,
  names: Dictionary = knownNames(),
  builder = new SemanticTokensBuilder(),
): SemanticTokens {
  push(document, range, names, builder);
  return builder.build();
}

function push(
  { text, cif }: OpenDocument,
  range: TextRange | undefined,
  names: Dictionary,
  builder: SemanticTokensBuilder,
): void {
  const within = range ?? { start: 0, end: cif?.text.length ?? 0 };
  const tokens: Token[] = [];
  for (const block of cif?.blocks ?? [])
    if (overlap(block.range, within) && tokens.length < mostTokens) blockTokens(block, within, names, tokens);
  tokens.sort((a, b) => a.range.start - b.range.start);
  for (const token of tokens) {
    if (!overlap(token.range, within)) continue;
    const { start, end } = toRange(text, token.range);
    // Text fields of several lines are the grammar's; items before the first block have an empty header.
    if (start.line !== end.line || start.character === end.character) continue;
    const bits = token.modifier ? 1 << modifiers.indexOf(token.modifier) : 0;
    builder.push(
      start.line,
      start.character,
      end.character - start.character,
      types.indexOf(token.type),
      bits,
    );
  }
}

function blockTokens(
  { headerRange, columns, frames }: Block,
  within: TextRange,
  names: Dictionary,
  tokens: Token[],
): void {
  tokens.push({ range: headerRange, type: "namespace", modifier: "declaration" });
  for (const frame of frames) blockTokens(frame, within, names, tokens);
  for (const column of columns) {
    if (tokens.length >= mostTokens) return;
    const known = names.find(column.tag) !== undefined;
    tokens.push({
      range: column.tagRange,
      type: "property",
      ...(known ? { modifier: "defaultLibrary" } : {}),
    });
    const { first, end } = rowsWithin(column, within);
    for (let row = first; row < end && tokens.length < mostTokens; row++) {
      const value = column.value(row);
      if (value) valueTokens(value, column, tokens);
    }
  }
}

function valueTokens(value: CifValue, column: Column, tokens: Token[]): void {
  const { range } = value;
  switch (value.kind) {
    case "unknown":
    case "inapplicable":
      tokens.push({ range, type: "enumMember" });
      break;
    case "bare":
      tokens.push({ range, ...bareToken(value.text, column.tag) });
      break;
    case "quoted":
      tokens.push({ range, type: "string" });
      break;
    case "list":
      for (const item of value.items) valueTokens(item, column, tokens);
      break;
    case "table":
      for (const entry of value.entries) valueTokens(entry.value, column, tokens);
      break;
    case "text":
      break;
  }
}

function bareToken(text: string, tag: string): Omit<Token, "range"> {
  if (tag.endsWith("type_symbol")) return { type: "type" };
  if (/^_atom_site[_.]label$/.test(tag)) return { type: "variable", modifier: "declaration" };
  if (/_label(_\d)?$/.test(tag)) return { type: "variable" };
  return { type: parseNumber(text) ? "number" : "string" };
}
