/** Numbers of the columns that are read. */
export const columnId = { frequency: 32, re: 37, minusIm: 38, temperature: 462 } as const;

/** Flags share one byte, which stands where the first of them is listed. */
const flags = new Set([1, 2, 3, 21, 31, 65]);
const widths = new Map<number, number>([
  ...[463, 482, 483, 508, 509].map((id) => [id, 1] as const),
  ...[39, 131, 465, 466].map((id) => [id, 2] as const),
  ...[4, 7, 11, 13, 23, 24, 40, 41, 74, 123, 124, 125, 126, 437, 438, 439, 440, 442, 443, 460, 467, 510].map(
    (id) => [id, 8] as const,
  ),
]);
/** Numbers that are listed in EC-Lab's manual; those not told above are float32 or integers of the same width. */
const lastKnown = 543;
const notListed = new Set([0, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 165, 166]);

/** Where columns stand in a record. */
export interface RecordLayout {
  /** Bytes of a record. */
  readonly size: number;
  /** Bytes before each column, by its number. */
  readonly offsets: ReadonlyMap<number, number>;
  readonly unknown: readonly number[];
}

/** The packed record of the columns with these numbers, in their order. */
export function recordLayout(ids: readonly number[]): RecordLayout {
  const offsets = new Map<number, number>();
  const unknown: number[] = [];
  let size = 0;
  let hasFlags = false;
  for (const id of ids) {
    if (id > lastKnown || notListed.has(id)) unknown.push(id);
    if (flags.has(id) && hasFlags) continue;
    hasFlags ||= flags.has(id);
    if (!offsets.has(id)) offsets.set(id, size);
    size += flags.has(id) ? 1 : (widths.get(id) ?? 4);
  }
  return { size, offsets, unknown };
}
