import { InvalidArgumentError, type Command } from "commander";
import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { thesisHyperparameters } from "../learning/atomSets/training/hyperparameters";
import type { CrystalFeatures } from "../learning/crystalFeatures";
import { describeStructure } from "../learning/features/describeStructure";
import type { MeasuredCompound } from "../learning/measurements/measuredCompounds";
import { tooLittle } from "../learning/measurements/sufficiency";
import type { SuperionicModel } from "../learning/superionicModel";
import { atomSetsModel } from "../learning/validation/atomSetsModel";
import { labelledCompound } from "../learning/validation/compound";
import { meanControl, onShuffledLabels, shuffledControl } from "../learning/validation/controls";
import { evaluationUnits, outOfFold, type PlannedModel } from "../learning/validation/evaluation";
import { evaluationResults, type FinishedUnit } from "../learning/validation/report/evaluationResults";
import { reportFiles } from "../learning/validation/report/reportFiles";
import type { EvaluationResults } from "../learning/validation/report/results";
import { splitData, type SplitData } from "../learning/validation/schemes";
import { sendekRegression } from "../learning/validation/sendekRegression";
import { superionModel } from "../learning/validation/superionModel";
import { loadModel } from "../screening/modelFiles";
import { measuredInTable } from "../screening/measurementFiles";
import { modelFolder, orUsageError } from "./modelFolder";
import { interruptedExit, interruption, Progress } from "./progress";
import { tellProblem } from "./tableProblems";

interface EvaluateOptions {
  readonly data: string;
  readonly out: string;
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
  readonly networks: boolean;
  readonly json?: boolean;
}

/** `superion evaluate`: how well models learn from a table of measurements, as a report with figures. */
export function registerEvaluate(program: Command): void {
  program
    .command("evaluate")
    .description(
      "tell how well models predict compounds of your measurements that they have not seen, as a report",
    )
    .requiredOption(
      "--data <csv>",
      "table with the columns file, conductivity and, if known, temperature, activation energy, DOI, block",
    )
    .option("--out <folder>", "where README.md, results.json and figures are written", "evaluation")
    .option("--folds <n>", "parts that are held out in turn", parseCount(2), 5)
    .option("--repeats <n>", "how often the parts are drawn anew", parseCount(1), 3)
    .option("--seed <n>", "decides all that is random", parseCount(0), 1)
    .option("--networks", "AtomSets networks too, which takes minutes", false)
    .option("--json", "print what results.json holds")
    .action(async (options: EvaluateOptions, command: Command) => {
      const text = await orUsageError(readFile(options.data, "utf8"), command);
      const shipped = await orUsageError(loadModel(modelFolder), command);
      const measured = measuredInTable(text, options.data, shipped);
      for (const problem of measured.problems) tellProblem(options.data, problem);
      const refusal = tooLittle(measured.compounds, "none");
      if (refusal === undefined) await evaluate(measured.compounds, shipped, options);
      else {
        process.stderr.write(`${options.data}: error: ${refusal} [too-little-data]\n`);
        process.exitCode = 1;
      }
    });
}

function parseCount(least: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (text.trim() !== "" && Number.isInteger(count) && count >= least) return count;
    throw new InvalidArgumentError(`Give a whole number, ${least} or more.`);
  };
}

async function evaluate(
  measured: readonly MeasuredCompound[],
  shipped: SuperionicModel,
  options: EvaluateOptions,
): Promise<void> {
  const compounds = measured.map((compound) => labelledCompound(compound, shipped.megnet));
  const bounds = new Set(compounds.filter((_, i) => measured[i]?.isUpperBound).map(({ crystal }) => crystal));
  const data = splitData(compounds, options);
  const finished = await finishedUnits(plan(data, bounds, options), data, options.seed);
  if (!finished) return;
  const results = evaluationResults(data, finished, {
    name: basename(options.data, extname(options.data)),
    seed: options.seed,
    remarks: remarks(options, shipped),
  });
  write(results, options);
}

function plan(
  { schemes }: SplitData,
  bounds: ReadonlySet<CrystalFeatures | undefined>,
  { repeats, networks }: EvaluateOptions,
): PlannedModel[] {
  const superion = superionModel(
    ({ crystal }) =>
      crystal && { features: describeStructure(crystal.structure), isUpperBound: bounds.has(crystal) },
  );
  const small = { members: thesisHyperparameters.slice(0, 1), epochs: 100 };
  const models = [
    meanControl,
    shuffledControl,
    sendekRegression(),
    onShuffledLabels(sendekRegression()),
    superion,
    ...(networks ? [atomSetsModel("CAMNS", 1, small)] : []),
  ];
  return models.map((model) => ({ model, schemes: schemes.map(({ key }) => key), repeats }));
}

/** `undefined` where the user interrupted it. */
async function finishedUnits(
  planned: readonly PlannedModel[],
  data: SplitData,
  seed: number,
): Promise<FinishedUnit[] | undefined> {
  const units = evaluationUnits(planned, data);
  const progress = Progress.forTerminal("evaluating", false);
  const signal = interruption();
  const finished: FinishedUnit[] = [];
  try {
    for (const unit of units) {
      finished.push({ unit, predictions: await outOfFold(unit, data, seed, signal) });
      progress.tell(finished.length / units.length);
      // Whoever presses Ctrl-C gets a turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return finished;
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write("\nInterrupted: nothing was written.\n");
    process.exitCode = interruptedExit;
    return undefined;
  }
}

function remarks({ folds, seed, data }: EvaluateOptions, { megnet }: SuperionicModel): string[] {
  return [
    `Made by \`superion evaluate --data ${data}\`: ${folds} folds, seed ${seed}. Models learned from these measurements alone; the shipped training data had no part in it.`,
    `Atom features come from the parent "${megnet.parent.name}".`,
    "Random folds flatter every model: near-duplicates and papers stand on both sides. Papers apart and the clusters speak of compounds that are new.",
  ];
}

function write(results: EvaluationResults, { out, json }: EvaluateOptions): void {
  const files = reportFiles(results, ["Superion", "logistic regression on Sendek's features"]);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
  process.stdout.write(json ? (files.get("results.json") ?? "") : `${join(out, "README.md")}\n`);
}
