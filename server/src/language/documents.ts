import {
  TextDocumentContentChangeEvent,
  TextDocuments,
  type Range,
  type TextDocumentsConfiguration,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CifDocument } from "../cif/document";
import { parseCif } from "../cif/parser";
import type { TextRange } from "../cif/problem";

/**
 * Texts of up to so many characters are parsed in the server's own thread, which takes some 50 nanoseconds a character.
 * Longer ones have lenses and diagnostics, from the worker thread, but neither hover nor outline.
 */
export const longestParsed = 500_000;

/** Longer texts than this are not analysed at all. */
export const longestAnalysed = 4_000_000;

/** An open document as the features see it. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  /** Empty where the text is longer than {@link longestAnalysed}. */
  readonly text: TextDocument;
  /** Characters of the text. */
  readonly length: number;
  /** Absent where the text is longer than {@link longestParsed}. */
  readonly cif: CifDocument | undefined;
}

/** The open documents, each parsed once a version, when first asked for. */
export class OpenDocuments {
  readonly sync = new TextDocuments(configuration);
  private readonly parsed = new Map<string, OpenDocument>();

  constructor() {
    this.sync.onDidClose(({ document }) => this.parsed.delete(document.uri));
  }

  get(uri: string): OpenDocument | undefined {
    const synced = this.sync.get(uri);
    if (!synced) return undefined;
    const { version, text, length } = synced;
    const known = this.parsed.get(uri);
    if (known?.version === version) return known;
    const cif = length > longestParsed ? undefined : parseCif(text.getText());
    const document = { uri, version, text, length, cif };
    this.parsed.set(uri, document);
    return document;
  }
}

export function toRange(text: TextDocument, { start, end }: TextRange): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

/** A document as the editor keeps it in step. */
interface SyncedDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: TextDocument;
  readonly length: number;
}

/**
 * A text that is too long is not kept, so that edits of it cost nothing; it stays too long until the editor sends all
 * of it again.
 */
const configuration: TextDocumentsConfiguration<SyncedDocument> = {
  create: (uri, languageId, version, content) => {
    const kept = content.length > longestAnalysed ? "" : content;
    return {
      uri,
      version,
      text: TextDocument.create(uri, languageId, version, kept),
      length: content.length,
    };
  },
  update: (document, changes, version) => {
    const { uri, text, length } = document;
    const whole = changes.findLast(TextDocumentContentChangeEvent.isFull);
    if (whole && whole === changes.at(-1))
      return configuration.create(uri, text.languageId, version, whole.text);
    if (length > longestAnalysed) return { ...document, version };
    const updated = TextDocument.update(text, changes, version);
    return { uri, version, text: updated, length: updated.getText().length };
  },
};
