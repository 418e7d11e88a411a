import type { AnalyseImpedanceResult } from "../../../server/src/protocol/impedanceAnalysis";
import type { ArrheniusResult } from "../../../server/src/protocol/arrhenius";
import type { FigureSpec } from "../shared/figure/figureSpec";
import type { Choices } from "./choices";
import type { Polarised } from "./polarisationView";
import { reportOf } from "./report";
import { resultsCsv, resultsJson } from "./resultFiles";
import type { ImpedanceHost, Series } from "./useAnswers";

/** What leaves the panel: everything that was found of a series. */
export interface Exported {
  readonly series: Series;
  readonly choices: Choices;
  readonly analysisOf: (id: string) => AnalyseImpedanceResult | undefined;
  readonly arrhenius: ArrheniusResult | undefined;
  /** The Arrhenius plot. */
  readonly line: FigureSpec | undefined;
  readonly polarised: readonly Polarised[];
}

export interface ExportsProps extends Exported {
  readonly host: ImpedanceHost;
  /** While spectra are analysed, old results would mix with new ones. */
  readonly isReady: boolean;
}

export function Exports({ host, isReady, ...exported }: ExportsProps) {
  const save = (name: string, text: string) =>
    void host.request("save", { name, bytes: new TextEncoder().encode(text) });
  return (
    <span role="group" aria-label="Save the results" class="quantity">
      Results:
      <button
        type="button"
        disabled={!isReady}
        onClick={() => {
          save("impedance.csv", resultsCsv(exported));
        }}
      >
        Save CSV
      </button>
      <button
        type="button"
        disabled={!isReady}
        onClick={() => {
          save("impedance.json", resultsJson(exported));
        }}
      >
        Save JSON
      </button>
      <button
        type="button"
        disabled={!isReady}
        onClick={() => void reportOf(exported).then((report) => host.request("saveReport", report))}
      >
        Save Report
      </button>
    </span>
  );
}
