import { createHash } from "node:crypto";
import type { ScreeningHeader, ScreeningOutcome, ScreeningSummary } from "../protocol/screening";
import { BarrierPass, type RowPiece } from "./barrierPass";
import { groupDuplicates } from "./grouping";
import { Journal, type EntryPlace, type Grouping, type JournalEntry } from "./journal";
import { encoderOf, type ResultFormat } from "./resultFiles/resultFormat";
import { encoded, writeWhole } from "./resultFiles/writeResult";
import { resultRows } from "./resultFiles/resultRows";
import { ScreeningList } from "./screeningList";
import { allowMore, type PoolLimits, type ScreeningPool } from "./screeningPool";
import { ProgressMeter, type ProgressReport } from "./screeningProgress";
import type { ScreeningTable } from "./screeningTable";
import { hashOf, type HashedBlock } from "./sources/hashedBlock";
import { inputFiles } from "./sources/inputFiles";
import type { InputProblem } from "./sources/input";
import type { Shard } from "./sources/shard";
import { sourceBlocks, type SourceBlock } from "./sources/sourceBlocks";

/** What is to be screened, and what becomes of it. */
export interface ScreeningPlan {
  readonly paths: readonly string[];
  readonly shard?: Shard | undefined;
  readonly header: ScreeningHeader;
  readonly limits: PoolLimits;
  readonly table?: ScreeningTable | undefined;
  /** Rows of highest P_SI whose barriers are computed; none if absent. */
  readonly barriers?: number | undefined;
  /** Where rows are kept as they come. */
  readonly journal: string;
  /** Whether to go on from what the journal holds. */
  readonly resume: boolean;
  /** The result file; absent where the list is wanted in memory alone. */
  readonly output?: { readonly path: string; readonly format: ResultFormat } | undefined;
}

/** Blocks and bytes that go to a thread at once. */
const batchLimit = { blocks: 16, bytes: 1e6 };
/** Inputs of which is told why they cannot be read. */
const mostProblems = 100;

/** One screening from paths to a ranked list. The rows that `list` holds are on disk too. */
export class Screening {
  readonly list: ScreeningList;
  private readonly meter = new ProgressMeter(() => performance.now());
  private readonly started = performance.now();
  private readonly problems: InputProblem[] = [];
  private readonly known = new Map<string, EntryPlace>();
  private readonly running = new Set<Promise<void>>();
  private readonly stop = new AbortController();
  /** Of the rows. */
  private readonly pieces: RowPiece[] = [];
  private readonly barriers: BarrierPass;
  private grouping: Grouping | undefined;
  private kept = 0;
  private isReadToEnd = false;
  private failure: string | undefined;

  constructor(
    private readonly plan: ScreeningPlan,
    private readonly pool: ScreeningPool,
    private readonly tell: (progress: ProgressReport) => void,
  ) {
    this.list = new ScreeningList(plan.table);
    this.barriers = new BarrierPass(this.list, this.pieces, plan.limits);
  }

  /** Never rejects for what a disk or an input does: that is an outcome. */
  async run(signal: AbortSignal): Promise<ScreeningOutcome> {
    signal.addEventListener("abort", () => {
      this.stop.abort();
    });
    if (signal.aborted) this.stop.abort();
    try {
      const journal = await this.openJournal();
      void this.countInputs();
      await this.screenAll(journal);
      if (this.failure === undefined && !signal.aborted) await this.finish(journal);
      await journal.close();
    } catch (error) {
      this.failure ??= inWords(error);
    }
    this.stop.abort();
    if (this.failure !== undefined) return { kind: "refused", reason: this.failure };
    return { kind: signal.aborted ? "cancelled" : "finished", summary: this.summary() };
  }

  private async openJournal(): Promise<Journal> {
    const { journal, resume, header, limits } = this.plan;
    const key = JSON.stringify([header.version, header.model]);
    if (!resume) return Journal.begin(journal, key);
    return Journal.resume(journal, key, {
      entry: ({ hash, given = limits }, place) => {
        // What was given up may go well with more time or memory.
        if (allowMore(limits, given)) this.known.delete(hash);
        else this.known.set(hash, place);
      },
      grouping: (grouping) => {
        this.grouping = grouping;
      },
      barrier: (barrier) => {
        this.barriers.remember(barrier);
      },
    });
  }

  private async countInputs(): Promise<void> {
    let total = 0;
    for await (const input of inputFiles(this.plan.paths)) {
      if (this.stop.signal.aborted) return;
      total += input.kind === "file" ? (input.size ?? Infinity) : 0;
    }
    this.meter.totalBytes = total;
  }

  private async screenAll(journal: Journal): Promise<void> {
    const { paths, shard } = this.plan;
    this.meter.state = "running";
    let batch: HashedBlock[] = [];
    for await (const source of sourceBlocks(paths, shard)) {
      if (this.stop.signal.aborted) break;
      if (source.kind === "problem") this.problems.push(source);
      else batch = await this.take(source, batch, journal);
    }
    this.isReadToEnd = !this.stop.signal.aborted;
    await this.dispatch(batch, journal);
    await Promise.all(this.running);
    this.report();
  }

