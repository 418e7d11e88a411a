/** What of the cluster a screening asks for; what is absent is left to the cluster. */
export interface SlurmResources {
  readonly partition?: string | undefined;
  readonly account?: string | undefined;
  /** Wall time of a shard, as Slurm writes it: `4:00:00`. */
  readonly time?: string | undefined;
  /** Of a shard, as Slurm writes it: `8G`. */
  readonly memory?: string | undefined;
  /** Cores a shard. */
  readonly cpus: number;
  /** Environment modules to load first. */
  readonly modules: readonly string[];
  /** Further options of `sbatch`: `--qos=long`. */
  readonly options: readonly string[];
  /** Shards at once. */
  readonly atOnce?: number | undefined;
}

/** A screening in shards. */
export interface ShardedScreening {
  /** The words that call Superion: a Node.js and the command. */
  readonly superion: readonly string[];
  /** Paths and options of `superion screen`, without those that say where to write and which part. */
  readonly args: readonly string[];
  readonly shards: number;
  /** Where jobs run: paths are relative to it. */
  readonly workingFolder: string;
  /** Where scripts, lists of shards and what they say are kept. */
  readonly folder: string;
  /** The list that all shards make. */
  readonly output: string;
}

/** The list of a shard. */
export function shardList(
  { folder, shards }: Pick<ShardedScreening, "folder" | "shards">,
  shard: number,
): string {
  return `${folder}/shard-${shard}-of-${shards}.ndjson`;
}

/**
 * The script of a job array with a task a shard. A task that is run again goes on from what it had done; it succeeds where
 * its list is written, also if some inputs could not be read.
 */
export function arrayScript(screening: ShardedScreening, resources: SlurmResources): string {
  const { superion, args, shards, folder } = screening;
  const list = `${quoted(folder)}/shard-"$SLURM_ARRAY_TASK_ID"-of-${shards}.ndjson`;
  return script(resources, screening, [
    directive("--job-name=superion-screen"),
    directive(`--cpus-per-task=${resources.cpus}`),
    directive(`--output=${folder}/shard-%a.log`),
    directive("--open-mode=append"),
    "",
    ...resources.modules.map((name) => `module load ${quoted(name)}`),
    `list=${list}`,
    `rm -f "$list"`,
    [
      ...superion.map(quoted),
      "screen",
      ...args.map(quoted),
      `--shard "$SLURM_ARRAY_TASK_ID/${shards}" --out "$list" --resume --jobs "$SLURM_CPUS_PER_TASK" --top 0`,
    ].join(" "),
    `[ -f "$list" ]`,
  ]);
}

/** The script of the job that joins the lists of all shards. */
export function mergeScript(screening: ShardedScreening, resources: SlurmResources): string {
  const { superion, shards, folder, output } = screening;
  const lists = Array.from({ length: shards }, (_, k) => quoted(shardList(screening, k + 1)));
  return script(resources, screening, [
    directive("--job-name=superion-merge"),
    directive(`--output=${folder}/merge.log`),
    "",
    ...resources.modules.map((name) => `module load ${quoted(name)}`),
    [...superion.map(quoted), "merge", ...lists, "--out", quoted(output), "--top 0"].join(" "),
  ]);
}

function script(
  { partition, account, time, memory, options }: SlurmResources,
  { workingFolder }: ShardedScreening,
  lines: readonly string[],
): string {
  const asked = [
    ...(partition === undefined ? [] : [`--partition=${partition}`]),
    ...(account === undefined ? [] : [`--account=${account}`]),
    ...(time === undefined ? [] : [`--time=${time}`]),
    ...(memory === undefined ? [] : [`--mem=${memory}`]),
    `--chdir=${workingFolder}`,
    ...options,
  ];
  return ["#!/bin/bash", ...asked.map(directive), ...lines, ""].join("\n");
}

/** A line that Slurm reads: it splits at spaces outside of double quotes. */
export function directive(option: string): string {
  // A second line would be a command of the script.
  const line = option.replace(/[\r\n]+/g, " ");
  return `#SBATCH ${/\s/.test(line) ? line.replace(/^([^=]*=)?(.*)$/, '$1"$2"') : line}`;
}

/** A word for a shell. */
export function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
