import { InvalidArgumentError, type Command } from "commander";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, extname, join } from "node:path";
import { tooLittle } from "../learning/measurements/sufficiency";
import { planFolds } from "../learning/ownModel/crossValidation";
import { atomSetsScore, atomSetsSpace, type AtomSetsData } from "../learning/search/atomSetsObjective";
import {
  HyperparameterSearch,
  isJobResult,
  ranking,
  type JobResult,
} from "../learning/search/hyperparameterSearch";
import { parallelCoordinates } from "../learning/search/parallelCoordinates";
import { labelledCompound } from "../learning/validation/compound";
import { loadModel } from "../screening/modelFiles";
import { measuredInTable } from "../screening/measurementFiles";
import { threadScript } from "../screening/threads";
import { modelFolder, orUsageError } from "./modelFolder";
import { interruptedExit, interruption, Progress } from "./progress";
import { ResumableResults } from "./resumable";
import { table } from "./table";
import { tellProblem } from "./tableProblems";
import { JobThread, runSearch, type JobRunner } from "./trialWorkers";

interface TuneOptions {
  readonly data: string;
  readonly trials: number;
  readonly epochs: number;
  readonly workers: number;
  readonly seed: number;
  readonly out?: string;
  readonly resume?: boolean;
  readonly json?: boolean;
}

/** One in three goes on from each rung, with three times the epochs. */
const reduction = 3;
/** Rungs, with as many epochs on the highest as asked for. */
const rungs = 3;
const scoreName = "mean AUC-PR";

/** `superion tune`: the hyper-parameters of the thesis' networks that suit a table of measurements best. */
export function registerTune(program: Command): void {
  program
    .command("tune")
    .description("search the hyper-parameters of the thesis' networks (Table C.7) on your own measurements")
    .requiredOption("--data <csv>", "table of measurements, as superion train reads it")
    .option("--trials <n>", "configurations to try", parseCount, 50)
    .option("--epochs <n>", "epochs that the most promising are trained for", parseCount, 100)
    .option("--workers <n>", "threads; 0 for none", parseCount, Math.max(1, availableParallelism() - 1))
    .option("--seed <n>", "decides all that is random", parseCount, 1)
    .option("--out <folder>", "where trials, table and picture go; tune-TABLE if not told")
    .option("--resume", "go on from the trials that the folder holds")
    .option("--json", "print one JSON document")
    .action(async (options: TuneOptions, command: Command) => {
      const text = await orUsageError(readFile(options.data, "utf8"), command);
      const data = await atomSetsData(text, options, command);
      if (data) await tune(text, data, options);
    });
}

function parseCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("A whole number is needed.");
}

/** Features, labels and splits without leaks; `undefined` where there is too little. */
async function atomSetsData(
  text: string,
  { data, seed }: TuneOptions,
  command: Command,
): Promise<AtomSetsData | undefined> {
  const shipped = await orUsageError(loadModel(modelFolder), command);
  const { compounds: measured, problems } = measuredInTable(text, data, shipped);
  for (const problem of problems) tellProblem(data, problem);
  const compounds = measured.map((compound) => labelledCompound(compound, shipped.megnet));
  const { splits, groups } = planFolds(compounds, [], seed);
  const refusal =
    tooLittle(measured, "none") ??
    (groups < 2 ? "All compounds hang together by paper or composition: none can be held out." : undefined);
  if (refusal !== undefined) {
    process.stderr.write(`${data}: error: ${refusal} [too-little-data]\n`);
    process.exitCode = 1;
    return undefined;
  }
  return {
    features: compounds.map(({ crystal }) => crystal.atoms("CAMNS", 1)),
    superionic: compounds.map(({ superionic }) => superionic),
    splits,
    seed,
  };
}

async function tune(text: string, data: AtomSetsData, options: TuneOptions): Promise<void> {
  const { trials, epochs, seed, resume } = options;
  const folder = options.out ?? `tune-${basename(options.data, extname(options.data))}`;
  mkdirSync(folder, { recursive: true });
  const smallest = Math.max(1, Math.round(epochs / reduction ** (rungs - 1)));
  const halving = { smallest, largest: epochs, reduction };
  const key = createHash("sha256")
    .update(JSON.stringify([text, halving, seed]))
    .digest("hex");
  const store = new ResumableResults<JobResult>(join(folder, "trials.ndjson"), key, isJobResult);
  const done = (resume ? store.read() : undefined) ?? [];
  store.begin(done);
  const search = new HyperparameterSearch(atomSetsSpace, { ...halving, trials, seed }, done);
  const progress = Progress.forTerminal("searching", false);
  const runners = runnersOf(data, options.workers);
  const signal = interruption();
  await runSearch(search, runners, signal, (result) => {
    store.add(result);
    progress.tell(search.progress);
  });
  for (const runner of runners) runner.close();
  if (signal.aborted) {
    process.stderr.write("\nInterrupted. What is finished is kept: go on with --resume.\n");
    process.exitCode = interruptedExit;
  }
  report(search.results, folder, options);
}

function runnersOf(data: AtomSetsData, count: number): JobRunner[] {
  if (count === 0)
    return [
      {
        run: ({ configuration, budget }) => Promise.resolve(atomSetsScore(data, configuration, budget)),
        close: () => undefined,
      },
    ];
  const script = threadScript("tuning");
  return Array.from({ length: count }, () => new JobThread(script, data));
}

function report(results: readonly JobResult[], folder: string, { data, json }: TuneOptions): void {
  const picture = join(folder, "parallel-coordinates.svg");
  const list = join(folder, "trials.md");
  const ranked = ranking(results);
  writeFileSync(picture, parallelCoordinates(atomSetsSpace, results, scoreName));
  const rows = ranked.map((result, rank) => trialRow(result, rank + 1));
  writeFileSync(list, markdownTable(data, [heading, ...rows]));
  const [best = null] = ranked;
  process.stdout.write(
    json
      ? `${JSON.stringify({ data, best, trials: ranked, table: list, picture }, null, 1)}\n`
      : `${table([heading, ...rows.slice(0, 10)])}\ntable    ${list}\npicture  ${picture}\n`,
  );
}

const heading = ["", scoreName, "epochs", ...atomSetsSpace.map(({ name }) => name)];

function trialRow({ score, budget, configuration }: JobResult, rank: number): string[] {
  const values = atomSetsSpace.map(({ name }) => String(configuration[name] ?? ""));
  return [String(rank), score?.toFixed(3) ?? "-", String(budget), ...values];
}

function markdownTable(data: string, [names = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const title = `# Hyper-parameters searched on ${basename(data)}`;
  const text = `Configurations by how long they were trained and then by ${scoreName} over validation folds. The best of many is flattered: judge it on compounds that the search did not see.`;
  return [title, "", text, "", line(names), line(names.map(() => "---")), ...rows.map(line), ""].join("\n");
}
