import { analyseSpectrum, type AnalysisSettings, type SpectrumAnalysis } from "./analysis";
import { readImpedance } from "./readImpedance";
import type { ImpedanceFile, ImpedanceReading } from "./spectrum";

/** What was found in one file. */
export interface AnalysedFile {
  readonly reading: ImpedanceReading;
  /** One a loop; none where the file was refused. */
  readonly analyses: readonly SpectrumAnalysis[];
}

/** Loops beyond these are read but not fitted. */
const mostLoops = 100;

/** Reads a file and analyses its loops. @param settingsOf what to do with them, which may hang on what the file says. */
export function analyseFile(
  bytes: Uint8Array,
  name: string,
  settingsOf: (file: ImpedanceFile) => AnalysisSettings,
): AnalysedFile {
  const reading = readImpedance(bytes, name);
  if (reading.kind === "refused") return { reading, analyses: [] };
  const settings = settingsOf(reading.file);
  const analyses = reading.file.loops.map((loop, i) =>
    i < mostLoops ? analyseSpectrum(loop, settings) : notFitted,
  );
  return { reading, analyses };
}

const notFitted: SpectrumAnalysis = {
  tail: null,
  circuit: null,
  linKk: null,
  points: [],
  problems: [
    {
      code: "loop-not-fitted",
      severity: "information",
      message: `Only the first ${mostLoops} loops are fitted.`,
      line: null,
      column: null,
    },
  ],
};

/** Files or spectra that are done one after another. */
export interface Series<Item, Result> {
  readonly items: readonly Item[];
  /** In this thread, or in another. */
  readonly analyse: (item: Item) => Result | Promise<Result>;
  /** After each item, once its result was taken; of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Ends the series before the next item. */
  readonly signal?: AbortSignal | undefined;
  /** Awaited after each item, so that a thread can look at its messages. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/** Gives each result as soon as it is there: what is finished stays when the series is ended early. */
export async function* analyseSeries<Item, Result>({
  items,
  analyse,
  onProgress,
  signal,
  pause,
}: Series<Item, Result>): AsyncGenerator<Result> {
  let done = 0;
  for (const item of items) {
    if (signal?.aborted) return;
    yield await analyse(item);
    onProgress?.(++done, items.length);
    await pause?.();
  }
}
