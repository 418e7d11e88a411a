import { duration } from "../protocol/duration";
import type { ProgressReport } from "../screening/screeningProgress";

/** Milliseconds between two messages: on a terminal, where a line is overwritten, and in a log. */
const intervals = { terminal: 200, log: 10_000 };

/** Tells on standard error how far a screening is. */
export class ScreeningTicker {
  private shown = performance.now();
  private width = 0;

  private constructor(private readonly isTerminal: boolean) {}

  static forTerminal(): ScreeningTicker {
    return new ScreeningTicker(process.stderr.isTTY);
  }

  readonly tell = (progress: ProgressReport): void => {
    const now = performance.now();
    if (now - this.shown < (this.isTerminal ? intervals.terminal : intervals.log)) return;
    this.shown = now;
    const line = describe(progress);
    const erased = " ".repeat(Math.max(0, this.width - line.length));
    process.stderr.write(this.isTerminal ? `\r${line}${erased}` : `${line}\n`);
    this.width = line.length;
  };

  /** What a worker says. */
  readonly log = (line: string): void => {
    this.end();
    process.stderr.write(`${line}\n`);
  };

  /** Leaves the line. */
  end(): void {
    if (this.isTerminal && this.width > 0) process.stderr.write(`\r${" ".repeat(this.width)}\r`);
    this.width = 0;
  }
}

function describe({ state, done, total, rate, secondsLeft, barriers }: ProgressReport): string {
  if (barriers) return `${done} data blocks, ${barriers.done} of ${barriers.total} barriers`;
  if (state === "grouping") return `${done} data blocks, looking for duplicates`;
  if (state === "writing") return `${done} data blocks, writing`;
  const of = total === null ? "" : ` of ${total > done ? "about " : ""}${total}`;
  const speed = rate === null ? "" : `, ${rate.toFixed(0)} a second`;
  const left = secondsLeft === null ? "" : `, ${duration(Math.round(secondsLeft))} left`;
  return `${done}${of} data blocks${speed}${left}`;
}
