import { createReadStream, existsSync } from "node:fs";
import { open, truncate, type FileHandle } from "node:fs/promises";
import type { ScreeningBarrier } from "../protocol/screening";
import { isRecord } from "./isRecord";
import { RowFile, type RowPlace } from "./rowFile";
import type { PoolLimits } from "./screeningPool";
import type { ScreenedRow } from "./screenedRow";

/** What was found in one piece of a file. */
export interface JournalEntry {
  /** Of the piece: the same text has the same rows. */
  readonly hash: string;
  readonly file: string;
  readonly rows: readonly ScreenedRow[];
  /** Where something was given up: the limits that it had. */
  readonly given?: PoolLimits;
}

/** What was found to be the same crystal among rows in an order that the key tells. */
export interface Grouping {
  readonly grouped: string;
  /** For each row the place of the first that is the same. */
  readonly firsts: readonly number[];
}

/** What was computed of a row afterwards. */
export interface JournalBarrier {
  /** The hash of its entry. */
  readonly barrierOf: string;
  /** Which of the rows of that entry. */
  readonly part: number;
  readonly barrier: ScreeningBarrier;
  /** Where it was given up: the limits that it had. */
  readonly given?: PoolLimits;
}

/** Where an entry stands. */
export interface EntryPlace extends Omit<RowPlace, "part"> {
  readonly file: string;
  readonly rows: number;
}

/** Hears what a journal holds, in the order of its lines. */
export interface JournalReader {
  readonly entry: (entry: JournalEntry, place: EntryPlace) => void;
  readonly grouping: (grouping: Grouping) => void;
  readonly barrier?: (barrier: JournalBarrier) => void;
}

/** Milliseconds after which what was written is on the disk. */
const syncInterval = 1000;

/**
 * Results as they come, a line of JSON each, so that a screening can go on after whatever ended it: what `add` resolved for
 * outlives the process, and a second later the machine. A line that was cut off is no line.
 */
export class Journal {
  private tail: Promise<unknown> = Promise.resolve();
  private syncTimer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly handle: FileHandle,
    private end: number,
    /** Reads entries here and there. */
    readonly rows: RowFile,
  ) {}

  /** Begins anew; what the file held is gone. @param key of the results: those of another key are not gone on from. */
  static async begin(path: string, key: string): Promise<Journal> {
    const handle = await open(path, "w");
    const journal = new Journal(handle, 0, new RowFile(path, rowsOfEntry));
    await journal.write(Buffer.from(`${JSON.stringify({ superionJournal: key })}\n`));
    return journal;
  }

  /** Goes on behind the last whole line; begins anew where the file belongs to other results or is missing. */
  static async resume(path: string, key: string, reader: JournalReader): Promise<Journal> {
    const end = existsSync(path) ? await readEntries(path, key, reader) : undefined;
    if (end === undefined) return Journal.begin(path, key);
    await truncate(path, end);
    return new Journal(await open(path, "r+"), end, new RowFile(path, rowsOfEntry));
  }

  /**
   * Keeps an entry and tells where it stands.
   *
   * @throws Error where the disk is full or fails; all entries before are kept.
   */
  async add(entry: JournalEntry): Promise<EntryPlace> {
    const [place] = await this.addAll([entry]);
    if (!place) throw new RangeError("every entry has a place");
    return place;
  }

  /** As {@link add} of each, in one write: all of them are kept, or none. */
  async addAll(entries: readonly JournalEntry[]): Promise<EntryPlace[]> {
    const lines = entries.map((entry) => Buffer.from(`${JSON.stringify(entry)}\n`));
    let offset = await this.write(Buffer.concat(lines));
    return entries.map(({ file, rows }, i) => {
      const bytes = lines[i]?.length ?? 0;
      const place = { file, offset, length: bytes - 1, rows: rows.length };
      offset += bytes;
      return place;
    });
  }

  async addGrouping(grouping: Grouping): Promise<void> {
    await this.write(Buffer.from(`${JSON.stringify(grouping)}\n`));
  }

  async addBarrier(barrier: JournalBarrier): Promise<void> {
    await this.write(Buffer.from(`${JSON.stringify(barrier)}\n`));
  }

  async close(): Promise<void> {
    clearTimeout(this.syncTimer);
    await this.tail.catch(() => undefined);
    await this.handle.sync().catch(() => undefined);
    await this.handle.close();
  }

  /** One write after another. Tells where it begins. */
  private write(bytes: Buffer): Promise<number> {
    const written = this.tail.then(() => this.writeAll(bytes));
    this.tail = written.catch(() => undefined);
    return written;
  }

  private async writeAll(bytes: Buffer): Promise<number> {
    const offset = this.end;
    let done = 0;
    try {
      while (done < bytes.length)
        done += (await this.handle.write(bytes, done, bytes.length - done, offset + done)).bytesWritten;
    } catch (error) {
      await this.handle.truncate(offset).catch(() => undefined);
      throw error;
    }
    this.end += bytes.length;
    this.syncTimer ??= setTimeout(() => {
      this.syncTimer = undefined;
      void this.handle.datasync().catch(() => undefined);
    }, syncInterval);
    return offset;
  }
}

/** Reads the entries of a journal; `undefined` where it has another key, else where the last whole line ends. */
async function readEntries(path: string, key: string, reader: JournalReader): Promise<number | undefined> {
  let end: number | undefined;
  for await (const { text, offset, length } of wholeLines(path)) {
    const line = parsed(text);
    if (end === undefined && !(isRecord(line) && line["superionJournal"] === key)) return undefined;
    end = offset + length + 1;
    if (isEntry(line)) reader.entry(line, { file: line.file, offset, length, rows: line.rows.length });
    else if (isGrouping(line)) reader.grouping(line);
    else if (isBarrier(line)) reader.barrier?.(line);
  }
  return end;
}

/** The entries of a journal, whatever its key. */
export async function* journalEntries(
  path: string,
): AsyncGenerator<[JournalEntry, EntryPlace], void, undefined> {
  for await (const { text, offset, length } of wholeLines(path)) {
    const line = parsed(text);
    if (isEntry(line)) yield [line, { file: line.file, offset, length, rows: line.rows.length }];
  }
}

export interface Line {
  readonly text: string;
  /** Bytes. */
  readonly offset: number;
  /** Bytes without the line feed. */
  readonly length: number;
}

/** The lines of a file that end with a line feed. */
export async function* wholeLines(path: string): AsyncGenerator<Line, void, undefined> {
  let pending: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    pending = Buffer.concat([pending, chunk]);
    let start = 0;
    for (let feed = pending.indexOf(10); feed >= 0; feed = pending.indexOf(10, start)) {
      const length = feed - start;
      yield { text: pending.toString("utf8", start, feed), offset: offset + start, length };
      start = feed + 1;
    }
    offset += start;
    pending = pending.subarray(start);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function rowsOfEntry(line: unknown): readonly ScreenedRow[] {
  return isEntry(line) ? line.rows : [];
}

function isGrouping(line: unknown): line is Grouping {
  return isRecord(line) && typeof line["grouped"] === "string" && Array.isArray(line["firsts"]);
}

function isBarrier(line: unknown): line is JournalBarrier {
  return (
    isRecord(line) &&
    typeof line["barrierOf"] === "string" &&
    typeof line["part"] === "number" &&
    isRecord(line["barrier"])
  );
}

function isEntry(line: unknown): line is JournalEntry {
  return (
    isRecord(line) &&
    typeof line["hash"] === "string" &&
    typeof line["file"] === "string" &&
    Array.isArray(line["rows"])
  );
}
