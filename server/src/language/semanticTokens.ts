import {
  SemanticTokensBuilder,
  type SemanticTokens,
  type SemanticTokensLegend,
} from "vscode-languageserver/node";
import { knownNames, type Dictionary } from "../cif/dictionary/dictionary";
import type { Block, CifValue, Column } from "../cif/document";
import { parseNumber } from "../cif/number";
import type { TextRange } from "../cif/problem";
import { toRange, type OpenDocument } from "./documents";
import type { Server } from "./server";

const types = ["namespace", "property", "number", "string", "type", "variable", "enumMember"] as const;
type TokenType = (typeof types)[number];

/** `defaultLibrary` marks the data names that Superion knows. */
const modifiers = ["defaultLibrary", "declaration"] as const;

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...types],
  tokenModifiers: [...modifiers],
};

/** Beyond so many tokens the grammar's colours have to do. */
const mostTokens = 20_000;

interface Token {
  readonly range: TextRange;
  readonly type: TokenType;
  readonly modifier?: (typeof modifiers)[number];
}

export function registerSemanticTokens({ connection, documents, dictionaries }: Server): void {
  connection.languages.semanticTokens.on(({ textDocument: { uri } }, token) => {
    const document = documents.get(uri);
    return document && !token.isCancellationRequested
      ? semanticTokens(document, dictionaries.current)
      : { data: [] };
  });
}

/** What a grammar cannot tell: known names, elements, labels, and numbers from words. */
export function semanticTokens(
  { text, cif }: OpenDocument,
  names: Dictionary = knownNames(),
): SemanticTokens {
  const tokens: Token[] = [];
  for (const block of cif?.blocks ?? []) blockTokens(block, names, tokens);
  tokens.sort((a, b) => a.range.start - b.range.start);
  const builder = new SemanticTokensBuilder();
  for (const { range, type, modifier } of tokens) {
    const { start, end } = toRange(text, range);
    // Text fields of several lines are the grammar's; items before the first block have an empty header.
    if (start.line !== end.line || start.character === end.character) continue;
    const bits = modifier ? 1 << modifiers.indexOf(modifier) : 0;
    builder.push(start.line, start.character, end.character - start.character, types.indexOf(type), bits);
  }
  return builder.build();
}

function blockTokens({ headerRange, columns, frames }: Block, names: Dictionary, tokens: Token[]): void {
  tokens.push({ range: headerRange, type: "namespace", modifier: "declaration" });
  for (const frame of frames) blockTokens(frame, names, tokens);
  for (const column of columns) {
    const known = names.find(column.tag) !== undefined;
    tokens.push({
      range: column.tagRange,
      type: "property",
      ...(known ? { modifier: "defaultLibrary" } : {}),
    });
    for (let row = 0; row < column.rows && tokens.length < mostTokens; row++) {
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
