import type { Block, CifValue, Column, Loop } from "./document";
import type { TextRange } from "./problem";
import type { Values } from "./values";

const BEYOND_ASCII = /[\u0080-\uffff]/;

const knownNames = new Map<string, string>();
const mostKnownNames = 4096;

/** How data names and codes compare: without case, and in one Unicode normal form. Files share most of their names. */
export function comparable(name: string): string {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const made = (BEYOND_ASCII.test(name) ? name.normalize("NFC") : name).toLowerCase();
  if (knownNames.size < mostKnownNames) knownNames.set(name, made);
  return made;
}

/** A data name with at most one value. */
export class Item implements Column {
  readonly loop = undefined;
  readonly rows: number;

  constructor(
    readonly tag: string,
    readonly tagRange: TextRange,
    private readonly values: Values,
    private readonly token: number | undefined,
  ) {
    this.rows = token === undefined ? 0 : 1;
  }

  value(row: number): CifValue | undefined {
    return row === 0 && this.token !== undefined ? this.values.at(this.token) : undefined;
  }
}

/** Which token begins the value in a row and column of a loop; -1 where none does. */
export type Cells = (row: number, column: number) => number;

export class LoopColumn implements Column {
  constructor(
    readonly tag: string,
    readonly tagRange: TextRange,
    readonly loop: Loop,
    private readonly index: number,
    private readonly values: Values,
    private readonly cells: Cells,
  ) {}

  get rows(): number {
    return this.loop.rows;
  }

  value(row: number): CifValue | undefined {
    if (!(row >= 0 && row < this.rows)) return undefined;
    const token = this.cells(row, this.index);
    return token < 0 ? undefined : this.values.at(token);
  }
}

/** A data block or save frame that grows as it is parsed. */
export class GrowingBlock implements Block {
  readonly columns: Column[] = [];
  readonly loops: Loop[] = [];
  readonly frames: GrowingBlock[] = [];
  range: TextRange;
  private readonly byTag = new Map<string, Column>();
  private readonly frameCodes = new Set<string>();

  constructor(
    readonly code: string,
    readonly headerRange: TextRange,
  ) {
    this.range = headerRange;
  }

  find(...tags: string[]): Column | undefined {
    for (const tag of tags) {
      const column = this.byTag.get(comparable(tag));
      if (column) return column;
    }
    return undefined;
  }

  /** Adds a column; `find` gives the first of a name. `key` is its comparable name. */
  add(column: Column, key: string): void {
    this.columns.push(column);
    if (!this.byTag.has(key)) this.byTag.set(key, column);
  }

  /** Whether there is a column of this comparable name. */
  has(key: string): boolean {
    return this.byTag.has(key);
  }

  /** `keys` are the comparable names of its columns. */
  addLoop(loop: Loop, keys: readonly string[]): void {
    this.loops.push(loop);
    loop.columns.forEach((column, index) => {
      this.add(column, keys[index] ?? column.tag);
    });
  }

  addFrame(frame: GrowingBlock): void {
    this.frames.push(frame);
    this.frameCodes.add(comparable(frame.code));
  }

  hasFrame(code: string): boolean {
    return this.frameCodes.has(comparable(code));
  }
}
