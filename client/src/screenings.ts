import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import {
  CancellationTokenSource,
  Disposable,
  EventEmitter,
  ProgressLocation,
  window,
  type Memento,
} from "vscode";
import { duration } from "../../server/src/protocol/duration";
import {
  closeScreeningMethod,
  startScreeningMethod,
  type ScreeningOutcome,
  type ScreeningProgress,
} from "../../server/src/protocol/screening";
import type { LanguageServer } from "./languageServer";
import { screeningBarriers, screeningLimits } from "./screeningSettings";

/** What was screened, and where the results are. */
export interface Screening {
  /** Path of the result file. */
  readonly file: string;
  /** Paths of what was screened. */
  readonly paths: readonly string[];
  /** Path of the user's table of E_hull and E_g. */
  readonly table?: string;
  /** Numbers of its jobs, where Slurm screens. */
  readonly jobs?: { readonly arrays: readonly string[]; readonly merge: string };
}

export interface RunningScreening {
  /** Under which the server knows it. */
  readonly id: string;
  readonly progress: ScreeningProgress | null;
}

interface Run extends RunningScreening {
  progress: ScreeningProgress | null;
  readonly cancellation: CancellationTokenSource;
}

const memoryKey = "superion.screenings";
const mostRemembered = 30;

/** The screenings of this workspace: starts and cancels them, and remembers where their results are. */
export class Screenings implements Disposable {
  readonly #runs = new Map<string, Run>();
  readonly #outcomes = new Map<string, ScreeningOutcome>();
  readonly #changed = new EventEmitter<string>();
  readonly #progressed = new EventEmitter<{ readonly file: string; readonly progress: ScreeningProgress }>();
  readonly #listening: Disposable;

  /** A screening of this result file is remembered anew, or ended. */
  readonly onDidChange = this.#changed.event;
  readonly onDidProgress = this.#progressed.event;

  constructor(
    private readonly server: LanguageServer,
    private readonly memory: Memento,
  ) {
    this.#listening = server.onDidProgressScreening((progress) => {
      for (const [file, run] of this.#runs)
        if (run.id === progress.id) {
          run.progress = progress;
          this.#progressed.fire({ file, progress });
        }
    });
  }

  /** The latest first. */
  get past(): readonly Screening[] {
    return this.memory.get<readonly Screening[]>(memoryKey, []);
  }

  running(file: string): RunningScreening | undefined {
    return this.#runs.get(file);
  }

  /** How the last screening of this file ended in this window. */
  outcome(file: string): ScreeningOutcome | undefined {
    return this.#outcomes.get(file);
  }

  cancel(file: string): void {
    this.#runs.get(file)?.cancellation.cancel();
  }

  /** Screens, with a notification of its progress that can cancel it. With `resume` only what is new or changed is done. */
  async run(screening: Screening, resume: boolean): Promise<ScreeningOutcome> {
    const { file, paths, table } = screening;
    if (this.#runs.has(file)) throw new Error(`A screening into ${file} is running already.`);
    const run: Run = { id: randomUUID(), progress: null, cancellation: new CancellationTokenSource() };
    this.#runs.set(file, run);
    await this.remember(screening);
    try {
      const own = table === undefined ? {} : { table };
      const barriers = screeningBarriers();
      const params = { id: run.id, paths, output: file, resume, barriers, ...own, ...screeningLimits() };
      const outcome = await this.#withNotification(file, run, () =>
        this.server.request(startScreeningMethod, params, run.cancellation.token),
      );
      this.#outcomes.set(file, outcome);
      return outcome;
    } finally {
      run.cancellation.dispose();
      this.#runs.delete(file);
      this.#changed.fire(file);
      await this.server.notify(closeScreeningMethod, { id: run.id });
    }
  }

  async remember(screening: Screening): Promise<void> {
    const others = this.past.filter(({ file }) => file !== screening.file);
    await this.memory.update(memoryKey, [screening, ...others].slice(0, mostRemembered));
    this.#changed.fire(screening.file);
  }

  dispose(): void {
    for (const { cancellation } of this.#runs.values()) cancellation.cancel();
    Disposable.from(this.#listening, this.#changed, this.#progressed).dispose();
  }

  #withNotification<Result>(file: string, run: Run, work: () => Promise<Result>): Promise<Result> {
    const title = `Screening into ${basename(file)}`;
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    return Promise.resolve(
      window.withProgress(options, async (notification, token) => {
        token.onCancellationRequested(() => {
          run.cancellation.cancel();
        });
        let share = 0;
        const following = this.onDidProgress(({ file: of, progress }) => {
          if (of !== file) return;
          const now = progress.total ? (100 * progress.done) / progress.total : 0;
          notification.report({ message: progressText(progress), increment: Math.max(0, now - share) });
          share = Math.max(share, now);
        });
        try {
          return await work();
        } finally {
          following.dispose();
        }
      }),
    );
  }
}

function progressText({ state, done, total, secondsLeft, barriers }: ScreeningProgress): string {
  if (barriers) return `${barriers.done} of ${barriers.total} barriers`;
  if (state === "listing") return `${done} found`;
  if (state !== "running") return state;
  const counts = total === null ? `${done}` : `${done} of ${total}`;
  return secondsLeft === null ? counts : `${counts}, ${duration(secondsLeft)} left`;
}
