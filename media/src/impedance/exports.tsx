import type { Exported } from "./exported";
import { reportOf } from "./report";
import { resultsCsv, resultsJson } from "./resultFiles";
import type { ImpedanceHost } from "./useAnswers";

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
