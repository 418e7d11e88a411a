const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Turns offsets into lines and columns. Lines end with LF, CR LF, or CR. */
export class LineIndex {
  private readonly starts: Uint32Array;

  constructor(text: string) {
    const starts = [0];
    for (let at = nextLine(text, 0); at >= 0; at = nextLine(text, at)) starts.push(at);
    this.starts = Uint32Array.from(starts);
  }

  get lines(): number {
    return this.starts.length;
  }

  /** Where a line begins. */
  start(line: number): number {
    return this.starts[line] ?? 0;
  }

  /** Line and column, both from 0; columns count UTF-16 units. */
  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - (this.starts[low] ?? 0) };
  }
}

/** Where the line after the one of `offset` begins, or -1. */
function nextLine(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === LINE_FEED) return at + 1;
    if (character === CARRIAGE_RETURN) return text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
  }
  return -1;
}
