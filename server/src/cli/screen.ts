import { InvalidArgumentError, type Command } from "commander";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { version } from "../../../package.json";
import type { ScreeningOutcome } from "../protocol/screening";
import { prepareScreening } from "../screening/prepareScreening";
import { usualLimits } from "../screening/screeningPool";
import type { ScreeningPlan } from "../screening/screening";
import { readScreeningTable, type ScreeningTable } from "../screening/screeningTable";
import { parseShard, type Shard } from "../screening/sources/shard";
import { threadScript } from "../screening/threads";
import { interruptedExit, interruption } from "./progress";
import { modelFolder, orUsageError } from "./modelFolder";
import { listFormat, wholeNumber } from "./screeningOptions";
import { printList, printOptions, type PrintOptions } from "./screeningOutput";
import { ScreeningTicker } from "./screeningTicker";

interface ScreenOptions extends PrintOptions {
  readonly out?: string;
  readonly resume?: boolean;
  readonly shard?: Shard;
  readonly table?: string;
  readonly barriers?: number;
  readonly timeLimit: number;
  readonly memoryLimit: number;
  readonly jobs: number;
  readonly parent?: string;
  readonly model?: string;
}

/** `superion screen`: from folders of CIFs to a ranked list. */
export function registerScreen(program: Command): void {
  const command = program
    .command("screen")
    .description("rank the compounds of folders, archives and lists of CIF files by P_SI")
    .argument(
      "<path...>",
      "files, folders, zip archives, lists of paths (.txt, .lst), globs, or - for standard input",
    )
    .option("--out <file>", "write the whole list: .ndjson, .csv or .parquet")
    .option("--resume", "go on from what an earlier run for this file has done: only what is new or changed")
    .option("--shard <i/n>", "do one part of n; superion merge joins them", shardOption)
    .option("--table <csv>", "E_hull and E_g of your own, by file, ICSD or MP number")
    .option(
      "--barriers <top>",
      "compute what lithium has to overcome in so many of the best rows",
      wholeNumber,
    )
    .option(
      "--time-limit <seconds>",
      "give up structures that take longer",
      positive,
      usualLimits.timeLimitSeconds,
    )
    .option(
      "--memory-limit <megabytes>",
      "give up structures that take more",
      positive,
      usualLimits.memoryLimitMegabytes,
    )
    .option("--jobs <n>", "threads", wholeNumber, availableParallelism())
    .option("--parent <path>", "take the atom features from another parent, such as published MEGNet weights")
    .option("--model <name>", "superion, thesis, or the path of a model file");
  printOptions(command).action(screen);
}

function shardOption(text: string): Shard {
  const shard = parseShard(text);
  if (!shard) throw new InvalidArgumentError("A shard is such as 2/16.");
  return shard;
}

function positive(text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("A number above 0 is needed.");
}

/**
 * Bytes of code that V8 runs before it looks whether to optimise a function: three times what suits web pages. Its compilers, which
 * each thread has anew, would take more time than they save of a few hundred structures; thousands are as fast.
 */
const interruptBudget = 400_000;

async function screen(paths: string[], options: ScreenOptions, command: Command): Promise<void> {
  setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
  const scratch = options.out === undefined ? mkdtempSync(join(tmpdir(), "superion-screen-")) : undefined;
  try {
    await run(paths, options, scratch, command);
  } finally {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

async function run(
  paths: string[],
  options: ScreenOptions,
  scratch: string | undefined,
  command: Command,
): Promise<void> {
  const table = options.table === undefined ? undefined : await readTable(options.table, command);
  const plan = {
    paths,
    shard: options.shard,
    limits: { timeLimitSeconds: options.timeLimit, memoryLimitMegabytes: options.memoryLimit },
    table,
    barriers: options.barriers,
    journal: scratch === undefined ? `${options.out ?? ""}.journal` : join(scratch, "journal"),
    resume: options.resume ?? false,
    output: outputOf(options, command),
  };
  const ticker = ScreeningTicker.forTerminal();
  const worker = threadScript("screening");
  const means = { version, worker, modelFolder, choice: options, jobs: options.jobs, log: ticker.log };
  const prepared = await orUsageError(prepareScreening(plan, means, ticker.tell), command);
  const outcome = await prepared.screening.run(interruption());
  prepared.pool.dispose();
  ticker.end();
  tellOutcome(outcome, options);
  if (outcome.kind === "finished") await printList(prepared.screening.list, prepared.header, options);
}

async function readTable(path: string, command: Command): Promise<ScreeningTable> {
  const read = await orUsageError(readScreeningTable(path), command);
  return read.kind === "table" ? read.table : command.error(`error: ${read.reason}`);
}

function outputOf({ out, shard }: ScreenOptions, command: Command): ScreeningPlan["output"] {
  if (out === undefined) return undefined;
  const format = listFormat(out, command);
  if (shard && format !== "ndjson")
    command.error("error: shards are written as .ndjson; superion merge writes any form");
  return { path: out, format };
}

function tellOutcome(outcome: ScreeningOutcome, { out }: ScreenOptions): void {
  if (outcome.kind === "refused") {
    process.stderr.write(`error: ${outcome.reason}\n`);
    if (out !== undefined)
      process.stderr.write(`What was done is kept in ${out}.journal: go on with --resume.\n`);
    process.exitCode = 1;
    return;
  }
  const { rows, kept, without, problems, seconds } = outcome.summary;
  for (const { file, message } of problems) process.stderr.write(`${file}: error: ${message}\n`);
  if (problems.length > 0) process.exitCode = 1;
  const old = kept > 0 ? `, ${kept} of them from before` : "";
  process.stderr.write(`${rows} data blocks${old}, ${without} without P_SI, in ${seconds.toFixed(1)} s\n`);
  if (outcome.kind === "finished") return;
  const how =
    out === undefined
      ? "Nothing was kept: with --out and --resume it would be."
      : "What is done is kept: go on with the same command and --resume.";
  process.stderr.write(`Interrupted. ${how}\n`);
  process.exitCode = interruptedExit;
}
