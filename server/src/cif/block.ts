import { comparable, dataName } from "./dataName";
import type { Block, CifValue, Column, Loop } from "./document";
import type { Layout } from "./loopLayout";
import type { TextRange } from "./problem";
import type { Values } from "./values";

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

  range(row: number): TextRange | undefined {
    return row === 0 && this.token !== undefined ? this.values.rangeAt(this.token) : undefined;
  }
}

const noRows: Layout = { rows: 0, cells: () => -1 };

/** A loop that grows as it is parsed. */
export class GrowingLoop implements Loop {
  readonly columns: Column[] = [];
  layout = noRows;

  constructor(
    public range: TextRange,
    private readonly values: Values,
  ) {}

  get rows(): number {
    return this.layout.rows;
  }

  value(row: number, column: number): CifValue | undefined {
    const token = this.token(row, column);
    return token < 0 ? undefined : this.values.at(token);
  }

  valueRange(row: number, column: number): TextRange | undefined {
    const token = this.token(row, column);
    return token < 0 ? undefined : this.values.rangeAt(token);
  }

  private token(row: number, column: number): number {
    return row >= 0 && row < this.rows ? this.layout.cells(row, column) : -1;
  }
}

/** A data name of a loop. */
export class LoopColumn implements Column {
  constructor(
    readonly tag: string,
    readonly tagRange: TextRange,
    readonly loop: GrowingLoop,
    private readonly index: number,
  ) {}

  get rows(): number {
    return this.loop.rows;
  }

  value(row: number): CifValue | undefined {
    return this.loop.value(row, this.index);
  }

  range(row: number): TextRange | undefined {
    return this.loop.valueRange(row, this.index);
  }
}

/** A data block or save frame that grows as it is parsed. */
export class GrowingBlock implements Block {
  readonly columns: Column[] = [];
  readonly loops: Loop[] = [];
  readonly frames: GrowingBlock[] = [];
  range: TextRange;
  private readonly byTag = new Map<string, Column>();
  private frameCodes: Set<string> | undefined;

  constructor(
    readonly code: string,
    readonly headerRange: TextRange,
  ) {
    this.range = headerRange;
  }

  find(...tags: string[]): Column | undefined {
    for (const tag of tags) {
      const column = this.byTag.get(dataName(tag).key);
      if (column) return column;
    }
    return undefined;
  }

  /** Adds a column; `find` gives the first of a name. `key` is its comparable name. */
  add(column: Column, key: string): void {
    this.columns.push(column);
    if (!this.byTag.has(key)) this.byTag.set(key, column);
  }

  /** The first column of this comparable name. */
  columnOf(key: string): Column | undefined {
    return this.byTag.get(key);
  }

  addFrame(frame: GrowingBlock): void {
    this.frames.push(frame);
    (this.frameCodes ??= new Set()).add(comparable(frame.code));
  }

  hasFrame(code: string): boolean {
    return this.frameCodes?.has(comparable(code)) ?? false;
  }
}
