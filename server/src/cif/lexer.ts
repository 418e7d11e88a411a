import {
  BYTE_ORDER_MARK,
  CLOSING_BRACE,
  CLOSING_BRACKET,
  COLON,
  DELETE,
  DOLLAR,
  DOT,
  DOUBLE_QUOTE,
  END_OF_FILE,
  HASH,
  isBlank,
  isBracket,
  isLineEnd,
  LINE_FEED,
  OPENING_BRACE,
  OPENING_BRACKET,
  QUESTION_MARK,
  SEMICOLON,
  SINGLE_QUOTE,
  SPACE,
  TAB,
  UNDERSCORE,
} from "./characterCodes";
import { mayHoldDisallowed } from "./characters";
import { keywordAt } from "./keywords";
import { LineBytes } from "./lineBytes";
import type { ProblemList } from "./problemList";
import { TextReader, type OpenText } from "./textReader";
import { Stretches, TokenKind } from "./tokenTable";

/** Splits a CIF into tokens and comments. Takes any text; time and memory grow with its length alone. */
export class Lexer {
  readonly tokens: Stretches;
  readonly comments = new Stretches(4);
  /** Whether there are brackets, so that what a character means hangs on those before it. */
  hasBrackets = false;
  /** Whether all characters so far were printable ASCII, tabs and line ends, which every CIF may hold. */
  isPlain = true;
  private readonly lines: LineBytes;
  private readonly texts: TextReader;
  /** The open brackets of CIF 2.0. */
  private readonly open: number[] = [];
  private readonly isVersion2: boolean;
  /** Whether a line end stands between this place and the token before. */
  private isNewLine: boolean;

  /** @param at where to begin: at 0, or at a token that begins its line and hangs on no bracket before it. */
  constructor(
    private readonly text: string,
    version: "1.1" | "2.0",
    private readonly problems: ProblemList,
    private at = 0,
    capacity = 16 + (text.length >> 3),
  ) {
    this.isVersion2 = version === "2.0";
    this.isNewLine = at > 0;
    this.tokens = new Stretches(capacity);
    this.lines = new LineBytes(text);
    this.texts = new TextReader(text, problems);
    if (at === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK) this.at = 1;
    this.skipBlanks();
  }

  /** The place of the next token or comment; the end of the text where none is left. */
  get place(): number {
    return this.at;
  }

  /** Texts that have no end of their own. */
  get openTexts(): readonly OpenText[] {
    return this.texts.open;
  }

  /** Reads one token, with what belongs to it, or comment. */
  step(): void {
    const { bytes, start } = this.lines;
    this.token(bytes[this.at - start] ?? LINE_FEED);
    this.skipBlanks();
  }

  private skipBlanks(): void {
    const { lines } = this;
    let at = this.at;
    while (at < this.text.length) {
      if (at >= lines.end) lines.moveTo(at);
      const { bytes, start, end } = lines;
      for (; at < end; at++) {
        const code = bytes[at - start] ?? LINE_FEED;
        if (!isBlank(code)) {
          this.at = at;
          return;
        }
        if (isLineEnd(code)) this.isNewLine = true;
      }
    }
    this.at = at;
    lines.release();
  }

  private token(first: number): void {
    if (first === HASH || (first === END_OF_FILE && this.isLast())) this.comment();
    else if (first === SEMICOLON && this.isLineStart()) this.textField();
    else if (first === SINGLE_QUOTE || first === DOUBLE_QUOTE) this.quote(first);
    else if (this.isVersion2 && isBracket(first)) this.bracket(first);
    else this.word(first);
  }

  /** Whether only blanks follow: old programs end a file with Ctrl-Z, which is no value. */
  private isLast(): boolean {
    return this.text.slice(this.at + 1).trimStart() === "";
  }

  private isLineStart(): boolean {
    const before = this.text.charCodeAt(this.at - 1);
    return this.at === 0 || isLineEnd(before) || (this.at === 1 && before === BYTE_ORDER_MARK);
  }

  private add(kind: number, end: number): void {
    this.tokens.add(kind, this.at, end, this.isNewLine);
    this.isNewLine = false;
    this.at = end;
  }

  private comment(): void {
    const end = this.endOfLine();
    this.comments.add(TokenKind.bare, this.at, end);
    this.at = end;
  }

  private endOfLine(): number {
    const { bytes, start } = this.lines;
    let at = this.at - start - 1;
    for (;;) {
      let code;
      do code = bytes[++at] ?? LINE_FEED;
      while (code >= SPACE && code < DELETE);
      if (isLineEnd(code)) return at + start;
      if (code !== TAB) this.isPlain = false;
    }
  }

  /** A data name, a keyword or a bare value. */
  private word(first: number): void {
    const kind = first === UNDERSCORE ? TokenKind.tag : keywordAt(this.text, this.at, first, this.isVersion2);
    if (kind === TokenKind.bare) this.bare(first);
    else {
      if (this.open.length > 0) this.open.length = 0;
      const end = this.endOfWord();
      this.add(kind === TokenKind.saveHeader && end === this.at + 5 ? TokenKind.saveEnd : kind, end);
    }
    if (this.isVersion2 && this.at < this.text.length) this.expectSeparator();
  }

