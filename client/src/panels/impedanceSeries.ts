import { CancellationTokenSource, Disposable } from "vscode";
import type {
  ImpedancePanelEvent,
  ImpedancePanelRequests,
} from "../../../server/src/protocol/impedancePanel";
import { analyseImpedanceSeriesMethod } from "../../../server/src/protocol/impedanceSeries";
import type { LanguageServer } from "../languageServer";
import type { Handlers } from "./answering";
import type { OpenPanel } from "./panel";

type SeriesHandlers = Pick<Handlers<ImpedancePanelRequests>, "analyseSeries" | "cancelSeries">;

/** Has the series of a panel analysed, one at a time, and tells the page each result. */
export function seriesHandlers(
  panel: OpenPanel<unknown, ImpedancePanelEvent>,
  server: LanguageServer,
): SeriesHandlers {
  let running: { readonly id: string; readonly cancellation: CancellationTokenSource } | undefined;
  const end = () => {
    running?.cancellation.cancel();
    running = undefined;
  };
  const following = server.onDidProgressImpedance((progress) => {
    if (progress.id === running?.id) panel.tell({ type: "progress", progress });
  });
  panel.owned.push(following, new Disposable(end));
  return {
    async analyseSeries(series) {
      end();
      const cancellation = new CancellationTokenSource();
      running = { id: series.id, cancellation };
      try {
        return await server.request(analyseImpedanceSeriesMethod, series, cancellation.token);
      } finally {
        cancellation.dispose();
      }
    },
    cancelSeries() {
      end();
      return null;
    },
  };
}
