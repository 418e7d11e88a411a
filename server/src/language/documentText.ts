import type { Position, Range } from "vscode-languageserver/node";
import { PiecedText } from "../cif/piecedText";

/** A version of an open text, with the lines and columns of the protocol. */
export class DocumentText {
  constructor(
    readonly uri: string,
    readonly languageId: string,
    readonly version: number,
    readonly content: PiecedText,
  ) {}

  static create(uri: string, languageId: string, version: number, content: string): DocumentText {
    return new DocumentText(uri, languageId, version, PiecedText.of(content));
  }

  getText(range?: Range): string {
    const { content } = this;
    return range ? content.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : content.toString();
  }

  /** Of the places within a line end the one before it. */
  positionAt(offset: number): Position {
    const { content } = this;
    const within = Math.max(0, Math.min(offset, content.length));
    const line = content.lineAt(within);
    const start = content.lineStart(line);
    return { line, character: this.beforeLineEnd(within, start) - start };
  }

  /** The end of the line for a column behind it, the end of the text for a line behind it. */
  offsetAt({ line, character }: Position): number {
    const { content } = this;
    if (line >= content.lines) return content.length;
    if (line < 0) return 0;
    const start = content.lineStart(line);
    const next = line + 1 < content.lines ? content.lineStart(line + 1) : content.length;
    return character <= 0 ? start : this.beforeLineEnd(Math.min(start + character, next), start);
  }

  private beforeLineEnd(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && /[\r\n]/.test(this.content.charAt(at - 1))) at--;
    return at;
  }
}
