import { CARRIAGE_RETURN, LINE_FEED } from "./characterCodes";
import { GrowingNumbers } from "./growingNumbers";
import { lastUpTo } from "./lastUpTo";
import { LineBytes } from "./lineBytes";

/** Turns offsets into lines and columns. Lines end with LF, CR LF, or CR. */
export class LineIndex {
  private readonly starts: Int32Array;

  constructor(text: string) {
    this.starts = lineStarts(text);
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
    const line = lastUpTo(this.starts, offset);
    return { line, column: offset - this.start(line) };
  }
}

function lineStarts(text: string): Int32Array {
  const starts = new GrowingNumbers();
  const lines = new LineBytes(text);
  starts.add(0);
  for (let at = 0; at < text.length; at = lines.end) {
    lines.moveTo(at);
    const { bytes, start, end } = lines;
    for (let place = start; place < end; place++) {
      const code = bytes[place - start] ?? 0;
      if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(place + 1) !== LINE_FEED))
        starts.add(place + 1);
    }
  }
  lines.release();
  return starts.taken();
}
