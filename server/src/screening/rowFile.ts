import { closeSync, openSync, readSync } from "node:fs";
import type { ScreenedRow } from "./screenedRow";

/** Where a row stands in its file. */
export interface RowPlace {
  /** Bytes. */
  readonly offset: number;
  readonly length: number;
  /** Which of the rows of that line. */
  readonly part: number;
}

/** A file of rows in lines of JSON, read here and there. */
export class RowFile {
  private readonly descriptor: number;

  /** @param rowsOf a parsed line. @param closed told when it is closed. */
  constructor(
    readonly path: string,
    private readonly rowsOf: (line: unknown) => readonly ScreenedRow[],
    private readonly closed?: () => void,
  ) {
    this.descriptor = openSync(path, "r");
  }

  /** @throws Error where the file was changed meanwhile. */
  read({ offset, length, part }: RowPlace): ScreenedRow {
    const row = this.rowsOf(this.line(offset, length))[part];
    if (!row) throw new Error(`${this.path} was changed while it was read.`);
    return row;
  }

  close(): void {
    closeSync(this.descriptor);
    this.closed?.();
  }

  private line(offset: number, length: number): unknown {
    const bytes = Buffer.alloc(length);
    readSync(this.descriptor, bytes, 0, length, offset);
    return JSON.parse(bytes.toString("utf8"));
  }
}
