import type { TrainingResult, TrainingScores } from "../protocol/training";
import { table } from "./table";

/** What a training came to, readable. */
export function trainingText(result: TrainingResult): string {
  const { compounds, validation, model, card, problems } = result;
  const left = new Set(problems.flatMap(({ severity, row }) => (severity === "error" ? [row] : []))).size;
  const counts = `${compounds.length} compounds; ${left === 0 ? "no row" : `${left} ${left === 1 ? "row" : "rows"}`} left out.\n`;
  const compoundTable = table([
    ["compound", "file", "S/cm at 25 °C", "how"],
    ...compounds.map(({ formula, file, conductivity, isUpperBound, how }) => [
      formula,
      file,
      `${isUpperBound ? "<" : ""}${conductivity.toExponential(2)}`,
      how,
    ]),
  ]);
  if (!validation || model === null || card === null) return `${counts}\n${compoundTable}`;
  const { own, baseAlone, shipped, seenByShipped, folds, groups } = validation;
  const row = (name: string, { aucPr, mcc, brier }: TrainingScores) => [
    name,
    aucPr.toFixed(2),
    mcc.toFixed(2),
    brier.toFixed(2),
  ];
  const scores = table([
    [`on the measured compounds, ${folds} parts of ${groups} groups`, "AUC-PR", "MCC", "Brier"],
    row("this model, compounds held out", own),
    ...(baseAlone ? [row("shipped data alone, compounds held out", baseAlone)] : []),
    row(`shipped model, which saw ${seenByShipped} of them`, shipped),
  ]);
  return `${counts}\n${compoundTable}\n${scores}\nmodel  ${model}\ncard   ${card}\n`;
}
