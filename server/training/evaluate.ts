// Writes docs/evaluation: how good the models are on folds of the training data. The test split is not looked at.
import { Command, InvalidArgumentError } from "commander";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMainThread, workerData } from "node:worker_threads";
import { ResumableResults } from "../src/cli/resumable";
import { evaluationUnits, outOfFold, type EvaluationUnit } from "../src/learning/validation/evaluation";
import type { LearningCurves } from "../src/learning/validation/learningCurves";
import { evaluationResults, type FinishedUnit } from "../src/learning/validation/report/evaluationResults";
import { reportFiles } from "../src/learning/validation/report/reportFiles";
import { splitData, type SplitData } from "../src/learning/validation/schemes";
import { labelledCompounds, readTrainingEntries } from "./evaluationData";
import { evaluationPlan, highlighted, learningCurves, type PlanOptions } from "./evaluationPlan";
import { answerUnits, UnitPool } from "./evaluationWorkers";
import { shippedParent } from "./shippedParent";

interface EvaluateOptions extends PlanOptions {
  readonly data: string;
  readonly out: string;
  readonly folds: number;
  readonly seed: number;
  readonly workers: number;
  readonly resume: boolean;
  readonly reportOnly: boolean;
  readonly only?: string;
}

/** What is finished, a line each, so that an evaluation that was broken off can go on. */
const journal = ".cache/evaluation.jsonl";

interface Context {
  readonly data: SplitData;
  readonly units: readonly EvaluationUnit[];
  readonly parent: string;
}

/** The same in every thread: all that is random about it has a seed. */
function contextOf(options: EvaluateOptions): Context {
  const { data, folds, seed, only } = options;
  const { parent } = shippedParent("server/models");
  const repeats = Math.max(options.repeats, options.comparisonRepeats);
  const entries = readTrainingEntries(data);
  const split = splitData(labelledCompounds(entries, parent), { folds, repeats, seed });
  const plan = evaluationPlan(entries, parent, options).filter(({ model }) =>
    model.name.includes(only ?? ""),
  );
  return { data: split, units: evaluationUnits(plan, split), parent: parent.name };
}

function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError("Give a whole number above 0.");
}

function readOptions(): EvaluateOptions {
  return new Command("npm run evaluate --")
    .description("write the evaluation report from folds of the training data")
    .option("--data <folder>", "where OBELiX lies", "../shared")
    .option("--out <folder>", "where the report is written", "docs/evaluation")
    .option("--folds <n>", "folds of a split", parseCount, 5)
    .option("--repeats <n>", "repeats of the main comparison", parseCount, 3)
    .option("--comparison-repeats <n>", "repeats of the comparisons of features", parseCount, 2)
    .option("--epochs <n>", "epochs of each network", parseCount, 100)
    .option("--workers <n>", "threads", parseCount, 2)
    .option("--seed <n>", "seed of splits and models", parseCount, 1)
    .option("--only <text>", "only models whose name holds this text")
    .option("--resume", "go on where an evaluation with the same options was broken off", false)
    .option(
      "--report-only",
      "run nothing more: the report of what an evaluation with the same options finished",
      false,
    )
    .parse()
    .opts<EvaluateOptions>();
}

/** P_SI of each compound by one unit; null where it was not scored. */
type Finished = readonly [unit: number, predictions: readonly (number | null)[]];

function isFinished(value: unknown): value is Finished {
  return Array.isArray(value) && typeof value[0] === "number" && Array.isArray(value[1]);
}

/** What is written down belongs to these options, compounds and units, and to no others. */
function journalOf(
  { folds, epochs, seed }: EvaluateOptions,
  { data, units, parent }: Context,
): ResumableResults<Finished> {
  const names = units.map(({ model, scheme, repeat }) => `${model.name} ${scheme} ${repeat}`);
  const ids = data.compounds.map(({ id }) => id);
  const key = createHash("sha256")
    .update(JSON.stringify([folds, epochs, seed, parent, names, ids]))
    .digest("hex");
  return new ResumableResults(journal, key, isFinished);
}

