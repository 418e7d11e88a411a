import { Readable } from "node:stream";
import { decodeCif } from "../../cif/decode";
import { begunAhead } from "./begunAhead";
import { BlockSplitter, type BlockBytes } from "./blockSplitter";
import type { Chunks, Input, InputFile, InputProblem } from "./input";
import { inputFiles } from "./inputFiles";
import { belongsTo, type Shard } from "./shard";

/** A piece of a file that is screened by itself: one data block, but for files written in an odd way. */
export interface SourceBlock extends BlockBytes {
  readonly kind: "block";
  /** As {@link InputFile.file}. */
  readonly file: string;
  /** Whether it is all that the file holds. */
  readonly isWholeFile: boolean;
  /** Bytes of the input that are read when this block is done; counts up to the sum of the sizes of all inputs. */
  readonly bytesRead: number;
}

/** Longer data blocks are not read. */
export const mostBlockBytes = 50e6;
/** A file up to this size goes to one shard whole, so that the other shards need not read it. */
const largestUndivided = 1e6;

/** All blocks of what paths lead to, or those of a shard, with what cannot be read. Memory holds about a block. */
export async function* sourceBlocks(
  paths: readonly string[],
  shard?: Shard,
): AsyncGenerator<SourceBlock | InputProblem, void, undefined> {
  let bytesRead = 0;
  const inputs = begunAhead(inputFiles(paths), (input) => openOfShard(input, shard), close);
  for await (const [input, chunks] of inputs) {
    if (input.kind === "problem") yield input;
    else {
      yield* ofShard(input, chunks, shard, bytesRead);
      bytesRead += input.size ?? 0;
    }
  }
}

/** The bytes of a file, where it has something for the shard. */
async function openOfShard(input: Input, shard: Shard | undefined): Promise<Chunks | undefined> {
  if (input.kind === "problem" || (shard && isUndivided(input) && !belongsTo(shard, input.place)))
    return undefined;
  return input.open();
}

function close(chunks: Chunks | undefined): void {
  if (chunks instanceof Readable) chunks.destroy();
}

const isUndivided = ({ size }: InputFile) => size !== undefined && size <= largestUndivided;

async function* ofShard(
  input: InputFile,
  chunks: Promise<Chunks | undefined>,
  shard: Shard | undefined,
  bytesRead: number,
): AsyncGenerator<SourceBlock | InputProblem, void, undefined> {
  let number = 0;
  for await (const block of blocksOf(input.file, chunks, bytesRead))
    if (!shard || isUndivided(input) || belongsTo(shard, `${input.place} ${number++}`)) yield block;
}

async function* blocksOf(
  file: string,
  opened: Promise<Chunks | undefined>,
  bytesBefore: number,
): AsyncGenerator<SourceBlock | InputProblem, void, undefined> {
  let [count, bytesRead] = [0, bytesBefore];
  const source = (block: BlockBytes, isWholeFile: boolean): SourceBlock => {
    bytesRead += block.bytes.length;
    return { kind: "block", file, ...block, isWholeFile, bytesRead };
  };
  // A block waits for the next, so that it is known whether it is the only one.
  let held: BlockBytes | undefined;
  try {
    const chunks = await opened;
    if (!chunks) return;
    for await (const block of splitBlocks(chunks)) {
      if (held) yield source(held, false);
      held = block;
      count++;
    }
    yield source(held ?? { bytes: new Uint8Array(), isTooLong: false }, count <= 1);
  } catch (error) {
    if (held) yield source(held, false);
    const reason = error instanceof Error ? error.message : String(error);
    yield { kind: "problem", file, message: `This file cannot be read: ${reason}` };
  }
}

async function* splitBlocks(chunks: Chunks): AsyncGenerator<BlockBytes, void, undefined> {
  const splitter = new BlockSplitter(mostBlockBytes);
  const wide: Uint8Array[] = [];
  let isFirst = true;
  for await (const chunk of chunks) {
    if ((isFirst && isUtf16(chunk)) || wide.length > 0) wide.push(chunk);
    else yield* splitter.push(chunk);
    isFirst = false;
  }
  if (wide.length > 0) yield* splitter.push(Buffer.from(decodeCif(Buffer.concat(wide)).text));
  yield* splitter.end();
}

/** UTF-16 is decoded whole: it is rare, and its line ends are no bytes. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
