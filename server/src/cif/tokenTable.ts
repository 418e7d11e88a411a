import { GrowingNumbers } from "./growingNumbers";
import type { TextRange } from "./problem";

/** What a token is. Whitespace is no token: it is what lies between tokens. */
export const TokenKind = {
  dataHeader: 1,
  saveHeader: 2,
  saveEnd: 3,
  loop: 4,
  global: 5,
  stop: 6,
  tag: 7,
  listEnd: 8,
  tableEnd: 9,
  colon: 10,
  // From here on a value begins.
  bare: 16,
  unknown: 17,
  inapplicable: 18,
  quoted: 19,
  openQuoted: 20,
  tripleQuoted: 21,
  openTripleQuoted: 22,
  textField: 23,
  openTextField: 24,
  listStart: 25,
  tableStart: 26,
} as const;

export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

/** Whether a value begins with a token of this kind. */
export function beginsValue(kind: number): boolean {
  return kind >= TokenKind.bare;
}

/** Whether a token of this kind is a whole value. */
export function isPlainValue(kind: number): boolean {
  return kind >= TokenKind.bare && kind < TokenKind.listStart;
}

/** Set in the kind of what begins its line. */
const LINE_START = 0x80;
const KIND = 0x7f;

/** So many bits of a place in the arrays are the place within its page. */
const PAGE_BITS = 10;
const PAGE_SIZE = 1 << PAGE_BITS;

/**
 * Stretches of text in rising order. The arrays have a gap, which moves to where the text is edited; offsets behind it are
 * kept without the `shift` that edits have given them. So an edit costs what lies between it and the edit before.
 */
export class Stretches {
  private kinds: Uint8Array;
  private starts: Int32Array;
  private ends: Int32Array;
  /** 1 for the pages that hold, or held, anything but values of one word or quote: the others are passed at once. */
  private mixed: Uint8Array;
  /** How many stand before the gap. */
  private head = 0;
  /** Where in the arrays those behind the gap begin. */
  private tail: number;
  private shift = 0;

  constructor(capacity: number) {
    const { kinds, starts, ends, mixed } = arrays(capacity);
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
    this.mixed = mixed;
    this.tail = capacity;
  }

  get count(): number {
    return this.head + this.kinds.length - this.tail;
  }

  /** Adds one at the gap, which is at the end unless {@link replace} moved it. */
  add(kind: number, start: number, end: number, beginsLine = false): void {
    if (this.head === this.tail) this.grow();
    const index = this.head++;
    this.kinds[index] = beginsLine ? kind | LINE_START : kind;
    this.starts[index] = start;
    this.ends[index] = end;
    if (!isSimpleValue(kind)) this.mixed[index >> PAGE_BITS] = 1;
  }

  /** 0 outside the stretches. */
  kind(index: number): number {
    return (this.kinds[index < this.head ? index : index + this.tail - this.head] ?? 0) & KIND;
  }

  /** Whether a line end stands between it and the one before. */
  beginsLine(index: number): boolean {
    const kind = this.kinds[index < this.head ? index : index + this.tail - this.head] ?? 0;
    return (kind & LINE_START) !== 0;
  }

  start(index: number): number {
    return index < this.head
      ? (this.starts[index] ?? 0)
      : (this.starts[index + this.tail - this.head] ?? -this.shift) + this.shift;
  }

  end(index: number): number {
    return index < this.head
      ? (this.ends[index] ?? 0)
      : (this.ends[index + this.tail - this.head] ?? -this.shift) + this.shift;
  }

  range(index: number): TextRange {
    return { start: this.start(index), end: this.end(index) };
  }

