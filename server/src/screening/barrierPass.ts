import type { ScreeningBarrier } from "../protocol/screening";
import type { JournalBarrier } from "./journal";
import type { ScreeningList } from "./screeningList";
import { allowMore, type PoolLimits, type ScreeningPool } from "./screeningPool";
import { blocksAgain } from "./sources/blocksAgain";
import type { HashedBlock } from "./sources/hashedBlock";

/** Where a row comes from. */
export interface RowPiece {
  /** Of the text of its piece of a file. */
  readonly hash: string;
  /** Which of the rows of that piece. */
  readonly part: number;
}

/** What a pass works with. */
export interface BarrierMeans {
  readonly pool: Pick<ScreeningPool, "free" | "barrier">;
  readonly keep: (barrier: JournalBarrier) => Promise<void>;
  readonly tell: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal: AbortSignal;
}

const gone: ScreeningBarrier = {
  activationEnergy: null,
  reason: "The data block cannot be read again: it is not in a file, or the file has changed.",
};

/** The second pass over a ranked list: what lithium has to overcome in its best rows. */
export class BarrierPass {
  private readonly known = new Map<string, ScreeningBarrier>();
  private readonly failures: unknown[] = [];

  /** @param pieces of the rows of the list, which grow with it. */
  constructor(
    private readonly list: ScreeningList,
    private readonly pieces: readonly RowPiece[],
    private readonly limits: PoolLimits,
  ) {}

  /** Takes what an earlier run found. What it gave up may go well with more time or memory. */
  remember({ barrierOf, part, barrier, given }: JournalBarrier): void {
    const key = keyOf({ hash: barrierOf, part });
    if (given && allowMore(this.limits, given)) this.known.delete(key);
    else this.known.set(key, barrier);
  }

  /** Gives all rows what is known of them. */
  fill(): void {
    if (this.known.size === 0) return;
    this.pieces.forEach((piece, index) => {
      const barrier = this.known.get(keyOf(piece));
      if (barrier) this.list.setBarrier(index, barrier);
    });
  }

  /** The rows of these whose barriers are not known. */
  missing(indices: Iterable<number>): number[] {
    return [...indices].filter((index) => {
      const piece = this.pieces[index];
      return piece !== undefined && !this.known.has(keyOf(piece));
    });
  }

  /**
   * Computes the barriers of rows; where it is cancelled those that are done are known.
   *
   * @throws Error where they cannot be kept.
   */
  async compute(indices: readonly number[], means: BarrierMeans): Promise<void> {
    const wanted = this.partsByHash(indices);
    const total = [...wanted.values()].reduce((sum, parts) => sum + parts.size, 0);
    let done = 0;
    means.tell({ done, total });
    const tellOne = () => {
      means.tell({ done: ++done, total });
    };
    const files = indices.map((index) => this.list.text(index, "file"));
    const running: Promise<void>[] = [];
    for await (const block of blocksAgain(files, wanted.keys())) {
      if (means.signal.aborted || this.failures.length > 0) break;
      for (const part of wanted.get(block.hash) ?? []) {
        await means.pool.free();
        running.push(this.one(block, part, means, tellOne));
      }
    }
    await Promise.all(running);
    if (this.failures.length > 0) throw this.failures[0];
    if (!means.signal.aborted) this.giveUpMissing(indices);
    this.fill();
  }

  private partsByHash(indices: readonly number[]): Map<string, Set<number>> {
    const parts = new Map<string, Set<number>>();
    for (const index of indices) {
      const piece = this.pieces[index];
      if (piece) parts.set(piece.hash, (parts.get(piece.hash) ?? new Set()).add(piece.part));
    }
    return parts;
  }

  /** Never rejects. */
  private async one(
    { source: { bytes, isTooLong, isWholeFile }, hash }: HashedBlock,
    part: number,
    { pool, keep, signal }: BarrierMeans,
    tellOne: () => void,
  ): Promise<void> {
    try {
      const found = await pool.barrier({ bytes, isTooLong, isWholeFile }, part, signal);
      if (!found) return;
      const { barrier, isGivenUp } = found;
      await keep({ barrierOf: hash, part, barrier, ...(isGivenUp ? { given: this.limits } : {}) });
      this.known.set(keyOf({ hash, part }), barrier);
      tellOne();
    } catch (error) {
      this.failures.push(error);
    }
  }

  /** Not kept: the next run may find them. */
  private giveUpMissing(indices: readonly number[]): void {
    for (const index of this.missing(indices)) this.list.setBarrier(index, gone);
  }
}

function keyOf({ hash, part }: RowPiece): string {
  return `${hash} ${part}`;
}
