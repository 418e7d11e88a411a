import type { ProblemList } from "./problemList";
import { Stretches, TokenKind } from "./tokenTable";

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const END_OF_FILE = 26;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const DOLLAR = 36;
const SINGLE_QUOTE = 39;
const DOT = 46;
const COLON = 58;
const SEMICOLON = 59;
const QUESTION_MARK = 63;
const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;
const UNDERSCORE = 95;
const OPENING_BRACE = 123;
const CLOSING_BRACE = 125;
const BYTE_ORDER_MARK = 0xfeff;
const LOWER_CASE = 32;

/** Where, in a text whose end is lost, the next item most likely begins. */
const LIKELY_ITEM = /(?:\r\n|\n|\r)(?=_[^\s]|loop_\s|data_|save_)/i;

/** After the value of an item: neither an item, nor a comment, nor a keyword, nor the end of the text. */
const NO_ITEM = /^\s*(?!data_|save_|loop_|global_|stop_)[^\s_#]/i;
/** How far blanks are passed in search of what follows a text field. */
const LOOK_AHEAD = 1000;
const SEMICOLON_WITH_TEXT =
  "The semicolon at the start of this line ends a text, and a blank or a line end must follow it.";

function isLineEnd(character: number): boolean {
  return character === LINE_FEED || character === CARRIAGE_RETURN;
}

/** True for the end of the text too, where `charCodeAt` gives NaN. */
function isBlank(character: number): boolean {
  return (
    !(character > SPACE) &&
    (character === SPACE || isLineEnd(character) || character === TAB || character !== character)
  );
}

function isBracket(character: number): boolean {
  return (
    character === OPENING_BRACKET ||
    character === CLOSING_BRACKET ||
    character === OPENING_BRACE ||
    character === CLOSING_BRACE
  );
}

/** A text without an end of its own. */
export interface OpenText {
  readonly start: number;
  /** The delimiter that was found to belong to another text; infinite where there is none. */
  readonly reach: number;
}

/** Splits a CIF into tokens and comments. Takes any text; time and memory grow with its length alone. */
export class Lexer {
  readonly tokens: Stretches;
  readonly comments = new Stretches(16);
  /** Whether there are brackets, so that what a character means hangs on those before it. */
  hasBrackets = false;
  readonly openTexts: OpenText[] = [];
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
    if (at === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK) this.at = 1;
    this.skipBlanks();
  }

  /** The place of the next token or comment; the end of the text where none is left. */
  get place(): number {
    return this.at;
  }

  /** Reads one token, with what belongs to it, or comment. */
  step(): void {
    this.token(this.text.charCodeAt(this.at));
    this.skipBlanks();
  }

  private skipBlanks(): void {
    const { text } = this;
    let at = this.at;
    for (; at < text.length; at++) {
      const character = text.charCodeAt(at);
      if (!isBlank(character)) break;
      if (isLineEnd(character)) this.isNewLine = true;
    }
    this.at = at;
  }

  private token(character: number): void {
    if (character === HASH || (character === END_OF_FILE && this.isLast())) this.comment();
    else if (character === SEMICOLON && this.isLineStart()) this.textField();
    else if (character === SINGLE_QUOTE || character === DOUBLE_QUOTE) this.quote(character);
    else if (this.isVersion2 && isBracket(character)) this.bracket(character);
    else this.word(character);
  }

  /** Whether only blanks follow: old programs end a file with Ctrl-Z, which is no value. */
  private isLast(): boolean {
    return this.text.slice(this.at + 1).trimStart() === "";
  }

  private isLineStart(): boolean {
    const before = this.text.charCodeAt(this.at - 1);
    return this.at === 0 || isLineEnd(before) || (this.at === 1 && before === BYTE_ORDER_MARK);
  }

  private endOfLine(from: number): number {
    const { text } = this;
    let at = from;
    while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
    return at;
  }

  private add(kind: number, end: number): void {
    this.tokens.add(kind, this.at, end, this.isNewLine);
    this.isNewLine = false;
    this.at = end;
  }

  private comment(): void {
    const end = this.endOfLine(this.at);
    this.comments.add(TokenKind.bare, this.at, end);
    this.at = end;
  }

  /** A data name, a keyword or a bare value. */
  private word(first: number): void {
    const { text } = this;
    const kind = first === UNDERSCORE ? TokenKind.tag : this.keyword(first);
    const end = this.endOfWord(this.isVersion2 && kind === TokenKind.bare);
    if (kind !== TokenKind.bare) {
      if (this.open.length > 0) this.open.length = 0;
      this.add(this.exactKeyword(kind, end), end);
    } else if (end === this.at + 1 && first === QUESTION_MARK) this.add(TokenKind.unknown, end);
    else if (end === this.at + 1 && first === DOT) this.add(TokenKind.inapplicable, end);
    else {
      if (first === DOLLAR || first === OPENING_BRACKET || first === CLOSING_BRACKET) this.mustBeQuoted(end);
      this.add(TokenKind.bare, end);
    }
    if (this.isVersion2 && this.at < text.length) this.expectSeparator();
  }

  private endOfWord(endsAtBracket: boolean): number {
    const { text } = this;
    let at = this.at + 1;
    for (; at < text.length; at++) {
      const character = text.charCodeAt(at);
      if (isBlank(character) || (endsAtBracket && isBracket(character))) break;
    }
    return at;
  }

  /** What the word at this place begins like; `loop_`, `global_` and `stop_` hold only if the word ends there. */
  private keyword(first: number): number {
    switch (first | LOWER_CASE) {
      case 100:
        return this.beginsWith("data_") ? TokenKind.dataHeader : TokenKind.bare;
      case 103:
        return this.isWord("global_") ? TokenKind.global : TokenKind.bare;
      case 108:
        return this.isWord("loop_") ? TokenKind.loop : TokenKind.bare;
      case 115:
        if (this.beginsWith("save_")) return TokenKind.saveHeader;
        return this.isWord("stop_") ? TokenKind.stop : TokenKind.bare;
      default:
        return TokenKind.bare;
    }
  }

  private beginsWith(word: string): boolean {
    const { text, at } = this;
    return (
      text.charCodeAt(at + word.length - 1) === UNDERSCORE &&
      text.slice(at, at + word.length).toLowerCase() === word
    );
  }

  private isWord(word: string): boolean {
    const after = this.text.charCodeAt(this.at + word.length);
    return (isBlank(after) || (this.isVersion2 && isBracket(after))) && this.beginsWith(word);
  }

  private exactKeyword(kind: number, end: number): number {
    return kind === TokenKind.saveHeader && end === this.at + 5 ? TokenKind.saveEnd : kind;
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

  private bracket(character: number): void {
    this.hasBrackets = true;
    if (character === OPENING_BRACKET || character === OPENING_BRACE) {
      this.open.push(character);
      this.add(character === OPENING_BRACKET ? TokenKind.listStart : TokenKind.tableStart, this.at + 1);
    } else {
      this.open.pop();
      this.add(character === CLOSING_BRACKET ? TokenKind.listEnd : TokenKind.tableEnd, this.at + 1);
      this.expectSeparator();
    }
  }

  private quote(quote: number): void {
    const { text, at } = this;
    const isTriple =
      this.isVersion2 && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
    if (isTriple) this.tripleQuoted(quote);
    else this.quoted(quote);
    if (this.isVersion2) this.expectSeparator();
  }

  private quoted(quote: number): void {
    const { text } = this;
    for (let at = this.at + 1; at < text.length && !isLineEnd(text.charCodeAt(at)); at++)
      if (text.charCodeAt(at) === quote && (this.isVersion2 || isBlank(text.charCodeAt(at + 1)))) {
        this.add(TokenKind.quoted, at + 1);
        return;
      }
    let end = this.endOfLine(this.at);
    while (end > this.at + 1 && isBlank(text.charCodeAt(end - 1))) end--;
    this.problems.error(
      "unterminated-quoted-string",
      `This value begins with ${String.fromCharCode(quote)} and the same quote does not end it in this line. ` +
        "Close the quote; a text of several lines stands between two semicolons, each at the start of a line.",
      this.at,
      end,
    );
    this.add(TokenKind.openQuoted, end);
  }

  private tripleQuoted(quote: number): void {
    const delimiter = String.fromCharCode(quote).repeat(3);
    const closing = this.text.indexOf(delimiter, this.at + 3);
    if (closing >= 0) {
      this.add(TokenKind.tripleQuoted, closing + 3);
      return;
    }
    this.unterminatedText(`This text begins with ${delimiter}, and no ${delimiter} ends it.`, Infinity);
    this.add(TokenKind.openTripleQuoted, this.likelyEnd(this.text.length));
  }

  private textField(): void {
    const { text } = this;
    const closing = this.closingSemicolon();
    if (closing < 0) {
      this.unterminatedText(
        "This text begins with a semicolon, and no line that starts with a semicolon ends it.",
        Infinity,
      );
      this.add(TokenKind.openTextField, this.likelyEnd(text.length));
      return;
    }
    const after = text.charCodeAt(closing + 1);
    if (!isBlank(after) && !this.mayFollowValue(after))
      this.closedBeforeText(closing, closing + 1, SEMICOLON_WITH_TEXT);
    else if (this.isItemValue() && NO_ITEM.test(text.slice(closing + 1, closing + 1 + LOOK_AHEAD)))
      this.closedBeforeText(closing, this.afterBlanks(closing + 1), undefined);
    else this.add(TokenKind.textField, closing + 1);
  }

  /**
   * Text stands where none can be, behind the closing semicolon: either that is the fault, or the semicolon belongs to
   * the next text field, and this one was never closed. It was not if it holds a line that begins like an item.
   */
  private closedBeforeText(closing: number, place: number, missingBlank: string | undefined): void {
    const end = this.likelyEnd(closing);
    const isOpen = end < closing;
    if (isOpen)
      this.unterminatedText(
        "This text begins with a semicolon, and no semicolon of its own ends it.",
        closing,
      );
    if (missingBlank) this.missingWhitespace(place, missingBlank);
    else if (isOpen)
      this.problems.error(
        "unexpected-value",
        "The semicolon above may be meant to begin this text, but a text before it is still open.",
        place,
        this.endOfLine(place),
      );
    this.add(isOpen ? TokenKind.openTextField : TokenKind.textField, isOpen ? end : closing + 1);
  }

  /** Whether a value here belongs to a single item, not to a loop. */
  private isItemValue(): boolean {
    const { tokens } = this;
    const before = tokens.kind(tokens.count - 2);
    return (
      tokens.kind(tokens.count - 1) === TokenKind.tag && before !== TokenKind.tag && before !== TokenKind.loop
    );
  }

  private afterBlanks(from: number): number {
    let at = from;
    while (at < this.text.length && isBlank(this.text.charCodeAt(at))) at++;
    return at;
  }

  private closingSemicolon(): number {
    const { text } = this;
    let at = text.indexOf(";", this.at + 1);
    while (at >= 0 && !isLineEnd(text.charCodeAt(at - 1))) at = text.indexOf(";", at + 1);
    return at;
  }

  private likelyEnd(limit: number): number {
    const item = this.text.slice(this.at + 1, limit).search(LIKELY_ITEM);
    return item < 0 ? limit : this.at + 1 + item;
  }

  private unterminatedText(message: string, reach: number): void {
    this.openTexts.push({ start: this.at, reach });
    this.problems.error("unterminated-text-field", message, this.at, this.endOfLine(this.at));
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
      this.missingWhitespace(
        this.at,
        "A blank is missing between the value before this place and what follows.",
      );
  }

  private missingWhitespace(at: number, message: string): void {
    this.problems.error("missing-whitespace", message, at, at + 1);
  }
}