  /** The first one that begins at an offset or behind it; the count where none does. */
  indexFrom(offset: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first one from an index on that is no value, or whose kind is `limit` or above. */
  endOfValues(index: number, limit: number = TokenKind.listStart): number {
    const { kinds, head, tail } = this;
    const end = this.endOfSlots(index, head, limit);
    if (end < head) return end;
    const hole = tail - head;
    return this.endOfSlots(Math.max(index, head) + hole, kinds.length, limit) - hole;
  }

  private endOfSlots(first: number, end: number, limit: number): number {
    const { kinds, mixed } = this;
    let at = first;
    while (at < end)
      if (at % PAGE_SIZE === 0 && mixed[at >> PAGE_BITS] === 0) at += PAGE_SIZE;
      else if (isBetween((kinds[at] ?? 0) & KIND, TokenKind.bare, limit)) at++;
      else return at;
    return Math.min(at, end);
  }

  /** Whether every `step`-th one from `first` up to `limit` begins a line. */
  everyBeginsLine(first: number, step: number, limit: number): boolean {
    const { kinds, head, tail } = this;
    const hole = tail - head;
    for (let index = first; index < limit; index += step)
      if (((kinds[index < head ? index : index + hole] ?? 0) & LINE_START) === 0) return false;
    return true;
  }

  /** `first`, and those up to `limit` that begin a line, counted from `first`. */
  lineStarts(first: number, limit: number): Int32Array {
    const { kinds, head, tail } = this;
    const hole = tail - head;
    const found = new GrowingNumbers();
    found.add(0);
    addLineStarts(kinds, first + 1, Math.min(limit, head), first, found);
    addLineStarts(kinds, Math.max(first + 1, head) + hole, limit + hole, first + hole, found);
    return found.taken();
  }

  /**
   * Puts others, whose places are counted from `origin`, in the place of those from `first` up to `last`, and moves all
   * that follow by `shift` characters.
   */
  replace(first: number, last: number, others: Stretches, origin = 0, shift = 0): void {
    this.moveGap(first);
    this.tail += last - first;
    for (let i = 0; i < others.count; i++)
      this.add(others.kind(i), origin + others.start(i), origin + others.end(i), others.beginsLine(i));
    this.shift += shift;
  }

  private moveGap(index: number): void {
    const { head, tail, shift } = this;
    this.head = index;
    this.tail = tail + index - head;
    if (index < head) this.moveSlots(index, head, this.tail, -shift);
    else this.moveSlots(tail, this.tail, head, shift);
  }

  private moveSlots(first: number, end: number, to: number, shift: number): void {
    const { kinds, starts, ends } = this;
    for (const numbers of [kinds, starts, ends]) numbers.copyWithin(to, first, end);
    const last = to + end - first;
    if (shift !== 0)
      for (let slot = to; slot < last; slot++) {
        starts[slot] = (starts[slot] ?? 0) + shift;
        ends[slot] = (ends[slot] ?? 0) + shift;
      }
    this.markMoved(first, end, to - first);
  }

  /** Marks the pages that slots were moved to: those from pages of simple values need no look. */
  private markMoved(first: number, end: number, distance: number): void {
    let slot = first;
    while (slot < end) {
      const page = slot >> PAGE_BITS;
      const next = Math.min(end, (page + 1) << PAGE_BITS);
      if (this.mixed[page] !== 0) this.markMixed(slot + distance, next + distance);
      slot = next;
    }
  }

  private grow(): void {
    const { head, tail } = this;
    const capacity = Math.max(16, this.kinds.length * 2);
    this.tail = capacity - (this.kinds.length - tail);
    this.kinds = enlarged(this.kinds, new Uint8Array(capacity), head, tail);
    this.starts = enlarged(this.starts, new Int32Array(capacity), head, tail);
    this.ends = enlarged(this.ends, new Int32Array(capacity), head, tail);
    const mixed = new Uint8Array(pages(capacity));
    mixed.set(this.mixed);
    this.mixed = mixed;
    this.markMixed(this.tail, capacity);
  }

  private markMixed(first: number, end: number): void {
    const { kinds, mixed } = this;
    for (let slot = first; slot < end; slot++)
      if (!isSimpleValue((kinds[slot] ?? 0) & KIND)) mixed[slot >> PAGE_BITS] = 1;
  }
}

function addLineStarts(
  kinds: Uint8Array,
  first: number,
  end: number,
  origin: number,
  found: GrowingNumbers,
): void {
  for (let slot = first; slot < end; slot++)
    if (((kinds[slot] ?? 0) & LINE_START) !== 0) found.add(slot - origin);
}

/** Whether it is a value that stands within its line. */
function isSimpleValue(kind: number): boolean {
  return isBetween(kind, TokenKind.bare, TokenKind.tripleQuoted);
}

function pages(capacity: number): number {
  return (capacity >> PAGE_BITS) + 1;
}

/** In one buffer: each takes longer to make than twenty tokens to read. */
function arrays(capacity: number): {
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  mixed: Uint8Array;
} {
  const buffer = new ArrayBuffer(9 * capacity + pages(capacity));
  return {
    starts: new Int32Array(buffer, 0, capacity),
    ends: new Int32Array(buffer, 4 * capacity, capacity),
    kinds: new Uint8Array(buffer, 8 * capacity, capacity),
    mixed: new Uint8Array(buffer, 9 * capacity),
  };
}

function isBetween(kind: number, least: number, limit: number): boolean {
  return kind >= least && kind < limit;
}

/** The old numbers up to `head` at the start, those from `tail` on at the end. */
function enlarged<Numbers extends Uint8Array | Int32Array>(
  old: Numbers,
  larger: Numbers,
  head: number,
  tail: number,
): Numbers {
  larger.set(old.subarray(0, head));
  larger.set(old.subarray(tail), larger.length - (old.length - tail));
  return larger;
}

/** The tokens of a file. Comments stand apart, so that the values of a loop follow each other without a gap. */
export interface TokenTable {
  readonly tokens: Stretches;
  readonly comments: Stretches;
}
