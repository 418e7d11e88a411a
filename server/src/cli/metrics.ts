import { InvalidArgumentError, type Command } from "commander";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { classificationScores, thresholdScores, type ThresholdScores } from "../learning/validation/scores";
import { readLabelledScores } from "./labelledScores";
import { orUsageError } from "./modelFolder";
import { table } from "./table";

interface MetricsOptions {
  readonly csv: string;
  readonly threshold: readonly number[];
  readonly json?: boolean;
}

const usualThresholds = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

/** `superion metrics`: how good predicted probabilities are. */
export function registerMetrics(program: Command): void {
  program
    .command("metrics")
    .description(
      "score predicted probabilities against labels: AUC-PR, ROC, Brier, log loss, MCC by threshold",
    )
    .requiredOption(
      "--csv <file>",
      "a table with the columns score (0 to 1) and label (0 or 1), - for standard input",
    )
    .option(
      "--threshold <p>",
      "one more threshold besides 0.05, 0.1 ... 0.95; may be repeated",
      addThreshold,
      [],
    )
    .option("--json", "print one JSON object")
    .action(async (options: MetricsOptions, command: Command) => {
      const { csv } = options;
      const content = await orUsageError(csv === "-" ? text(process.stdin) : readFile(csv, "utf8"), command);
      const read = readLabelledScores(content);
      if (read.ok) process.stdout.write(answer(read.scores, read.labels, options));
      else {
        process.exitCode = 1;
        for (const { line, message } of read.problems)
          process.stderr.write(`${csv}${line === undefined ? "" : `:${line}`}: error: ${message}\n`);
      }
    });
}

function addThreshold(text: string, others: readonly number[]): number[] {
  const threshold = Number(text);
  if (text.trim() !== "" && threshold >= 0 && threshold <= 1) return [...others, threshold];
  throw new InvalidArgumentError("A threshold is a number from 0 to 1.");
}

function answer(
  scores: readonly number[],
  labels: readonly boolean[],
  { threshold, json }: MetricsOptions,
): string {
  const thresholds = [...new Set([...usualThresholds, ...threshold])].sort((a, b) => a - b);
  const at = thresholds.map((value) => [String(value), thresholdScores(scores, labels, value)] as const);
  const summary = classificationScores(scores, labels);
  // NaN, of a class that is absent, is null in JSON.
  if (json) return `${JSON.stringify({ ...summary, at: Object.fromEntries(at) })}\n`;
  const number = (value: number) => (Number.isNaN(value) ? "-" : value.toFixed(3));
  const rows = [
    ["rows", String(summary.count)],
    ["positive", String(summary.positives)],
    ["average precision", number(summary.averagePrecision)],
    ["ROC AUC", number(summary.rocAuc)],
    ["Brier score", number(summary.brier)],
    ["log loss", number(summary.logLoss)],
    ["calibration error", number(summary.calibrationError)],
  ];
  const row = (value: string, one: ThresholdScores) => [
    value,
    ...[one.tp, one.fp, one.fn, one.tn].map(String),
    ...[one.mcc, one.f1, one.accuracy, one.balancedAccuracy].map(number),
  ];
  const heading = ["threshold", "tp", "fp", "fn", "tn", "MCC", "F1", "accuracy", "balanced"];
  return `${table(rows)}\n${table([heading, ...at.map(([value, one]) => row(value, one))])}`;
}
