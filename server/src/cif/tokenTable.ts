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

/** Stretches of text in rising order, in arrays that grow as needed. */
export class Stretches {
  count = 0;
  kinds: Uint8Array;
  starts: Uint32Array;
  ends: Uint32Array;

  constructor(capacity: number) {
    this.kinds = new Uint8Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
  }

  add(kind: number, start: number, end: number): void {
    const index = this.count;
    if (index === this.kinds.length) this.grow();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.count = index + 1;
  }

  kind(index: number): number {
    return index < this.count ? (this.kinds[index] ?? 0) : 0;
  }

  start(index: number): number {
    return this.starts[index] ?? 0;
  }

  end(index: number): number {
    return this.ends[index] ?? 0;
  }

  private grow(): void {
    const capacity = this.kinds.length * 2;
    this.kinds = enlarged(this.kinds, new Uint8Array(capacity));
    this.starts = enlarged(this.starts, new Uint32Array(capacity));
    this.ends = enlarged(this.ends, new Uint32Array(capacity));
  }
}

function enlarged<Numbers extends Uint8Array | Uint32Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old);
  return larger;
}

/** The tokens of a file. Comments stand apart, so that the values of a loop follow each other without a gap. */
export interface TokenTable {
  readonly tokens: Stretches;
  readonly comments: Stretches;
}
