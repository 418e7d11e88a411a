import type { Severity } from "../problem";
import type { ProblemList } from "./problemList";

/** More points than any spectrum or series of spectra holds. */
export const mostPoints = 100_000;
/** Behind that many rows that are none, nothing more is looked for. */
const mostUnreadable = 1000;

/** Points as they come, of all sweeps. */
export class Points {
  readonly frequencies: number[] = [];
  readonly zRe: number[] = [];
  readonly zIm: number[] = [];
  /** Degrees Celsius, NaN where not told. */
  readonly temperatures: number[] = [];
  /** Rows of data before each point, counting those that gave none. */
  readonly rows: number[] = [];
  /** Indices of points that begin a sweep because the file says so. */
  readonly starts: number[] = [];
  private rowCount = 0;
  private unreadable = 0;

  constructor(private readonly problems: ProblemList) {}

  get count(): number {
    return this.frequencies.length;
  }

  /** Whether to stop reading. */
  get isFull(): boolean {
    return this.count >= mostPoints || this.unreadable >= mostUnreadable;
  }

  beginLoop(): void {
    if (this.count > 0 && this.starts.at(-1) !== this.count) this.starts.push(this.count);
  }

  /** A row of data; frequencies of zero are direct current, and what is not finite is no point. Line `null` in binary files. */
  add(frequency: number, zRe: number, zIm: number, temperature: number, line: number | null): void {
    const row = this.rowCount;
    this.rowCount += 1;
    const reason = whyNoPoint(frequency, zRe, zIm);
    if (reason) {
      this.problems.tellOfRow(reason.code, reason.severity, reason.wording, { line });
      return;
    }
    this.frequencies.push(frequency);
    // Adding 0 turns -0 into 0.
    this.zRe.push(zRe + 0);
    this.zIm.push(zIm + 0);
    this.temperatures.push(temperature);
    this.rows.push(row);
  }

  /** A row that could not be read at all counts among the rows of data. */
  skipRow(line: number): void {
    this.rowCount += 1;
    this.unreadable += 1;
    if (this.unreadable === mostUnreadable)
      this.problems.tell("reading-stopped", "warning", readingStopped, { line });
  }
}

interface Reason {
  readonly code: string;
  readonly severity: Severity;
  readonly wording: (rows: number) => string;
}

function whyNoPoint(frequency: number, zRe: number, zIm: number): Reason | undefined {
  if (frequency === 0) return { code: "zero-frequency", severity: "information", wording: zeroFrequency };
  if (![frequency, zRe, zIm].every(Number.isFinite))
    return { code: "not-a-number", severity: "warning", wording: notANumber };
  if (frequency < 0) return { code: "negative-frequency", severity: "warning", wording: negativeFrequency };
  return undefined;
}

const readingStopped = `${mostUnreadable} rows are unreadable: nothing behind this one is read.`;
const zeroFrequency = (rows: number): string =>
  `${rows === 1 ? "A row" : `${rows} rows`} with frequency 0 left out: direct current, no impedance.`;
const notANumber = (rows: number): string =>
  `${rows === 1 ? "A row" : `${rows} rows`} left out where the instrument gives no number (NaN, overload).`;
const negativeFrequency = (rows: number): string =>
  `${rows === 1 ? "A row" : `${rows} rows`} with a negative frequency left out.`;
