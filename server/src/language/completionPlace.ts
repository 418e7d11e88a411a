import type { Block, CifDocument, Column, Loop } from "../cif/document";
import type { TextRange } from "../cif/problem";
import { rowAt } from "../cif/rowRange";
import type { SourceText } from "../cif/sourceText";
import { TokenKind, type Stretches } from "../cif/tokenTable";

/** What may be written at a place. */
export interface CompletionPlace {
  readonly block: Block | undefined;
  /** The word that stands there, from its start to its end. */
  readonly word: TextRange;
  /** Of the word, what stands before the caret. */
  readonly typed: string;
  /** The name that a value is expected of. */
  readonly valueOf: Column | undefined;
  /** Lower-case names before the place since `loop_`, where it is in the head of a loop. */
  readonly loopHead: readonly string[] | undefined;
  /** Whether a data name may stand here. */
  readonly takesName: boolean;
  /** Whether nothing but blanks stands before the word on its line. */
  readonly beginsLine: boolean;
  /** The quote that the word stands in, `'` or `"`. */
  readonly quote: string | undefined;
}

/** What may be written at an offset; `undefined` inside comments and texts of several lines. */
export function completionPlace(cif: CifDocument, offset: number): CompletionPlace | undefined {
  const { text } = cif;
  const { tokens, comments } = cif.tokens;
  const before = lastBefore(comments, offset);
  if (before >= 0 && offset <= comments.end(before)) return undefined;
  const inside = lastBefore(tokens, offset);
  if (isQuoted(tokens.kind(inside)) && offset <= tokens.end(inside)) return quotedPlace(cif, inside, offset);
  const word = wordAt(text, offset);
  const previous = lastBefore(tokens, word.start);
  if (previous >= 0 && tokens.end(previous) > word.start) return undefined;
  const block = blockAt(cif, word.start);
  const expected = previous < 0 ? nameExpected : expectation(cif, block, previous);
  return {
    block,
    word,
    typed: text.slice(word.start, offset),
    ...expected,
    beginsLine: /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, word.start - 200), word.start)),
    quote: undefined,
  };
}

/** Inside the quotes of a value; `undefined` on them, and in texts of several lines. */
function quotedPlace(cif: CifDocument, token: number, offset: number): CompletionPlace | undefined {
  const { text } = cif;
  const { tokens } = cif.tokens;
  const kind = tokens.kind(token);
  const range = tokens.range(token);
  const isOpen = kind === TokenKind.openQuoted;
  const width = kind === TokenKind.tripleQuoted ? 3 : 1;
  // What follows a quote that is not closed may be meant to stand outside.
  const word = { start: range.start + width, end: isOpen ? offset : range.end - width };
  if (isOfLines(kind) || offset < word.start || offset > word.end) return undefined;
  if (/[\r\n]/.test(text.slice(word.start, word.end))) return undefined;
  const block = blockAt(cif, range.start);
  const { valueOf } = token === 0 ? nameExpected : expectation(cif, block, token - 1);
  const quote = text.charAt(range.start);
  const typed = text.slice(word.start, offset);
  return { block, word, typed, valueOf, loopHead: undefined, takesName: false, beginsLine: false, quote };
}

function isOfLines(kind: number): boolean {
  return (
    kind === TokenKind.textField || kind === TokenKind.openTextField || kind === TokenKind.openTripleQuoted
  );
}

type Expectation = Pick<CompletionPlace, "valueOf" | "loopHead" | "takesName">;

const nameExpected: Expectation = { valueOf: undefined, loopHead: undefined, takesName: true };

/** What may follow a token. */
function expectation(cif: CifDocument, block: Block | undefined, token: number): Expectation {
  const { tokens } = cif.tokens;
  const kind = tokens.kind(token);
  if (kind !== TokenKind.tag && kind !== TokenKind.loop) return afterValue(block, tokens, token);
  const columnAt = (start: number) => block?.columns.find(({ tagRange }) => tagRange.start === start);
  const head = loopHead(cif, token);
  if (head) {
    // Behind the names stand the values, the first of which belongs to the first name.
    const valueOf = head.length > 0 ? columnAt(tokens.start(token - head.length + 1)) : undefined;
    return { valueOf, loopHead: head, takesName: true };
  }
  return { ...nameExpected, valueOf: columnAt(tokens.start(token)), takesName: false };
}

/** The names before and at a token since `loop_`; `undefined` where they follow no `loop_`. */
function loopHead({ text, tokens: { tokens } }: CifDocument, last: number): string[] | undefined {
  const names: string[] = [];
  let token = last;
  for (; tokens.kind(token) === TokenKind.tag; token--)
    names.unshift(text.slice(tokens.start(token), tokens.end(token)).toLowerCase());
  return tokens.kind(token) === TokenKind.loop ? names : undefined;
}

/** Inside a loop a value of its next column; where a row is complete a name too. */
function afterValue(block: Block | undefined, tokens: Stretches, token: number): Expectation {
  const loop = block?.loops.find(
    ({ range }) => range.start <= tokens.start(token) && tokens.start(token) < range.end,
  );
  if (!loop) return nameExpected;
  const column = nextColumn(loop, tokens.start(token));
  return { valueOf: loop.columns[column], loopHead: undefined, takesName: column === 0 };
}

/** The column after that of the value which begins at an offset. */
function nextColumn(loop: Loop, offset: number): number {
  const row = rowAt(loop, offset);
  const at = loop.columns.findIndex((column) => column.range(row)?.start === offset);
  return (at + 1) % loop.columns.length;
}

function isQuoted(kind: number): boolean {
  return kind >= TokenKind.quoted && kind <= TokenKind.openTextField;
}

/** The last stretch that begins before an offset; -1 where none does. */
function lastBefore(stretches: Stretches, offset: number): number {
  return stretches.indexFrom(offset) - 1;
}

function wordAt(text: SourceText, offset: number): TextRange {
  let start = offset;
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !/\s/.test(text.charAt(end))) end++;
  return { start, end };
}

/** The save frame or data block that holds an offset; at the end of the file the last one. What has no header is none. */
function blockAt({ blocks }: CifDocument, offset: number): Block | undefined {
  const block = blocks.findLast(
    ({ range, headerRange }) => range.start <= offset && headerRange.end > headerRange.start,
  );
  return block?.frames.find(({ range }) => range.start <= offset && offset < range.end) ?? block;
}
