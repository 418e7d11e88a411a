import { lastUpTo } from "./lastUpTo";
import { LineIndex } from "./lineIndex";
import type { SourceText } from "./sourceText";

/** Characters that a new piece has at least. */
const shortestPiece = 32_768;
const longestPiece = 2 * shortestPiece;

/**
 * A text in pieces of whole lines, which is never changed: an edit gives another text that shares all pieces but those at the
 * edit. So an edit of a long text costs no copy of it, and its lines need not be counted again.
 */
export class PiecedText implements SourceText {
  readonly length: number;
  /** Where each piece begins. */
  private readonly starts: readonly number[];
  private knownLinesBefore: readonly number[] | undefined;

  private constructor(
    private readonly pieces: readonly Piece[],
    private whole?: string,
  ) {
    const starts: number[] = [];
    let length = 0;
    for (const { text } of pieces) {
      starts.push(length);
      length += text.length;
    }
    this.starts = starts;
    this.length = length;
  }

  static of(text: string): PiecedText {
    return new PiecedText(inPieces(text), text);
  }

  /** With another text in place of what stands from `start` to `end`. */
  replaced(start: number, end: number, inserted: string): PiecedText {
    const { pieces } = this;
    const [first, last] = [lastUpTo(this.starts, start), lastUpTo(this.starts, end)];
    const before = pieces[first]?.text.slice(0, start - this.startOf(first)) ?? "";
    const after = pieces[last]?.text.slice(end - this.startOf(last)) ?? "";
    return new PiecedText([
      ...pieces.slice(0, first),
      ...inPieces(before + inserted + after),
      ...pieces.slice(last + 1),
    ]);
  }

  slice(start = 0, end = this.length): string {
    if (this.whole !== undefined) return this.whole.slice(start, end);
    const parts: string[] = [];
    for (let at = lastUpTo(this.starts, start); at < this.pieces.length && this.startOf(at) < end; at++) {
      const from = this.startOf(at);
      parts.push(this.pieces[at]?.text.slice(Math.max(0, start - from), end - from) ?? "");
    }
    return parts.length === 1 ? (parts[0] ?? "") : parts.join("");
  }

  charCodeAt(offset: number): number {
    const piece = lastUpTo(this.starts, offset);
    return this.pieces[piece]?.text.charCodeAt(offset - this.startOf(piece)) ?? NaN;
  }

  charAt(offset: number): string {
    const piece = lastUpTo(this.starts, offset);
    return this.pieces[piece]?.text.charAt(offset - this.startOf(piece)) ?? "";
  }

  toString(): string {
    return (this.whole ??= this.pieces.map(({ text }) => text).join(""));
  }

  /** One more than it has line ends: LF, CR LF, or CR. */
  get lines(): number {
    const { pieces } = this;
    const last = pieces.length - 1;
    return (this.linesBefore[last] ?? 0) + (pieces[last]?.lines.lines ?? 1);
  }

  /** The line, from 0, that an offset stands in. */
  lineAt(offset: number): number {
    const piece = lastUpTo(this.starts, offset);
    const line = this.pieces[piece]?.lines.position(offset - this.startOf(piece)).line ?? 0;
    return (this.linesBefore[piece] ?? 0) + line;
  }

  /** Where a line begins. */
  lineStart(line: number): number {
    const piece = lastUpTo(this.linesBefore, line);
    const start = this.pieces[piece]?.lines.start(line - (this.linesBefore[piece] ?? 0)) ?? 0;
    return this.startOf(piece) + start;
  }

  /** Counts the lines of one piece after the other, as far as that is not done; else it is when one is asked for. */
  *countLines(): Generator<void, void> {
    for (const piece of this.pieces) if (piece.countLines()) yield;
  }

  private startOf(piece: number): number {
    return this.starts[piece] ?? 0;
  }

  /** Line ends before each piece. */
  private get linesBefore(): readonly number[] {
    if (this.knownLinesBefore) return this.knownLinesBefore;
    const linesBefore: number[] = [];
    let lines = 0;
    for (const piece of this.pieces) {
      linesBefore.push(lines);
      lines += piece.lines.lines - 1;
    }
    return (this.knownLinesBefore = linesBefore);
  }
}

/** Some lines of a text; only that at the end of the text may lack the line end. */
class Piece {
  private known: LineIndex | undefined;

  constructor(readonly text: string) {}

  get lines(): LineIndex {
    return (this.known ??= new LineIndex(this.text));
  }

  /** Whether that was to be done. */
  countLines(): boolean {
    const isKnown = this.known !== undefined;
    this.known ??= new LineIndex(this.text);
    return !isKnown;
  }
}

/** At least one piece; a short text is one. */
function inPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (text.length - start > longestPiece) {
    const lineFeed = text.indexOf("\n", start + shortestPiece);
    if (lineFeed < 0) break;
    pieces.push(new Piece(text.slice(start, lineFeed + 1)));
    start = lineFeed + 1;
  }
  pieces.push(new Piece(start === 0 ? text : text.slice(start)));
  return pieces;
}
