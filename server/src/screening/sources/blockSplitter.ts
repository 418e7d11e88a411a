/** Bytes that hold one data block, or more where several headers share a line. */
export interface BlockBytes {
  readonly bytes: Uint8Array;
  /** Whether it is longer than what is read; `bytes` holds its beginning. */
  readonly isTooLong: boolean;
}

const [lineFeed, tab, space, semicolon] = [0x0a, 0x09, 0x20, 0x3b];
const byteOrderMark = [0xef, 0xbb, 0xbf];
const magicCode = Buffer.from("#\\#CIF_2.0");
/** Bytes of a block that is too long that are kept to tell which it was. */
const beginningKept = 4096;

/**
 * Cuts a CIF into data blocks as its bytes come, without reading it: at lines that begin with `data_` outside of text
 * fields. Joined, the blocks are the file; later blocks of a CIF 2.0 begin with its magic code again. Memory holds one block.
 */
export class BlockSplitter {
  private pending: Buffer = Buffer.alloc(0);
  /** Where in `pending` the line begins that is looked at next. */
  private line = 0;
  private isInText = false;
  private hasHeader = false;
  private isTooLong = false;
  /** What goes before every block but the first; `undefined` until there was one. */
  private prefix: Buffer | undefined;

  /** @param mostBytes of a block: of a longer one the rest is dropped. */
  constructor(private readonly mostBytes: number) {}

  /** The blocks that these bytes complete. */
  push(bytes: Uint8Array): BlockBytes[] {
    this.pending = Buffer.concat([this.pending, bytes]);
    const blocks: BlockBytes[] = [];
    while (this.pending.includes(lineFeed, this.line)) {
      if (this.lineIsHeader()) blocks.push(...this.cut());
      this.line = this.pending.indexOf(lineFeed, this.line) + 1;
    }
    if (this.pending.length > this.mostBytes) this.dropSurplus();
    return blocks;
  }

  /** What is left when no more bytes come. */
  end(): BlockBytes[] {
    const blocks = this.lineIsHeader() ? this.cut() : [];
    return this.pending.length > 0 ? [...blocks, this.take(this.pending.length)] : blocks;
  }

  /** To be asked once a line: keeps account of text fields. */
  private lineIsHeader(): boolean {
    const { pending } = this;
    let at = this.line;
    if (pending[at] === semicolon) this.isInText = !this.isInText;
    if (this.isInText) return false;
    if (byteOrderMark.every((byte, k) => pending[at + k] === byte)) at += byteOrderMark.length;
    while (pending[at] === space || pending[at] === tab) at++;
    return /^data_/i.test(pending.toString("latin1", at, at + 5));
  }

  /** Ends the block before this line, if there was one: what stands before the first header belongs to its block. */
  private cut(): BlockBytes[] {
    const hadHeader = this.hasHeader;
    this.hasHeader = true;
    return hadHeader ? [this.take(this.line)] : [];
  }

  private take(length: number): BlockBytes {
    const { isTooLong, prefix } = this;
    const taken = this.pending.subarray(0, length);
    this.pending = this.pending.subarray(length);
    this.line = 0;
    this.isTooLong = false;
    const isVersion2 = [0, byteOrderMark.length].includes(taken.indexOf(magicCode));
    this.prefix ??= isVersion2 ? Buffer.concat([magicCode, Buffer.from("\n")]) : Buffer.alloc(0);
    // Memory of its own: what goes to another thread takes all along that it lies in.
    const bytes = new Uint8Array((prefix?.length ?? 0) + taken.length);
    bytes.set(prefix ?? []);
    bytes.set(taken, prefix?.length ?? 0);
    return { bytes, isTooLong };
  }

  private dropSurplus(): void {
    const beginning = this.pending.subarray(0, Math.min(this.line, beginningKept));
    const rest = this.pending.subarray(this.line);
    // A line beyond all measure is dropped with its block.
    this.pending = rest.length > this.mostBytes ? beginning : Buffer.concat([beginning, rest]);
    this.line = beginning.length;
    this.isTooLong = true;
  }
}
