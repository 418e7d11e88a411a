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
