import type { ArrheniusResult } from "../../../server/src/protocol/arrhenius";
import type { AnalyseImpedanceResult } from "../../../server/src/protocol/impedanceAnalysis";
import type { FigureSpec } from "../shared/figure/figureSpec";
import type { Choices } from "./choices";
import type { Polarised } from "./polarisationView";
import type { Series } from "./useAnswers";

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
