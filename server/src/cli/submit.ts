import type { Command } from "commander";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SlurmSubmission } from "../protocol/slurm";
import {
  arrayScript,
  mergeScript,
  shardList,
  type ShardedScreening,
  type SlurmResources,
} from "../screening/slurm/jobArray";
import { readSubmission, submissionFolder, writeSubmission } from "../screening/slurm/submission";
import { listFormat, wholeNumber } from "./screeningOptions";

interface SlurmOptions extends Omit<SlurmResources, "modules" | "options"> {
  readonly out: string;
  readonly shards: number;
  readonly module: readonly string[];
  readonly sbatch: readonly string[];
  readonly only?: readonly number[] | "missing";
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly table?: string;
  readonly barriers?: string;
  readonly timeLimit?: string;
  readonly memoryLimit?: string;
  readonly parent?: string;
  readonly model?: string;
}

/** `superion submit slurm`: a screening as a job array of a cluster, with a job that joins its parts. */
export function registerSubmit(program: Command): void {
  program
    .command("submit")
    .description("screen on a cluster")
    .command("slurm")
    .description("submit a Slurm job array that screens in shards, and a job that joins them")
    .argument("<path...>", "as for superion screen; every node must see them")
    .requiredOption(
      "--out <file>",
      "the whole list: .ndjson, .csv or .parquet; scripts and parts lie in FILE.slurm",
    )
    .option("--shards <n>", "tasks of the array", wholeNumber, 16)
    .option("--cpus <n>", "cores a task", wholeNumber, 4)
    .option("--at-once <n>", "tasks that run at once", wholeNumber)
    .option("--partition <name>", "partition")
    .option("--account <name>", "account")
    .option("--time <time>", "wall time of a task: 4:00:00")
    .option("--memory <size>", "memory of a task: 8G")
    .option("--module <name>", "environment module to load, several times for several", collect, [])
    .option(
      "--sbatch <option>",
      "further option of sbatch, several times for several: --sbatch=--qos=long",
      collect,
      [],
    )
    .option("--only <shards>", "run these again: 3,7, or missing for those without a list", onlyOption)
    .option("--table <csv>", "as for superion screen")
    .option("--barriers <top>", "as for superion screen, in each shard")
    .option("--time-limit <seconds>", "as for superion screen")
    .option("--memory-limit <megabytes>", "as for superion screen")
    .option("--parent <path>", "as for superion screen")
    .option("--model <name>", "as for superion screen")
    .option("--dry-run", "write the scripts and submit nothing")
    .option("--json", "print one JSON document")
    .action(submit);
}

function collect(text: string, before: readonly string[]): string[] {
  return [...before, text];
}

function onlyOption(text: string): readonly number[] | "missing" {
  return text === "missing" ? text : text.split(",").map(wholeNumber);
}

function submit(paths: string[], options: SlurmOptions, command: Command): void {
  listFormat(options.out, command);
  const screening = shardedScreening(paths, options);
  const resources = { ...options, modules: options.module, options: options.sbatch };
  const wanted = shardsToRun(screening, options.only);
  if (wanted.some((shard) => shard > screening.shards))
    command.error(`error: there are ${screening.shards} shards only`);
  mkdirSync(screening.folder, { recursive: true });
  const [array, merge] = [join(screening.folder, "array.sh"), join(screening.folder, "merge.sh")];
  writeFileSync(array, arrayScript(screening, resources));
  writeFileSync(merge, mergeScript(screening, resources));
  if (wanted.length === 0) process.stderr.write("No list of a shard is missing: only joining is left.\n");
  if (options.dryRun) {
    process.stdout.write(`${array}\n${merge}\n`);
    return;
  }
  const first =
    wanted.length === 0 ? undefined : sbatch([`--array=${arrayOf(wanted, options)}`, array], command);
  // A part that fails leaves nothing to join; what was joined before stays.
  const after = first === undefined ? [] : [`--dependency=afterok:${first}`, "--kill-on-invalid-dep=yes"];
  const second = sbatch([...after, merge], command);
  const submission = submissionOf(screening, options, first, second);
  writeSubmission(submission);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(submission)}\n`);
    return;
  }
  if (first !== undefined)
    process.stdout.write(`array ${first}: ${wanted.length} of ${options.shards} shards\n`);
  process.stdout.write(`merge ${second}: ${options.out}\n`);
}

/** With `--only`, arrays of before may still have shards to do. */
function submissionOf(
  { workingFolder, output, folder, shards }: ShardedScreening,
  { only }: SlurmOptions,
  arrayJob: string | undefined,
  mergeJob: string,
): SlurmSubmission {
  const before = only === undefined ? [] : (readSubmission(folder)?.arrayJobs ?? []);
  const arrayJobs = arrayJob === undefined ? before : [...before, arrayJob];
  return {
    command: repeatable(process.argv.slice(2)),
    workingFolder,
    output,
    folder,
    shards,
    arrayJobs,
    mergeJob,
  };
}

/** The words of the command without those that say which shards to do, and what to print. */
function repeatable(words: readonly string[]): string[] {
  return words.filter((word, k) => !/^--(?:json|only|only=.*)$/.test(word) && words[k - 1] !== "--only");
}

function shardedScreening(paths: readonly string[], options: SlurmOptions): ShardedScreening {
  const { out, shards, table, barriers, timeLimit, memoryLimit, parent, model } = options;
  const passed = { table, barriers, "time-limit": timeLimit, "memory-limit": memoryLimit, parent, model };
  const args = Object.entries(passed).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  return {
    superion: [...node(), resolve(process.argv[1] ?? "superion")],
    args: [...args, ...paths],
    shards,
    workingFolder: process.cwd(),
    folder: submissionFolder(resolve(out)),
    output: resolve(out),
  };
}

/** The words that run what runs this; an Electron is a Node.js when it is told so. */
function node(): string[] {
  const told = process.versions["electron"] === undefined ? [] : ["env", "ELECTRON_RUN_AS_NODE=1"];
  return [...told, process.execPath];
}

function shardsToRun(screening: ShardedScreening, only: SlurmOptions["only"]): readonly number[] {
  const all = Array.from({ length: screening.shards }, (_, k) => k + 1);
  if (only === "missing") return all.filter((shard) => !existsSync(shardList(screening, shard)));
  return only ?? all;
}

/** `1-16%4`, `3,7`. */
function arrayOf(shards: readonly number[], { shards: all, atOnce }: SlurmOptions): string {
  const range = shards.length === all ? `1-${all}` : shards.join(",");
  return atOnce === undefined ? range : `${range}%${atOnce}`;
}

/** The number of the job. */
function sbatch(args: readonly string[], command: Command): string {
  const { status, stdout, stderr, error } = spawnSync("sbatch", ["--parsable", ...args], {
    encoding: "utf8",
  });
  if (error)
    command.error(`error: sbatch cannot be run: ${error.message}. Is this a machine of the cluster?`);
  if (status !== 0) command.error(`error: ${stderr.trim()}`);
  return stdout.trim().split(";")[0] ?? "";
}
