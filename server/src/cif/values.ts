import type { CifValue } from "./document";
import type { TextRange } from "./problem";
import type { SourceText } from "./sourceText";
import { textFieldContent, undoProtocols, withLineFeeds } from "./textField";
import { TokenKind, type Stretches } from "./tokenTable";

/** Makes values out of tokens when somebody asks for them. */
export class Values {
  /** Lists and tables by their first token: they are made when they are parsed. */
  readonly containers = new Map<number, CifValue>();

  constructor(
    private readonly text: SourceText,
    private readonly version: "1.1" | "2.0",
    private readonly tokens: Stretches,
  ) {}

  /** The value that begins with this token. */
  at(token: number): CifValue {
    const { containers } = this;
    // Most files have none: then nobody is to look for them at each value.
    return (containers.size > 0 ? containers.get(token) : undefined) ?? this.plain(token);
  }

  /** Where that value stands. */
  rangeAt(token: number): TextRange {
    const { containers } = this;
    return (containers.size > 0 ? containers.get(token)?.range : undefined) ?? this.tokens.range(token);
  }

  private plain(token: number): CifValue {
    const range = this.tokens.range(token);
    const kind = this.tokens.kind(token);
    switch (kind) {
      case TokenKind.unknown:
        return { kind: "unknown", range };
      case TokenKind.inapplicable:
        return { kind: "inapplicable", range };
      case TokenKind.textField:
      case TokenKind.openTextField:
        return { kind: "text", text: this.contentOf(kind, range), range };
      case TokenKind.quoted:
      case TokenKind.openQuoted:
      case TokenKind.tripleQuoted:
      case TokenKind.openTripleQuoted:
        return { kind: "quoted", text: this.contentOf(kind, range), range };
      default:
        return { kind: "bare", text: this.text.slice(range.start, range.end), range };
    }
  }

  /** The text of a value without its delimiters. */
  content(token: number): string {
    return this.contentOf(this.tokens.kind(token), this.tokens.range(token));
  }

  private contentOf(kind: number, { start, end }: TextRange): string {
    const { text } = this;
    switch (kind) {
      case TokenKind.quoted:
        return text.slice(start + 1, end - 1);
      case TokenKind.openQuoted:
        return text.slice(start + 1, end);
      case TokenKind.tripleQuoted:
        return withLineFeeds(text.slice(start + 3, end - 3));
      case TokenKind.openTripleQuoted:
        return withLineFeeds(text.slice(start + 3, end));
      case TokenKind.textField:
        return this.textField(text.slice(start + 1, end - 1));
      case TokenKind.openTextField:
        return this.textField(text.slice(start + 1, end));
      default:
        return text.slice(start, end);
    }
  }

  private textField(raw: string): string {
    const content = textFieldContent(raw);
    return this.version === "2.0" ? undoProtocols(content) : content;
  }
}
