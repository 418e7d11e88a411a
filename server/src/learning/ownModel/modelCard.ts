import type { TableProblem } from "../measurements/tableProblem";
import type { MeasuredCompound } from "../measurements/measuredCompounds";
import type { ModelManifest } from "../modelFile";
import type { Base, OwnValidation, Scores } from "./trainOwnModel";

export interface CardContent {
  readonly manifest: ModelManifest;
  readonly base: Base;
  /** How many shipped compounds it learned from too. */
  readonly shippedCompounds: number;
  readonly shippedName: string;
  readonly measured: readonly MeasuredCompound[];
  readonly problems: readonly TableProblem[];
  readonly validation: OwnValidation;
}

/** The model card of a model that was trained on measurements: Markdown. */
export function ownModelCard(content: CardContent): string {
  const { manifest, base, shippedCompounds, measured, validation } = content;
  const { compounds, superionic, folds, groups } = validation;
  const alone = base === "none" ? "alone" : `on top of ${shippedCompounds} shipped compounds`;
  return `# ${manifest.name}

A model that gives P_SI, the probability that a compound conducts at least 1e-4 S/cm at 25 °C. Trained ${
    manifest.created === undefined ? "" : `on ${manifest.created.slice(0, 10)} `
  }by Superion ${manifest.superion} on ${compounds} measured compounds, ${superionic} of them superionic, ${alone}.

- **Method**: a calibrated mixture of Gaussian processes on log10 of the conductivity, over composition and lithium environment.
- **Split**: ${manifest.split}.
- **Seed**: ${manifest.seeds.join(", ")}.

## How good it is

On the ${compounds} measured compounds, each asked about when neither it nor anything that gives it away (the same paper, the
same crystal, a composition within 5 %) was among the data that the model learned from: ${folds === 1 ? "all held out at once" : `${folds} parts`}, from
${groups} ${groups === 1 ? "group" : "groups"} of compounds that hang together.

${scoreTable(content)}

${reading(validation)}

## What it learned from

${compoundTable(measured)}

## What was left out, and what is worth knowing

${problemTable(content.problems)}
`;
}

function scoreTable({ base, shippedName, validation }: CardContent): string {
  const { own, baseAlone, shipped, seenByShipped, compounds } = validation;
  const row = (name: string, { aucPr, mcc, brier }: Scores) =>
    `| ${name} | ${[aucPr, mcc, brier].map((score) => score.toFixed(2)).join(" | ")} |`;
  const seen =
    seenByShipped === 0
      ? "saw none of them"
      : `saw ${seenByShipped} of ${compounds}, or near twins of them, in its training: flattered`;
  return [
    "| model | AUC-PR | MCC at 0.5 | Brier |",
    "| --- | --- | --- | --- |",
    row(base === "none" ? "this one" : "this one, shipped and measured compounds", own),
    ...(baseAlone ? [row("the same method on the shipped compounds alone", baseAlone)] : []),
    row(`${escaped(shippedName)}, as shipped (${seen})`, shipped),
  ].join("\n");
}

/** Below, a handful of compounds decides the scores. */
const fewCompounds = 40;

function reading({ compounds, own, baseAlone }: OwnValidation): string {
  const few =
    compounds < fewCompounds
      ? `With ${compounds} compounds, one more or less told rightly moves these numbers by several hundredths: small differences mean nothing. `
      : "";
  if (!baseAlone) return `${few}Brier: lower is better; the others: higher.`;
  const gain = own.aucPr - baseAlone.aucPr + own.mcc - baseAlone.mcc + 2 * (baseAlone.brier - own.brier);
  const verdict =
    gain > 0.05
      ? "The measurements help on compounds like these."
      : gain < -0.05
        ? "The measurements do not help on compounds like these: the shipped model is the better choice."
        : "The measurements change little on compounds like these.";
  return `${few}${verdict} Brier: lower is better; the others: higher.`;
}

function compoundTable(measured: readonly MeasuredCompound[]): string {
  const rows = measured.map(({ formula, file, conductivity, isUpperBound, how, dois, rows: from }) =>
    [
      formula,
      escaped(file),
      `${isUpperBound ? "< " : ""}${conductivity.toExponential(2)}`,
      how,
      dois.map(escaped).join(", "),
      from.join(", "),
    ].join(" | "),
  );
  return [
    "| compound | file | S/cm at 25 °C | how | DOI | rows |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}

function problemTable(problems: readonly TableProblem[]): string {
  if (problems.length === 0) return "Nothing: every row was used.";
  const rows = problems.map(({ row, column, severity, message }) =>
    [row ?? "", column ?? "", severity === "error" ? "left out" : severity, escaped(message)].join(" | "),
  );
  return ["| row | column | | |", "| --- | --- | --- | --- |", ...rows.map((row) => `| ${row} |`)].join("\n");
}

/** Text of a user's table as a cell of a Markdown table: nothing in it is markup. */
function escaped(text: string): string {
  return text.replace(/[\\|`*_[\]<>#]/g, "\\$&").replace(/\s+/g, " ");
}
