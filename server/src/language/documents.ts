import { TextDocuments, type Range } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CifDocument } from "../cif/document";
import { parseCif } from "../cif/parser";
import type { TextRange } from "../cif/problem";

/** Texts longer than this many characters are not parsed, so that the server never blocks for long. */
export const longestText = 4_000_000;

/** An open document as the features see it. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: TextDocument;
  /** Absent where the text is longer than {@link longestText}. */
  readonly cif: CifDocument | undefined;
}

/** The open documents, each parsed once a version, when first asked for. */
export class OpenDocuments {
  readonly sync = new TextDocuments(TextDocument);
  private readonly parsed = new Map<string, OpenDocument>();

  constructor() {
    this.sync.onDidClose(({ document }) => this.parsed.delete(document.uri));
  }

  get(uri: string): OpenDocument | undefined {
    const text = this.sync.get(uri);
    if (!text) return undefined;
    const known = this.parsed.get(uri);
    if (known?.version === text.version) return known;
    const content = text.getText();
    const cif = content.length > longestText ? undefined : parseCif(content);
    const document = { uri, version: text.version, text, cif };
    this.parsed.set(uri, document);
    return document;
  }

  all(): OpenDocument[] {
    return this.sync.keys().flatMap((uri) => this.get(uri) ?? []);
  }
}

export function toRange(text: TextDocument, { start, end }: TextRange): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}
