import { projectionFigure, principalFigure } from "./dataFigures";
import { evaluationReport, type ReportFigure } from "./markdown";
import {
  clustersFigure,
  curvesFigure,
  comparisonFigure,
  conductivityFigure,
  featuresFigure,
  modelsFigure,
  precisionRecallFigure,
  reliabilityFigure,
} from "./modelFigures";
import type { EvaluationResults } from "./results";

/** The two ways to represent disorder that figure 4.2 of the thesis compares, by the names of their models. */
export const disorderModels = (["V0", "V1"] as const).flatMap((level) => [
  { name: `AtomSets CAN-${level}, mixed embeddings`, label: `${level}, mixed` },
  { name: `AtomSets CAN-${level}, ordered supercells`, label: `${level}, ordered` },
]);

/**
 * The report as files by their paths in its folder: `README.md`, `results.json` and `figures/*.svg`.
 *
 * @param highlighted Names of the models whose predictions the figures show.
 */
export function reportFiles(
  results: EvaluationResults,
  highlighted: readonly string[],
): ReadonlyMap<string, string> {
  const figures = reportFigures(results, highlighted);
  return new Map([
    ["README.md", evaluationReport(results, figures)],
    ["results.json", `${JSON.stringify(results, rounded)}\n`],
    ...figures.map(({ name, svg }) => [`figures/${name}.svg`, svg] as const),
  ]);
}

function reportFigures(results: EvaluationResults, highlighted: readonly string[]): ReportFigure[] {
  const figure = (name: string, caption: string, svg: string | undefined): ReportFigure[] =>
    svg === undefined ? [] : [{ name, caption, svg }];
  const captions = {
    random:
      "AtomSets by representation and level of the atom features, random folds (figure 4.3 of the thesis).",
    clusters:
      "The same when each chemical cluster is left out; mean and deviation over clusters (figure 4.4 b, d).",
    levels: "The levels of CAMN on each cluster (figure 4.4 a, c).",
    representations: "The representations at V1 on each cluster (figure 4.5 a, c).",
    disorder:
      "Ordered supercells of lowest Ewald energy against mixed embeddings, random folds, lithium taken out (figure 4.2 b, c).",
  };
  const levels = ["V0", "V1", "V2", "V3"].map((level) => `AtomSets CAMN-${level}`);
  const representations = ["CAMN", "CAN", "CAMNS", "CANS"].map((name) => `AtomSets ${name}-V1`);
  return [
    figure("models", "Every model under every way to split, from lenient to strict.", modelsFigure(results)),
    figure(
      "disorder",
      captions.disorder,
      comparisonFigure(results, "random", disorderModels, captions.disorder),
    ),
    figure("features-random", captions.random, featuresFigure(results, "random", captions.random)),
    figure("features-clusters", captions.clusters, featuresFigure(results, "clusters", captions.clusters)),
    figure("levels-by-cluster", captions.levels, clustersFigure(results, levels, captions.levels)),
    figure(
      "representations-by-cluster",
      captions.representations,
      clustersFigure(results, representations, captions.representations),
    ),
    ...results.curves.map((curves) =>
      figure(
        `learning-${curves.model.replace(/\W+/gu, "-").toLowerCase()}`,
        `${curves.model} on each cluster left out, by epoch (figures C.3 to C.16).`,
        curvesFigure(curves),
      ),
    ),
    figure(
      "conductivity",
      "P_SI against the measured conductivity, papers apart (figure 4.6, there on the test set).",
      conductivityFigure(results, "papers", highlighted),
    ),
    figure("reliability", "Reliability of the probabilities.", reliabilityFigure(results, highlighted)),
    figure("precision-recall", "Precision against recall.", precisionRecallFigure(results, highlighted)),
    figure(
      "clusters",
      "The compounds by UMAP of the element mover's distance (figure C.1).",
      projectionFigure(results),
    ),
    figure(
      "atom-features",
      "The compounds on the principal components of their atom features (figure C.2).",
      principalFigure(results),
    ),
  ].flat();
}

/** Six digits are more than the numbers mean; what is not a number becomes null. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" && Number.isFinite(value) ? Number(value.toPrecision(6)) : value;
}
