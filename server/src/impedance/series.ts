import { analyseSpectrum, type AnalysisSettings, type SpectrumAnalysis } from "./analysis";
import { readImpedance } from "./readImpedance";
import type { ImpedanceReading } from "./spectrum";

/** A file as it was read from a disk. */
export interface SeriesFile {
  /** Without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was found in one file; no analyses where it was refused. */
export interface AnalysedFile {
  readonly name: string;
  readonly reading: ImpedanceReading;
  /** One a loop. */
  readonly analyses: readonly SpectrumAnalysis[];
}

export interface SeriesOptions {
  readonly settings: AnalysisSettings;
  /** After each file; of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the series before the next file; what is finished is the answer. */
  readonly signal?: AbortSignal;
  /** Awaited between files, so that a thread can look at its messages. */
  readonly pause?: () => Promise<void>;
}

/** Reads and analyses files in the order given. */
export async function analyseSeries(
  files: readonly SeriesFile[],
  { settings, onProgress, signal, pause }: SeriesOptions,
): Promise<AnalysedFile[]> {
  const analysed: AnalysedFile[] = [];
  for (const { name, bytes } of files) {
    if (signal?.aborted) break;
    const reading = readImpedance(bytes, name);
    const loops = reading.kind === "read" ? reading.file.loops : [];
    analysed.push({ name, reading, analyses: loops.map((loop) => analyseSpectrum(loop, settings)) });
    onProgress?.(analysed.length, files.length);
    await pause?.();
  }
  return analysed;
}
