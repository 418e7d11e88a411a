import { duration } from "../protocol/duration";
import type { TrainingProgress } from "../protocol/training";

/** Tells on standard error how far long work is, with the time left: in one line that is overwritten, or in JSON. */
export class Progress {
  private readonly begun = Date.now();
  private shown = 0;

  constructor(
    private readonly work: string,
    private readonly form: "line" | "json" | "none",
  ) {}

  static forTerminal(work: string, json: boolean): Progress {
    return new Progress(work, json ? "json" : process.stderr.isTTY ? "line" : "none");
  }

  /** @param share 0 to 1. */
  readonly tell = (share: number): void => {
    const now = Date.now();
    if (now - this.shown < leastInterval && share < 1) return;
    this.shown = now;
    const secondsLeft = share > 0.02 ? Math.round(((now - this.begun) / 1000) * (1 / share - 1)) : null;
    const message: TrainingProgress = { share: Number(share.toFixed(4)), secondsLeft };
    if (this.form === "json") process.stderr.write(`${JSON.stringify(message)}\n`);
    if (this.form === "line") process.stderr.write(`\r${this.line(message)}${share < 1 ? "" : "\n"}`);
  };

  private line({ share, secondsLeft }: TrainingProgress): string {
    const left = secondsLeft === null ? "" : `, ${duration(secondsLeft)} left`;
    return `${this.work}: ${(100 * share).toFixed(0)} %${left}`.padEnd(60);
  }
}

/** Milliseconds between two messages. */
const leastInterval = 200;

/** Aborted by Ctrl-C; a second one ends the process at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => {
    controller.abort();
  });
  return controller.signal;
}

/** What a shell expects of a process that Ctrl-C ended. */
export const interruptedExit = 130;
