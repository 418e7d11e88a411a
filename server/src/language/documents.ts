import { setImmediate } from "node:timers/promises";
import {
  TextDocumentContentChangeEvent,
  TextDocuments,
  type Range,
  type TextEdit,
  type TextDocumentsConfiguration,
} from "vscode-languageserver/node";
import type { CifDocument } from "../cif/document";
import type { TextChange } from "../cif/format";
import { LiveCif } from "../cif/liveCif";
import type { TextRange } from "../cif/problem";
import { DocumentText } from "./documentText";

/** Longer texts than this are not analysed at all. */
export const longestAnalysed = 16_000_000;

/** Texts up to this length are read when they are asked for, which takes some 20 milliseconds. */
const readAtOnce = 1_000_000;

/** Of longer texts so many characters are read between two looks at what else is to be done. */
const pieceLength = 200_000;

/** Each edit of a version is read by itself; after more of them in a long text all of it is read anew, in pieces. */
const mostEdits = 4;

/** An open document as the features see it, until it changes. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  /** Empty where the text is longer than {@link longestAnalysed}. */
  readonly text: DocumentText;
  /** Characters of the text. */
  readonly length: number;
  /** Absent where the text is longer than {@link longestAnalysed}, and while a long one is still being read. */
  readonly cif: CifDocument | undefined;
}

/** The open documents, each read when first asked for and again where it is edited. */
export class OpenDocuments {
  readonly sync = new TextDocuments(configuration);
  private readonly known = new Map<string, OpenDocument>();
  private readonly reading = new Map<LiveCif, Promise<void>>();

  constructor() {
    this.sync.onDidClose(({ document }) => this.known.delete(document.uri));
  }

  /** What is known of a document now. */
  get(uri: string): OpenDocument | undefined {
    const synced = this.sync.get(uri);
    if (!synced) return undefined;
    const { version, text, length, live } = synced;
    const known = this.known.get(uri);
    if (known?.version === version && (known.cif || !live)) return known;
    const isRead = live && (length <= readAtOnce || live.isRead);
    const document = { uri, version, text, length, cif: isRead ? live.document : undefined };
    this.known.set(uri, document);
    return document;
  }

  /** A document once it is read: a long one is read in pieces, so that nothing else has to wait. */
  async ready(uri: string): Promise<OpenDocument | undefined> {
    for (;;) {
      const { live, text, length = 0 } = this.sync.get(uri) ?? {};
      if (!live || !text || length <= readAtOnce || live.isRead) return this.get(uri);
      await this.readOn(live, text);
    }
  }

  private readOn(live: LiveCif, text: DocumentText): Promise<void> {
    const begun = this.reading.get(live);
    if (begun) return begun;
    const reading = readPieces(live, text).finally(() => this.reading.delete(live));
    this.reading.set(live, reading);
    return reading;
  }
}

async function readPieces(live: LiveCif, { content }: DocumentText): Promise<void> {
  const lines = content.countLines();
  while (lines.next().done !== true) await setImmediate();
  for (;;) {
    live.readOn(pieceLength);
    if (live.isRead) return;
    await setImmediate();
  }
}

export function toRange(text: DocumentText, { start, end }: TextRange): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

export function toTextEdits(text: DocumentText, changes: readonly TextChange[]): TextEdit[] {
  return changes.map(({ range, text: newText }) => ({ range: toRange(text, range), newText }));
}

export function toTextRange(text: DocumentText, { start, end }: Range): TextRange {
  return { start: text.offsetAt(start), end: text.offsetAt(end) };
}

/** A document as the editor keeps it in step. */
interface SyncedDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: DocumentText;
  readonly length: number;
  readonly live: LiveCif | undefined;
}

/**
 * A text that is too long is not kept, so that edits of it cost nothing; it stays too long until the editor sends all
 * of it again.
 */
const configuration: TextDocumentsConfiguration<SyncedDocument> = {
  create: (uri, languageId, version, content) => {
    if (content.length <= longestAnalysed)
      return read(DocumentText.create(uri, languageId, version, content));
    const text = DocumentText.create(uri, languageId, version, "");
    return { uri, version, text, length: content.length, live: undefined };
  },
  update: (document, changes, version) => {
    const { uri, text, live } = document;
    const whole = changes.findLast(TextDocumentContentChangeEvent.isFull);
    if (whole && whole === changes.at(-1))
      return configuration.create(uri, text.languageId, version, whole.text);
    if (!live) return { ...document, version };
    return changes.length > mostEdits || whole
      ? read(changes.reduce((before, change) => changed(before, change, version), text))
      : edited(document, changes, version);
  },
};

function read(text: DocumentText): SyncedDocument {
  const { uri, version, content } = text;
  return { uri, version, text, length: content.length, live: new LiveCif(content) };
}

function edited(
  { uri, text: before, live }: SyncedDocument,
  changes: TextDocumentContentChangeEvent[],
  version: number,
): SyncedDocument {
  let text = before;
  for (const change of changes) {
    const replaced = changedPart(text, change);
    text = changed(text, change, version);
    live?.edit(text.content, { ...replaced, insertedEnd: replaced.start + change.text.length });
  }
  return { uri, version, text, length: text.content.length, live };
}

function changed(text: DocumentText, change: TextDocumentContentChangeEvent, version: number): DocumentText {
  const { start, removedEnd } = changedPart(text, change);
  const content = text.content.replaced(start, removedEnd, change.text);
  return new DocumentText(text.uri, text.languageId, version, content);
}

/** All of the text where the change names no range. */
function changedPart(
  text: DocumentText,
  change: TextDocumentContentChangeEvent,
): { start: number; removedEnd: number } {
  if (!TextDocumentContentChangeEvent.isIncremental(change))
    return { start: 0, removedEnd: text.content.length };
  const { start, end } = toTextRange(text, change.range);
  return start <= end ? { start, removedEnd: end } : { start: end, removedEnd: start };
}
