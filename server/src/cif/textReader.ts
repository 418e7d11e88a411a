import { isBlank, isLineEnd } from "./characterCodes";
import type { ProblemList } from "./problemList";
import { TokenKind } from "./tokenTable";

/** Where, in a text whose end is lost, the next item most likely begins. */
const LIKELY_ITEM = /(?:\r\n|\n|\r)(?=_[^\s]|loop_\s|data_|save_)/i;

/** After the value of an item: neither an item, nor a comment, nor a keyword, nor the end of the text. */
const NO_ITEM = /^\s*(?!data_|save_|loop_|global_|stop_)[^\s_#]/i;
/** How far blanks are passed in search of what follows a text field. */
const LOOK_AHEAD = 1000;

/** A text without an end of its own. */
export interface OpenText {
  readonly start: number;
  /** The delimiter that was found to belong to another text; infinite where there is none. */
  readonly reach: number;
}

/** A text of several lines: its kind of token, and its end. */
interface ReadText {
  readonly kind: number;
  readonly end: number;
}

/** Finds the ends of texts of several lines, also of those that were never closed. */
export class TextReader {
  readonly open: OpenText[] = [];

  constructor(
    private readonly text: string,
    private readonly problems: ProblemList,
  ) {}

  tripleQuoted(start: number, delimiter: string): ReadText {
    const closing = this.text.indexOf(delimiter, start + 3);
    if (closing >= 0) return { kind: TokenKind.tripleQuoted, end: closing + 3 };
    this.unterminated(start, `This text begins with ${delimiter}, and no ${delimiter} ends it.`, Infinity);
    return { kind: TokenKind.openTripleQuoted, end: this.likelyEnd(start, this.text.length) };
  }

  /**
   * @param mayFollow Whether a character may stand at once behind the closing semicolon.
   * @param isItemValue Whether it is the value of a single item, which no other value can follow.
   */
  textField(start: number, mayFollow: (character: number) => boolean, isItemValue: boolean): ReadText {
    const { text } = this;
    const closing = this.closingSemicolon(start);
    if (closing < 0) return this.neverClosed(start);
    if (!mayFollow(text.charCodeAt(closing + 1))) {
      const field = this.closedBeforeText(start, closing);
      this.missingBlank(closing + 1);
      return field;
    }
    if (!isItemValue || !NO_ITEM.test(text.slice(closing + 1, closing + 1 + LOOK_AHEAD)))
      return { kind: TokenKind.textField, end: closing + 1 };
    const field = this.closedBeforeText(start, closing);
    if (field.kind === TokenKind.openTextField) this.textBehind(closing);
    return field;
  }

  private closingSemicolon(start: number): number {
    const { text } = this;
    let at = text.indexOf(";", start + 1);
    while (at >= 0 && !isLineEnd(text.charCodeAt(at - 1))) at = text.indexOf(";", at + 1);
    return at;
  }

  private neverClosed(start: number): ReadText {
    const message = "This text begins with a semicolon, and no line that starts with a semicolon ends it.";
    this.unterminated(start, message, Infinity);
    return { kind: TokenKind.openTextField, end: this.likelyEnd(start, this.text.length) };
  }

  /**
   * Text stands where none can be, behind the closing semicolon: either that is the fault, or the semicolon belongs to
   * the next text field, and this one was never closed. It was not if it holds a line that begins like an item.
   */
  private closedBeforeText(start: number, closing: number): ReadText {
    const end = this.likelyEnd(start, closing);
    if (end === closing) return { kind: TokenKind.textField, end: closing + 1 };
    this.unterminated(
      start,
      "This text begins with a semicolon, and no semicolon of its own ends it.",
      closing,
    );
    return { kind: TokenKind.openTextField, end };
  }

  private likelyEnd(start: number, limit: number): number {
    const item = this.text.slice(start + 1, limit).search(LIKELY_ITEM);
    return item < 0 ? limit : start + 1 + item;
  }

  private unterminated(start: number, message: string, reach: number): void {
    this.open.push({ start, reach });
    this.problems.error("unterminated-text-field", message, start, this.endOfLine(start));
  }

  private missingBlank(place: number): void {
    this.problems.error(
      "missing-whitespace",
      "The semicolon at the start of this line ends a text, and a blank or a line end must follow it.",
      place,
      place + 1,
    );
  }

  private textBehind(closing: number): void {
    const { text } = this;
    let place = closing + 1;
    while (place < text.length && isBlank(text.charCodeAt(place))) place++;
    this.problems.error(
      "unexpected-value",
      "The semicolon above may be meant to begin this text, but a text before it is still open.",
      place,
      this.endOfLine(place),
    );
  }

  private endOfLine(from: number): number {
    const { text } = this;
    let at = from;
    while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
    return at;
  }
}
