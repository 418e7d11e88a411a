import Papa from "papaparse";

/** Predicted probabilities with what was found, or what is wrong with the table, each with its line. */
export type LabelledScores =
  | { readonly ok: true; readonly scores: readonly number[]; readonly labels: readonly boolean[] }
  | { readonly ok: false; readonly problems: readonly TableProblem[] };

export interface TableProblem {
  /** From 1; the heading is line 1. `undefined` for what concerns the whole table. */
  readonly line?: number;
  readonly message: string;
}

const positive = new Set(["1", "true", "yes"]);
const negative = new Set(["0", "false", "no"]);

/** Reads a CSV table with the columns `score`, a probability, and `label`, 0 or 1; others are passed over. */
export function readLabelledScores(text: string): LabelledScores {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/u, "").replace(/\s+$/u, ""));
  const [heading = [], ...rows] = data;
  const names = heading.map((name) => name.trim().toLowerCase());
  const [scoreColumn, labelColumn] = [names.indexOf("score"), names.indexOf("label")];
  const missing = [scoreColumn < 0 ? ["score"] : [], labelColumn < 0 ? ["label"] : []].flat();
  if (missing.length > 0)
    return refuse(missing.map((name) => ({ line: 1, message: `There is no column "${name}".` })));
  const read = rows.flatMap((row, i) =>
    row.every((cell) => cell.trim() === "")
      ? []
      : [{ line: i + 2, ...readRow(row[scoreColumn] ?? "", row[labelColumn] ?? "") }],
  );
  if (read.length === 0) return refuse([{ message: "The table has no rows." }]);
  const problems = read.flatMap(({ line, messages }) => messages.map((message) => ({ line, message })));
  if (problems.length > 0) return refuse(problems);
  return { ok: true, scores: read.map(({ score }) => score), labels: read.map(({ label }) => label) };
}

function refuse(problems: readonly TableProblem[]): LabelledScores {
  return { ok: false, problems };
}

function readRow(
  scoreText: string,
  labelText: string,
): { readonly score: number; readonly label: boolean; readonly messages: readonly string[] } {
  const score = scoreText.trim() === "" ? NaN : Number(scoreText);
  const label = labelText.trim().toLowerCase();
  const messages = [
    score >= 0 && score <= 1 ? [] : [`The score "${scoreText}" is no probability from 0 to 1.`],
    positive.has(label) || negative.has(label) ? [] : [`The label "${labelText}" is neither 0 nor 1.`],
  ];
  return { score, label: positive.has(label), messages: messages.flat() };
}