  private bare(first: number): void {
    const end = this.isVersion2 ? this.bracketBefore(this.endOfWord()) : this.endOfWord();
    const isOne = end === this.at + 1;
    if (isOne && first === QUESTION_MARK) this.add(TokenKind.unknown, end);
    else if (isOne && first === DOT) this.add(TokenKind.inapplicable, end);
    else {
      if (first === DOLLAR || first === OPENING_BRACKET || first === CLOSING_BRACKET) this.mustBeQuoted(end);
      this.add(TokenKind.bare, end);
    }
  }

  private endOfWord(): number {
    const { bytes, start } = this.lines;
    let at = this.at - start - 1;
    for (;;) {
      let code;
      do code = bytes[++at] ?? LINE_FEED;
      while (code > SPACE && code < DELETE);
      if (isBlank(code)) return at + start;
      this.isPlain = false;
    }
  }

  /** Where the first bracket behind the first character of a word stands, or its end. */
  private bracketBefore(end: number): number {
    const { bytes, start } = this.lines;
    for (let at = this.at + 1; at < end; at++) if (isBracket(bytes[at - start] ?? LINE_FEED)) return at;
    return end;
  }

  private mustBeQuoted(end: number): void {
    const first = this.text.charAt(this.at);
    const hint =
      first === "$" || this.isVersion2
        ? ""
        : " Lists are known in CIF 2.0 only, in files that begin with #\\#CIF_2.0.";
    this.problems.error(
      "bare-value-must-be-quoted",
      `A value that begins with ${first} must be put in quotes.${hint}`,
      this.at,
      end,
    );
  }

  private bracket(first: number): void {
    this.hasBrackets = true;
    if (first === OPENING_BRACKET || first === OPENING_BRACE) {
      this.open.push(first);
      this.add(first === OPENING_BRACKET ? TokenKind.listStart : TokenKind.tableStart, this.at + 1);
    } else {
      this.open.pop();
      this.add(first === CLOSING_BRACKET ? TokenKind.listEnd : TokenKind.tableEnd, this.at + 1);
      this.expectSeparator();
    }
  }

  private quote(quote: number): void {
    if (!this.isVersion2) this.quoted(quote);
    else {
      const delimiter = String.fromCharCode(quote).repeat(3);
      if (this.text.startsWith(delimiter, this.at)) this.addText(this.texts.tripleQuoted(this.at, delimiter));
      else this.quoted(quote);
      this.expectSeparator();
    }
  }

  private quoted(quote: number): void {
    const { bytes, start } = this.lines;
    let at = this.at - start;
    for (;;) {
      let code;
      do code = bytes[++at] ?? LINE_FEED;
      while (code !== quote && code >= SPACE && code < DELETE);
      if (isLineEnd(code)) break;
      if (code !== quote) this.isPlain &&= code === TAB;
      else if (this.isVersion2 || isBlank(bytes[at + 1] ?? LINE_FEED)) {
        this.add(TokenKind.quoted, at + 1 + start);
        return;
      }
    }
    this.openQuoted(quote, at + start);
  }

  private openQuoted(quote: number, endOfLine: number): void {
    let end = endOfLine;
    while (end > this.at + 1 && isBlank(this.text.charCodeAt(end - 1))) end--;
    this.problems.error(
      "unterminated-quoted-string",
      `This value begins with ${String.fromCharCode(quote)} and the same quote does not end it in this line. ` +
        "Close the quote; a text of several lines stands between two semicolons, each at the start of a line.",
      this.at,
      end,
    );
    this.add(TokenKind.openQuoted, end);
  }

  private textField(): void {
    const mayFollow = (character: number) => isBlank(character) || this.mayFollowValue(character);
    this.addText(this.texts.textField(this.at, mayFollow, this.isItemValue()));
  }

  /** Whether a value here belongs to a single item, not to a loop. */
  private isItemValue(): boolean {
    const { tokens } = this;
    const before = tokens.kind(tokens.count - 2);
    return (
      tokens.kind(tokens.count - 1) === TokenKind.tag && before !== TokenKind.tag && before !== TokenKind.loop
    );
  }

  private addText({ kind, end }: { readonly kind: number; readonly end: number }): void {
    if (this.isPlain) this.isPlain = !mayHoldDisallowed(this.text.slice(this.at, end));
    this.add(kind, end);
  }

  private mayFollowValue(character: number): boolean {
    return this.open.length > 0 && (character === CLOSING_BRACKET || character === CLOSING_BRACE);
  }

  /** After a value of CIF 2.0: a blank, a closing bracket, or the colon after a key. */
  private expectSeparator(): void {
    const { text, open } = this;
    const character = text.charCodeAt(this.at);
    if (isBlank(character) || this.mayFollowValue(character)) return;
    const before = this.tokens.kind(this.tokens.count - 1);
    const mayBeKey = before === TokenKind.quoted || before === TokenKind.tripleQuoted;
    if (character === COLON && mayBeKey && open[open.length - 1] === OPENING_BRACE)
      this.add(TokenKind.colon, this.at + 1);
    else if (!isBracket(character) || character === OPENING_BRACKET || character === OPENING_BRACE)
      this.problems.error(
        "missing-whitespace",
        "A blank is missing between the value before this place and what follows.",
        this.at,
        this.at + 1,
      );
  }
}
