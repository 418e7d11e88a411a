import type { CifDocument } from "./document";
import { parseNumber } from "./number";
import type { TextRange } from "./problem";
import type { SourceText } from "./sourceText";
import { TokenKind, type Stretches } from "./tokenTable";

/** All that numbers begin with, digits, signs and the decimal point, comes before it or is it. */
const DIGIT_NINE = 57;

/** `header` is `data_...`, `save_...` or the closing `save_`; `keyword` is `loop_`, `global_` or `stop_`. */
export type SemanticKind =
  | "comment"
  | "header"
  | "keyword"
  | "tag"
  | "number"
  | "bare"
  | "placeholder"
  | "quoted"
  | "text"
  | "bracket"
  | "colon";

export interface Token {
  readonly kind: SemanticKind;
  readonly range: TextRange;
}

/** The tokens and comments of a document in the order of the text. Whitespace is what lies between them. */
export function* tokens(document: CifDocument): Generator<Token, void, undefined> {
  const { text } = document;
  const { tokens: table, comments } = document.tokens;
  let comment = 0;
  for (let index = 0; index < table.count; index++) {
    const start = table.start(index);
    for (; comment < comments.count && comments.start(comment) < start; comment++)
      yield { kind: "comment", range: comments.range(comment) };
    yield { kind: semanticKind(text, table, index), range: table.range(index) };
  }
  for (; comment < comments.count; comment++) yield { kind: "comment", range: comments.range(comment) };
}

function semanticKind(text: SourceText, table: Stretches, index: number): SemanticKind {
  const kind = table.kind(index);
  if (kind !== TokenKind.bare) return SEMANTIC_KINDS.get(kind) ?? "bare";
  const start = table.start(index);
  const mayBeNumber = text.charCodeAt(start) <= DIGIT_NINE;
  return mayBeNumber && parseNumber(text.slice(start, table.end(index))) ? "number" : "bare";
}

const SEMANTIC_KINDS: ReadonlyMap<number, SemanticKind> = new Map<number, SemanticKind>([
  [TokenKind.dataHeader, "header"],
  [TokenKind.saveHeader, "header"],
  [TokenKind.saveEnd, "header"],
  [TokenKind.loop, "keyword"],
  [TokenKind.global, "keyword"],
  [TokenKind.stop, "keyword"],
  [TokenKind.tag, "tag"],
  [TokenKind.listStart, "bracket"],
  [TokenKind.listEnd, "bracket"],
  [TokenKind.tableStart, "bracket"],
  [TokenKind.tableEnd, "bracket"],
  [TokenKind.colon, "colon"],
  [TokenKind.unknown, "placeholder"],
  [TokenKind.inapplicable, "placeholder"],
  [TokenKind.quoted, "quoted"],
  [TokenKind.openQuoted, "quoted"],
  [TokenKind.tripleQuoted, "quoted"],
  [TokenKind.openTripleQuoted, "quoted"],
  [TokenKind.textField, "text"],
  [TokenKind.openTextField, "text"],
]);
