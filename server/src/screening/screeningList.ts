import {
  flagColumns,
  numericColumns,
  projectionColumns,
  textColumns,
  type ChartColumn,
  type RowName,
  type ScreeningBarrier,
  type ScreeningRow,
  type TextColumn,
} from "../protocol/screening";
import { numberOf, textOf } from "./rowColumns";
import type { RowValues } from "./rowFilter";
import type { RowFile, RowPlace } from "./rowFile";
import type { ScreenedRow } from "./screenedRow";
import type { ScreeningTable } from "./screeningTable";

const numberColumns = [...numericColumns, ...flagColumns, ...projectionColumns];

/**
 * The rows of a screening in the order of their coming: columns in memory, whole rows in the files that they were written to.
 * A hundred thousand rows take some 50 MB.
 */
export class ScreeningList {
  private length = 0;
  private readonly numbers = new Map<ChartColumn, Float64Array<ArrayBuffer>>();
  private readonly texts = new Map<TextColumn, string[]>();
  private readonly buckets: (string | null)[] = [];
  private readonly shared = new Map<string, string>();
  private readonly files: RowFile[] = [];
  private readonly places: RowPlace[] = [];
  private readonly barriers = new Map<number, ScreeningBarrier>();
  private anyBarrier = false;
  private duplicates: Int32Array | undefined;

  /** @param table of the user, whose values are added to the rows. */
  constructor(private readonly table?: ScreeningTable) {
    for (const column of numberColumns) this.numbers.set(column, new Float64Array(1024));
    for (const column of textColumns) this.texts.set(column, []);
  }

  get count(): number {
    return this.length;
  }

  /** Whether barriers of some rows were computed. */
  get hasBarriers(): boolean {
    return this.anyBarrier;
  }

  /** @param place where the row can be read again. */
  add({ row, bucket, identifiers }: ScreenedRow, file: string, source: RowFile, place: RowPlace): void {
    const index = this.length++;
    const full = this.withTable({ ...row, file }, identifiers);
    for (const column of numberColumns) this.column(column, this.length)[index] = numberOf(full, column);
    for (const column of textColumns) {
      const text = textOf(full, column);
      this.texts.get(column)?.push(column === "file" ? text : this.kept(text));
    }
    this.anyBarrier ||= row.barrier !== undefined;
    this.buckets.push(bucket === null ? null : this.kept(bucket));
    this.files.push(source);
    this.places.push(place);
  }

  number(index: number, column: ChartColumn): number {
    return this.numbers.get(column)?.[index] ?? NaN;
  }

  text(index: number, column: TextColumn): string {
    return this.texts.get(column)?.[index] ?? "";
  }

  values(index: number): RowValues {
    return {
      number: (column) => this.number(index, column),
      text: (column) => this.text(index, column),
    };
  }

  /** The numbers of a column from one row on. */
  slice(column: ChartColumn, from: number): Float64Array {
    return this.column(column, this.length).subarray(from, this.length);
  }

  /** Only rows of one bucket can be the same crystal. */
  bucket(index: number): string | null {
    return this.buckets[index] ?? null;
  }

  /** A row as it was found, read from its file. */
  screened(index: number): ScreenedRow {
    const [file, place] = [this.files[index], this.places[index]];
    if (!file || !place) throw new RangeError(`there is no row ${index}`);
    return file.read(place);
  }

  /** A whole row with its place in the list. */
  row(index: number): ScreeningRow {
    const { row, identifiers } = this.screened(index);
    const rank = this.number(index, "rank");
    const barrier = this.barriers.get(index) ?? row.barrier;
    return {
      ...this.withTable({ ...row, file: this.text(index, "file") }, identifiers),
      rank: Number.isNaN(rank) ? null : rank,
      duplicateOf: this.duplicates ? this.firstAlike(index, this.duplicates) : row.duplicateOf,
      ...(barrier ? { barrier } : {}),
    };
  }

  /** Adds a row to another list, which reads it from the same file. */
  copy(index: number, to: ScreeningList): void {
    const [file, place] = [this.files[index], this.places[index]];
    if (file && place) to.add(file.read(place), this.text(index, "file"), file, place);
  }

  /** The rows by falling P_SI, those without it last; equal ones by file and block. */
  ranking(): Uint32Array {
    const pSi = this.slice("pSi", 0).map((value) => (Number.isNaN(value) ? -1 : value));
    return Uint32Array.from({ length: this.length }, (_, index) => index).sort(
      (one, other) => (pSi[other] ?? 0) - (pSi[one] ?? 0) || this.compareNames(one, other) || one - other,
    );
  }

  /** Numbers the rows as {@link ranking} orders them. */
  setRanks(ranking: Uint32Array): void {
    const ranks = this.column("rank", this.length);
    ranking.forEach((index, k) => {
      ranks[index] = Number.isNaN(this.number(index, "pSi")) ? NaN : k + 1;
    });
  }

  /** @param firsts for each row the first that is the same crystal. */
  setDuplicates(firsts: Int32Array): void {
    this.duplicates = firsts;
    const flags = this.column("duplicate", this.length);
    firsts.forEach((first, index) => {
      flags[index] = Number(first !== index);
    });
  }

  /** Adds a barrier that was computed after the row was written. */
  setBarrier(index: number, barrier: ScreeningBarrier): void {
    this.anyBarrier = true;
    this.barriers.set(index, barrier);
    this.column("barrier", this.length)[index] = barrier.activationEnergy ?? NaN;
  }

  /** Closes the files of the rows: only columns are left. */
  close(): void {
    for (const file of new Set(this.files)) file.close();
  }

  private firstAlike(index: number, duplicates: Int32Array): RowName | null {
    const first = duplicates[index] ?? index;
    return first === index ? null : { file: this.text(first, "file"), block: this.text(first, "block") };
  }

  private withTable(row: ScreeningRow, identifiers: readonly string[]): ScreeningRow {
    return this.table?.extend(row, identifiers) ?? row;
  }

  private compareNames(one: number, other: number): number {
    for (const column of ["file", "block"] as const) {
      const [first, second] = [this.text(one, column), this.text(other, column)];
      if (first !== second) return first < second ? -1 : 1;
    }
    return 0;
  }

  /** The column with room for so many rows. */
  private column(name: ChartColumn, length: number): Float64Array<ArrayBuffer> {
    const column = this.numbers.get(name) ?? new Float64Array(0);
    if (length <= column.length) return column;
    const longer = new Float64Array(2 * length);
    longer.set(column);
    this.numbers.set(name, longer);
    return longer;
  }

  /** One copy of texts that come again and again. */
  private kept(text: string): string {
    const known = this.shared.get(text);
    if (known !== undefined) return known;
    this.shared.set(text, text);
    return text;
  }
}