  /** Keeps what is known; else lays it to the batch, which goes to a thread when it is full. */
  private async take(source: SourceBlock, batch: HashedBlock[], journal: Journal): Promise<HashedBlock[]> {
    this.meter.bytesRead = source.bytesRead;
    const hash = hashOf(source);
    const place = this.known.get(hash);
    if (place) {
      await this.keep(source.file, hash, place, journal);
      return batch;
    }
    this.meter.bytesInWork += source.bytes.length;
    batch.push({ source, hash });
    const bytes = batch.reduce((sum, block) => sum + block.source.bytes.length, 0);
    if (batch.length < batchLimit.blocks && bytes < batchLimit.bytes) return batch;
    await this.dispatch(batch, journal);
    return [];
  }

  private async keep(file: string, hash: string, place: EntryPlace, journal: Journal): Promise<void> {
    const { offset, length } = place;
    const rows = Array.from({ length: place.rows }, (_, part) => journal.rows.read({ offset, length, part }));
    // A text that has moved is noted under its new name.
    const kept = place.file === file ? place : await journal.add({ hash, file, rows });
    this.add({ hash, file, rows }, kept, journal);
    this.kept += rows.length;
    if (this.kept % 200 === 0) this.report();
  }

  private async dispatch(batch: readonly HashedBlock[], journal: Journal): Promise<void> {
    if (batch.length === 0 || this.stop.signal.aborted) return;
    await this.pool.free();
    const work = this.screen(batch, journal)
      .catch((error: unknown) => {
        this.failure ??= inWords(error);
        this.stop.abort();
      })
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  private async screen(batch: readonly HashedBlock[], journal: Journal): Promise<void> {
    const results = await this.pool.screen(
      batch.map(({ source: { bytes, isTooLong, isWholeFile } }) => ({ bytes, isTooLong, isWholeFile })),
      this.stop.signal,
    );
    if (!results) return;
    const entries = batch.map(({ source: { file }, hash }, k): JournalEntry => {
      const rows = results[k] ?? [];
      const given = rows.some(({ isGivenUp }) => isGivenUp) ? { given: this.plan.limits } : {};
      return { hash, file, rows, ...given };
    });
    const places = await journal.addAll(entries);
    for (const [k, entry] of entries.entries()) {
      const place = places[k];
      if (place) this.add(entry, place, journal);
      this.meter.bytesInWork -= batch[k]?.source.bytes.length ?? 0;
    }
    this.report();
  }

  private add({ hash, file, rows }: JournalEntry, { offset, length }: EntryPlace, journal: Journal): void {
    rows.forEach((row, part) => {
      this.pieces.push({ hash, part });
      this.list.add(row, file, journal.rows, { offset, length, part });
    });
  }

  private async finish(journal: Journal): Promise<void> {
    const { list, plan } = this;
    const ranking = list.ranking();
    this.report("grouping");
    list.setRanks(ranking);
    await this.group(ranking, journal);
    if (this.stop.signal.aborted) return;
    this.barriers.fill();
    await this.write(ranking);
    const best = this.barriers.missing(ranking.subarray(0, plan.barriers ?? 0));
    const predicted = best.filter((index) => !Number.isNaN(list.number(index, "pSi")));
    if (predicted.length === 0) return;
    await this.addBarriers(predicted, journal);
    await this.write(ranking);
  }

  private async write(ranking: Uint32Array): Promise<void> {
    const { output, header } = this.plan;
    if (!output) return;
    this.report("writing");
    const rows = resultRows(this.list, ranking, header.shard !== null);
    await writeWhole(output.path, encoded(encoderOf(output.format), header, rows));
  }

  private async addBarriers(indices: readonly number[], journal: Journal): Promise<void> {
    this.meter.state = "barriers";
    await this.barriers.compute(indices, {
      pool: this.pool,
      signal: this.stop.signal,
      keep: (barrier) => journal.addBarrier(barrier),
      tell: (barriers) => {
        this.tell({ ...this.progress(), barriers });
      },
    });
  }

  /** Finds duplicates, or takes those of an earlier run where the rows are the same. */
  private async group(ranking: Uint32Array, journal: Journal): Promise<void> {
    const { list, grouping } = this;
    const hash = createHash("sha256");
    for (const index of ranking)
      hash.update(`${this.pieces[index]?.hash ?? ""} ${list.text(index, "block")}\n`);
    const grouped = hash.digest("base64url");
    if (grouping?.grouped === grouped) {
      const firsts = new Int32Array(list.count);
      ranking.forEach((index, place) => (firsts[index] = ranking[grouping.firsts[place] ?? place] ?? index));
      list.setDuplicates(firsts);
      return;
    }
    const firsts = await groupDuplicates(list, ranking, this.pool, this.stop.signal);
    list.setDuplicates(firsts);
    const places = new Uint32Array(list.count);
    ranking.forEach((index, place) => (places[index] = place));
    const inOrder = Array.from(ranking, (index) => places[firsts[index] ?? index] ?? 0);
    await journal.addGrouping({ grouped, firsts: inOrder });
  }

  private report(state: ProgressReport["state"] = this.meter.state): void {
    this.meter.state = state;
    this.tell(this.progress());
  }

  private progress(): ProgressReport {
    return this.meter.report(this.list.count, this.list.count - this.kept, this.isReadToEnd);
  }

  private summary(): ScreeningSummary {
    return {
      rows: this.list.count,
      kept: this.kept,
      without: this.list.slice("pSi", 0).filter(Number.isNaN).length,
      problems: this.problems.slice(0, mostProblems).map(({ file, message }) => ({ file, message })),
      seconds: (performance.now() - this.started) / 1000,
    };
  }
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && error.code === "ENOSPC" ? `The disk is full (${error.message}).` : error.message;
}
