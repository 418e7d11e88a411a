import type { ScreeningProgress } from "../protocol/screening";

type State = ScreeningProgress["state"];
/** Where a screening stands. */
export type ProgressReport = Omit<ScreeningProgress, "id">;

/** Milliseconds over which a rate is taken. */
const span = 10_000;

/** Keeps account of how far a screening is, how fast it goes and how long it will take. */
export class ProgressMeter {
  state: State = "listing";
  /** Bytes of all inputs; `undefined` while they are counted and where they cannot be told. */
  totalBytes: number | undefined;
  /** Bytes of the inputs that were read. */
  bytesRead = 0;
  /** Bytes that were read and wait for their rows. */
  bytesInWork = 0;
  private readonly marks: { readonly time: number; readonly done: number }[] = [];

  constructor(private readonly now: () => number) {}

  /** @param done rows; @param fresh those of them that were not kept from an earlier run. */
  report(done: number, fresh: number, isReadToEnd: boolean): ProgressReport {
    const time = this.now();
    this.marks.push({ time, done: fresh });
    while (this.marks.length > 2 && time - (this.marks[1]?.time ?? time) > span) this.marks.shift();
    const rate = this.rate();
    const total = isReadToEnd && this.bytesInWork === 0 ? done : this.estimate(done);
    const secondsLeft = rate && total !== null ? Math.max(0, (total - done) / rate) : null;
    return { state: this.state, done, total, rate, secondsLeft };
  }

  /** Rows a second; `null` while it is too early to tell, and while only what is known is gone through. */
  private rate(): number | null {
    const [first, last] = [this.marks[0], this.marks.at(-1)];
    if (!first || !last || last.time - first.time < 500 || last.done === first.done) return null;
    return (1000 * (last.done - first.done)) / (last.time - first.time);
  }

  private estimate(done: number): number | null {
    const share = (this.bytesRead - this.bytesInWork) / (this.totalBytes ?? Infinity);
    return share > 0.005 ? Math.round(done / Math.min(1, share)) : null;
  }
}
