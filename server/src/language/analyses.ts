import { failure, type Failure } from "../screening/workerQueue";
import type { DocumentAnalysis } from "./analysis";
import { longestAnalysed } from "./documents";
import type { Server } from "./server";
import { oxidationStatesFor, silenced } from "./settings";
import type { Reply } from "./task";

/** What is known of one document. */
export interface AnalysisState {
  readonly version: number;
  /** Of this version; absent while it is computed. */
  readonly outcome: Outcome | undefined;
  /** The newest analysis there is, perhaps of an earlier version. */
  readonly newest: DocumentAnalysis | undefined;
  /** Resolves when the outcome is there or a newer version took its place. */
  readonly settled: Promise<void>;
}

export type Outcome = { readonly kind: "analysis"; readonly analysis: DocumentAnalysis } | Failure;

interface Entry extends AnalysisState {
  outcome: Outcome | undefined;
  newest: DocumentAnalysis | undefined;
  settled: Promise<void>;
  readonly abort: AbortController;
}

/** Hears when the analysis of a document begins, after the pause, and when its outcome is there. */
export interface AnalysisListener {
  readonly begun: (uri: string) => void;
  readonly finished: (uri: string) => void;
}

/** Milliseconds without an edit before a changed text is analysed. */
const pause = 150;

/** The analysis of each open document, begun when it opens or changes; a newer version cancels that of the older. */
export class Analyses {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly server: Pick<Server, "documents" | "run" | "settings" | "dictionaries">,
    private readonly listener: AnalysisListener,
  ) {}

  get(uri: string): AnalysisState | undefined {
    return this.entries.get(uri);
  }

  /** Begins to analyse this version of a document: at once, or a short pause after an edit. */
  begin(uri: string, version: number, edited: boolean): void {
    const before = this.entries.get(uri);
    before?.abort.abort();
    const abort = new AbortController();
    const entry: Entry = {
      version,
      outcome: undefined,
      newest: before?.newest,
      settled: Promise.resolve(),
      abort,
    };
    this.entries.set(uri, entry);
    entry.settled = this.analyse(uri, entry, edited ? pause : 0);
  }

  /**
   * The state after waiting for the outcome, at most so many milliseconds, across newer versions that come meanwhile.
   */
  async wait(uri: string, milliseconds: number): Promise<AnalysisState | undefined> {
    const end = performance.now() + milliseconds;
    for (;;) {
      const entry = this.entries.get(uri);
      const left = end - performance.now();
      if (!entry || entry.outcome || left <= 0) return entry;
      await Promise.race([entry.settled, sleep(left)]);
    }
  }

  end(uri: string): void {
    this.entries.get(uri)?.abort.abort();
    this.entries.delete(uri);
  }

  private async analyse(uri: string, entry: Entry, delay: number): Promise<void> {
    const { signal } = entry.abort;
    if (delay > 0) await sleep(delay, signal);
    const document = signal.aborted ? undefined : this.server.documents.get(uri);
    if (!document) return;
    this.listener.begun(uri);
    const tooLong = document.length > longestAnalysed;
    const settings = this.server.settings();
    const oxidationStates = oxidationStatesFor(settings, uri);
    const reply = tooLong
      ? nothing
      : await this.server.run(
          {
            kind: "analyse",
            text: document.text.getText(),
            oxidationStates,
            silenced: silenced(settings),
            dictionaries: this.server.dictionaries.list,
          },
          signal,
        );
    if (this.entries.get(uri) !== entry) return;
    entry.outcome = toOutcome(reply);
    if (entry.outcome.kind === "analysis") entry.newest = entry.outcome.analysis;
    this.listener.finished(uri);
  }
}

const nothing: Reply = { kind: "analysis", analysis: { blocks: [], problems: [], problemCount: 0 } };

function toOutcome(reply: Reply): Outcome {
  return reply.kind === "analysis" || reply.kind === "failed" ? reply : failure("error", "unexpected answer");
}

/** Ends early where the signal aborts. */
function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