async function runUnits(
  options: EvaluateOptions,
  { units }: Context,
  finished: Map<number, number[]>,
  onFinished: (result: Finished) => void,
): Promise<void> {
  const pool = new UnitPool(options.workers, new URL(import.meta.url), options);
  const waiting = [...units.keys()].filter((unit) => !finished.has(unit));
  const started = performance.now();
  let done = 0;
  await pool.run(waiting, (unit, predictions) => {
    finished.set(unit, predictions);
    onFinished([unit, predictions]);
    const left = ((performance.now() - started) / ++done) * (waiting.length - done);
    const { model, scheme, repeat } = units[unit] ?? {};
    console.log(
      `  ${done} of ${waiting.length}: ${model?.name}, ${scheme}, repeat ${(repeat ?? 0) + 1}; ${Math.ceil(left / 60_000)} min left`,
    );
  });
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!existsSync(options.data)) {
    console.error(`The evaluation reads OBELiX from ${options.data}, which is not there.`);
    process.exitCode = 1;
    return;
  }
  const { resume, reportOnly, workers } = options;
  const context = contextOf(options);
  mkdirSync(dirname(journal), { recursive: true });
  const results = journalOf(options, context);
  const before = resume || reportOnly ? (results.read() ?? []) : [];
  results.begin(before);
  const finished = new Map(before.map(([unit, predictions]) => [unit, predictions.map((p) => p ?? NaN)]));
  console.log(`${context.units.length} units on ${workers} threads, ${finished.size} finished before`);
  if (!reportOnly)
    await runUnits(options, context, finished, (result) => {
      results.add(result);
    });
  writeReport(options, context, finished);
}

function writeReport(
  options: EvaluateOptions,
  context: Context,
  finished: ReadonlyMap<number, number[]>,
): void {
  const { out, reportOnly } = options;
  const results = evaluationResults(context.data, finishedUnits(context, finished), {
    name: "training split of OBELiX",
    seed: options.seed,
    curves: reportOnly ? [] : curves(options, context),
    remarks: remarks(options, context),
  });
  rmSync(join(out, "figures"), { recursive: true, force: true });
  for (const [path, content] of reportFiles(results, highlighted)) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
  console.log(`Written: ${out}/README.md`);
}

function curves(options: EvaluateOptions, { data }: Context): LearningCurves[] {
  console.log("Learning curves");
  return learningCurves(data, options, options.seed, options.only);
}

function finishedUnits({ units }: Context, finished: ReadonlyMap<number, number[]>): FinishedUnit[] {
  return units.flatMap((unit, i) => {
    const predictions = finished.get(i);
    return predictions ? [{ unit, predictions }] : [];
  });
}

function remarks({ epochs, folds, seed }: EvaluateOptions, { parent }: Context): string[] {
  return [
    `Made by \`npm run evaluate\`: ${folds} folds, seed ${seed}, networks trained for ${epochs} epochs. The data are the training split of OBELiX (Therrien et al., arXiv:2502.14234, CC-BY-4.0); its test split is not looked at here.`,
    `Atom features come from the parent "${parent}". It saw structures of these compounds, without their conductivities.`,
    "The networks are those of the thesis with three of its ten sets of hyper-parameters, without its pre-training on metals. Those of the comparisons are single ones and share one set (Table C.8, cluster 0); the thesis searched 250 for each cluster and reports the best epoch, which flatters. Differences between representations smaller than their whiskers mean nothing.",
    "Random folds flatter every model: near-duplicates and papers stand on both sides. A new compound of a studied family is what papers apart speaks of; a new family is what families apart and the clusters speak of.",
    "A model that was taught shuffled labels says something systematic and meaningless: single draws of it come out above or below the controls, and only their mean over repeats must be at chance.",
    "Families are uneven, and some folds hold few superionic compounds: their pooled scores jump with the draw.",
  ];
}

if (isMainThread) await main();
else {
  const options = workerData as EvaluateOptions;
  const { data, units } = contextOf(options);
  answerUnits((unit) => {
    const one = units[unit];
    if (!one) throw new RangeError(`there is no unit ${unit}`);
    return outOfFold(one, data, options.seed);
  });
}
