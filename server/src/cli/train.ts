import { Option, type Command } from "commander";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { version } from "../../../package.json";
import { conductivityKind } from "../learning/conductivity/conductivityFile";
import { toTensors } from "../learning/conductivity/modelTensors";
import type { MeasuredCompound, MeasuredCompounds } from "../learning/measurements/measuredCompounds";
import { tooLittle } from "../learning/measurements/sufficiency";
import { writeModelFile } from "../learning/modelFile";
import { isFoldResult, type FoldResult } from "../learning/ownModel/crossValidation";
import { ownModelCard } from "../learning/ownModel/modelCard";
import { NothingToHoldOut, trainOwnModel, type OwnTraining } from "../learning/ownModel/trainOwnModel";
import type { SuperionicModel } from "../learning/superionicModel";
import { withRecord } from "../learning/trainingRecord";
import type { TrainedCompound, TrainingBase, TrainingResult } from "../protocol/training";
import { loadModel } from "../screening/modelFiles";
import { measuredInTable } from "../screening/measurementFiles";
import { modelFolder, orUsageError } from "./modelFolder";
import { modelFileName, ownModelFolder } from "./ownModelFolder";
import { interruptedExit, interruption, Progress } from "./progress";
import { ResumableResults } from "./resumable";
import { tellProblem } from "./tableProblems";
import { trainingText } from "./trainingText";

interface TrainOptions {
  readonly data: string;
  readonly base: TrainingBase;
  readonly name?: string;
  readonly out?: string;
  readonly seed: string;
  readonly json?: boolean;
  readonly resume?: boolean;
  readonly progress?: boolean;
}

/** `superion train`: a model from the user's own measurements. */
export function registerTrain(program: Command): void {
  program
    .command("train")
    .description("train a model on your own measurements, and tell how good it is beside the shipped one")
    .requiredOption(
      "--data <csv>",
      "table with the columns file, conductivity and, if known, temperature, activation energy, DOI, block",
    )
    .addOption(
      new Option("--base <data>", "what to train on beside the measurements")
        .choices(["shipped", "none"])
        .default("shipped"),
    )
    .option("--name <name>", "what the model is called; the table's name if not told")
    .option("--out <file>", "where to write the model, with its card beside it as .md")
    .option("--seed <number>", "decides all that is random", "1")
    .option("--resume", "go on from the parts that an interrupted training had finished")
    .option("--json", "print one JSON document")
    .addOption(new Option("--progress", "tell the progress in lines of JSON on standard error").hideHelp())
    .action(async (options: TrainOptions, command: Command) => {
      const text = await orUsageError(readFile(options.data, "utf8"), command);
      const shipped = await orUsageError(loadModel(modelFolder), command);
      const result = await train(text, options, shipped);
      if (result) report(result, options);
    });
}

function toTrained(compound: MeasuredCompound): TrainedCompound {
  const { formula, file, conductivity, isUpperBound, how, dois, rows } = compound;
  return { formula, file, conductivity, isUpperBound, how, dois, rows };
}

/** `undefined` where the user interrupted it. */
async function train(
  text: string,
  options: TrainOptions,
  shipped: SuperionicModel,
): Promise<TrainingResult | undefined> {
  const measured = measuredInTable(text, options.data, shipped);
  const result: TrainingResult = {
    data: options.data,
    name: options.name ?? basename(options.data, extname(options.data)),
    base: options.base,
    model: null,
    card: null,
    refusal: tooLittle(measured.compounds, options.base) ?? null,
    compounds: measured.compounds.map(toTrained),
    validation: null,
    problems: measured.problems,
  };
  if (result.refusal !== null) return result;
  const path = options.out ?? join(ownModelFolder(), modelFileName(result.name));
  mkdirSync(dirname(path), { recursive: true });
  const folds = foldsOf(path, measured.compounds, shipped, options);
  try {
    const training = await trainOwnModel(measured.compounds, shipped, options.base, {
      seed: Number(options.seed),
      signal: interruption(),
      onProgress: Progress.forTerminal("training", options.progress ?? false).tell,
      done: folds.done,
      onFold: (fold) => {
        folds.store.add(fold);
      },
    });
    folds.store.remove();
    return { ...result, ...write(path, result.name, training, measured, shipped, options) };
  } catch (error) {
    if (error instanceof NothingToHoldOut) return { ...result, refusal: error.message };
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
    process.stderr.write("\nInterrupted. What is finished is kept: go on with --resume.\n");
    process.exitCode = interruptedExit;
    return undefined;
  }
}

/** The finished parts of an earlier training of the same data in the same way, where the user wants to go on from them. */
function foldsOf(
  path: string,
  compounds: readonly MeasuredCompound[],
  { classifier, megnet }: SuperionicModel,
  { base, seed, resume }: TrainOptions,
) {
  const data = compounds.map(({ structure: { lattice, orbits }, ...facts }) => [facts, lattice, orbits]);
  const key = createHash("sha256")
    .update(JSON.stringify([data, base, seed, version, classifier.name, megnet.parent.name]))
    .digest("hex");
  const store = new ResumableResults<FoldResult>(`${path}.folds.ndjson`, key, isFoldResult);
  const done = (resume ? store.read() : undefined) ?? [];
  store.begin(done);
  return { store, done };
}

function write(
  path: string,
  name: string,
  { model, compounds, validation }: OwnTraining,
  measured: MeasuredCompounds,
  shipped: SuperionicModel,
  { base, seed }: TrainOptions,
): Pick<TrainingResult, "model" | "card" | "validation"> {
  const { own, baseAlone } = validation;
  const { name: parent } = shipped.megnet.parent;
  const { architecture, tensors } = withRecord(toTensors(model.state), {
    parent: { name: parent },
    compounds,
  });
  const manifest = {
    kind: conductivityKind,
    name,
    version: 1,
    data: `${validation.compounds} measured compounds${base === "shipped" ? ` and the ${shipped.index.compounds.length} that ship with Superion (OBELiX, arXiv:2502.14234)` : ""}`,
    split: `scored on measured compounds in ${validation.folds} parts without a shared paper, structure or similar composition; then trained on all`,
    seeds: [Number(seed)],
    metrics: { "AUC-PR": own.aucPr, MCC: own.mcc, Brier: own.brier },
    superion: version,
    architecture,
    created: new Date().toISOString(),
  };
  const card = `${path.slice(0, path.length - extname(path).length)}.md`;
  writeFileSync(path, writeModelFile(manifest, tensors));
  writeFileSync(
    card,
    ownModelCard({
      manifest,
      base,
      shippedCompounds: base === "shipped" ? shipped.index.compounds.length : 0,
      shippedName: shipped.classifier.name,
      measured: measured.compounds,
      problems: measured.problems,
      validation,
    }),
  );
  return { model: path, card, validation: { ...validation, baseAlone: baseAlone ?? null } };
}

function report(result: TrainingResult, { data, json }: TrainOptions): void {
  for (const problem of result.problems) tellProblem(data, problem);
  if (result.refusal !== null) process.stderr.write(`${data}: error: ${result.refusal} [too-little-data]\n`);
  process.stdout.write(json ? `${JSON.stringify(result, null, 1)}\n` : trainingText(result));
  if (result.refusal !== null) process.exitCode = 1;
}
