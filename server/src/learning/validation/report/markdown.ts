import type { SetStatistics } from "../dataStatistics";
import type { MeanDeviation, ModelSummary } from "../summary";
import { scoreNames, type ScoreName } from "../summary";
import type { EvaluationResults, SchemeResults } from "./results";

/** A figure of the report. */
export interface ReportFigure {
  /** Of the file, without ending. */
  readonly name: string;
  readonly caption: string;
  readonly svg: string;
}

/** The report as Markdown; figures lie beside it in `figures/`. */
export function evaluationReport(results: EvaluationResults, figures: readonly ReportFigure[]): string {
  const { data, schemes, remarks } = results;
  const parts = [
    `# How good P_SI is: ${data.name}`,
    introduction(results),
    ...schemes.map((scheme) => schemeSection(scheme, results)),
    ...(remarks.length > 0 ? ["## Read it so", remarks.map((remark) => `- ${remark}`).join("\n")] : []),
    "## Figures",
    ...figures.map(({ name, caption }) => `![${caption}](figures/${name}.svg)\n\n${caption}`),
    "## The data and their splits",
    "Conductivities are log10 of S/cm at room temperature; an upper bound counts as its value. Similar means that a training compound has the same elements, none of whose atomic fractions differs by more than 5 % (tables C.1 to C.6 of the thesis). Splits are those of the first repeat.",
    ...schemes.map(splitTable),
  ];
  return `${parts.join("\n\n")}\n`;
}

function introduction({ data, compounds, noise, schemes }: EvaluationResults): string {
  const { scored, compositionsOnly, leakingPairs } = data;
  const leaks = Object.entries(leakingPairs).map(([leak, count]) => `${count} by ${leak}`);
  const alone =
    noise === 0 ? "" : ` DBSCAN left ${noise} compounds alone; they count to the chemically nearest cluster.`;
  const clusters = new Set(compounds.flatMap(({ cluster }) => (cluster === null ? [] : [cluster]))).size;
  return [
    `${scored.entries} compounds with a structure are scored; ${scored.positive} of them conduct at least 1e-4 S/cm.`,
    compositionsOnly > 0
      ? `${compositionsOnly} more have only a composition: models that can learn from them do, and they are never scored.`
      : "",
    `Of all pairs of entries, these give each other away: ${leaks.join(", ")}.`,
    `Chemical clusters (element mover's distance, UMAP with spread 5, DBSCAN with epsilon 4): ${clusters}.${alone}`,
    `\n\nEvery number is of predictions for compounds that the model did not learn from. Pooled scores take all folds together, with mean and standard deviation over repeats (other folds and other seeds); scores by fold are means and deviations over the folds that hold both classes, as the thesis reports them. The bootstrap error of the data themselves comes on top: about 0.05 in AUC-PR and 0.07 in MCC. The ways to split, from lenient to strict:\n\n`,
    schemes.map(({ title, meaning }) => `- **${title}**: ${meaning}.`).join("\n"),
  ]
    .join(" ")
    .replace(/ +\n/gu, "\n")
    .replace(/\n +/gu, "\n");
}

const headings: Record<ScoreName, string> = {
  averagePrecision: "AUC-PR",
  rocAuc: "ROC AUC",
  mcc: "MCC at 0.5",
  brier: "Brier",
  logLoss: "log loss",
  calibrationError: "calibration error",
};

function schemeSection({ key, title, meaning }: SchemeResults, { models }: EvaluationResults): string {
  const rows = models.filter(({ scheme }) => scheme === key);
  const order = rows.toSorted((a, b) => rank(b) - rank(a));
  const heading = [
    "model",
    "repeats",
    ...scoreNames.map((name) => headings[name]),
    "AUC-PR by fold",
    "MCC by fold",
  ];
  const table = order.map(({ model, repeats, pooled, byFold }) => [
    model,
    String(repeats),
    ...scoreNames.map((name) => withDeviation(pooled[name])),
    withDeviation(byFold.averagePrecision),
    withDeviation(byFold.mcc),
  ]);
  return `## ${title}\n\n${capital(meaning)}.\n\n${markdownTable([heading, ...table])}`;
}

function rank({ pooled }: ModelSummary): number {
  return pooled.averagePrecision.mean;
}

function splitTable({ title, splits }: SchemeResults): string {
  const heading = [
    ...["fold", "set", "entries", "highest", "lowest", "mean", "positive", "negative", "similar in training"],
    ...["pairs across: DOI", "structure", "composition"],
  ];
  const rows = splits.flatMap(({ training, validation, similarity, leaks }, fold) => [
    [String(fold), "training", ...statistics(training), "", "", "", ""],
    [
      ...["", "validation", ...statistics(validation)],
      `${similarity.similar} (${((100 * similarity.similar) / Math.max(1, similarity.validation)).toFixed(1)} %)`,
      ...[leaks["same DOI"], leaks["same structure"], leaks["similar composition"]].map(String),
    ],
  ]);
  return `### ${title}\n\n${markdownTable([heading, ...rows])}`;
}

function statistics({ entries, highest, lowest, mean, positive, negative }: SetStatistics): string[] {
  return [
    String(entries),
    ...[highest, lowest, mean].map((value) => (Number.isFinite(value) ? value.toFixed(2) : "-")),
    String(positive),
    String(negative),
  ];
}

function withDeviation({ mean, deviation }: MeanDeviation): string {
  if (!Number.isFinite(mean)) return "-";
  return Number.isFinite(deviation) ? `${mean.toFixed(3)} ± ${deviation.toFixed(3)}` : mean.toFixed(3);
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function markdownTable([heading = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map(line)].join("\n");
}
