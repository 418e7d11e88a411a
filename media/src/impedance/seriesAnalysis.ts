import type {
  AnalyseImpedanceParams,
  AnalyseImpedanceResult,
} from "../../../server/src/protocol/impedanceAnalysis";
import type { ImpedanceProgress } from "../../../server/src/protocol/impedanceSeries";
import type { ImpedanceHost } from "./useAnswers";

/** A spectrum, and how it is to be analysed. */
export interface AskedSpectrum {
  readonly id: string;
  /** Changes whenever the answer may change. */
  readonly key: string;
  readonly params: AnalyseImpedanceParams;
}

export interface AnsweredSpectrum {
  /** That of what was asked. */
  readonly key: string;
  readonly result: AnalyseImpedanceResult;
}

interface Run {
  readonly id: string;
  readonly spectra: readonly AskedSpectrum[];
  done: number;
}

/** Analyses in one request what has no answer yet or an old one, the selected spectrum first. */
export class SeriesAnalysis {
  readonly #answers = new Map<string, AnsweredSpectrum>();
  #asked: readonly AskedSpectrum[] = [];
  #selected: string | undefined;
  #run: Run | undefined;
  #isCancelled = false;

  constructor(
    private readonly host: Pick<ImpedanceHost, "request">,
    private readonly changed: () => void,
  ) {}

  /** Whether it was cancelled, and nothing runs. */
  get isPaused(): boolean {
    return this.#isCancelled && this.#run === undefined;
  }

  answer(id: string): AnsweredSpectrum | undefined {
    return this.#answers.get(id);
  }

  /** Once cancelled, only the selected spectrum is analysed until `resume`. */
  ask(asked: readonly AskedSpectrum[], selected: string | undefined): void {
    this.#asked = asked;
    this.#selected = selected;
    this.#go();
  }

  /** Ends at once; what was answered stays. */
  cancel(): void {
    this.#isCancelled = true;
    this.#end();
  }

  resume(): void {
    this.#isCancelled = false;
    this.#go();
  }

  /** Takes an answer; one to another series than that which runs is dropped. */
  take({ id, place, result }: ImpedanceProgress): void {
    const run = this.#run;
    const spectrum = run?.spectra[place];
    if (run?.id !== id || spectrum === undefined) return;
    this.#answers.set(spectrum.id, { key: spectrum.key, result });
    run.done = place + 1;
    this.changed();
  }

  #go(): void {
    const missing = this.#missing();
    const rest = this.#run?.spectra.slice(this.#run.done) ?? [];
    if (missing.length === rest.length && missing.every(({ key }, i) => key === rest[i]?.key)) return;
    if (missing.length > 0) this.#start(missing);
    else this.#end();
  }

  #missing(): AskedSpectrum[] {
    const old = this.#asked.filter(({ id, key }) => this.#answers.get(id)?.key !== key);
    const selected = old.filter(({ id }) => id === this.#selected);
    return this.#isCancelled ? selected : [...selected, ...old.filter(({ id }) => id !== this.#selected)];
  }

  /** The host ends the series before. */
  #start(spectra: readonly AskedSpectrum[]): void {
    const run: Run = { id: crypto.randomUUID(), spectra, done: 0 };
    this.#run = run;
    this.changed();
    const asked = { id: run.id, spectra: spectra.map(({ params }) => params) };
    this.host.request("analyseSeries", asked).then(
      () => {
        this.#finish(run, "The analysis ended before this spectrum.");
      },
      (error: unknown) => {
        this.#finish(run, error instanceof Error ? error.message : String(error));
      },
    );
  }

  #end(): void {
    this.#run = undefined;
    this.changed();
    this.host.request("cancelSeries", null).catch(console.warn);
  }

  #finish(run: Run, reason: string): void {
    if (this.#run !== run) return;
    for (const { id, key } of run.spectra.slice(run.done))
      this.#answers.set(id, { key, result: { kind: "refused", reason } });
    this.#run = undefined;
    this.changed();
  }
}
