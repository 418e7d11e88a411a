import type { Command } from "commander";
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { GatheredShards } from "../protocol/slurm";
import { shardList } from "../screening/slurm/jobArray";
import { queuedTasks } from "../screening/slurm/queue";
import { againLine, readSubmission, submissionFolder } from "../screening/slurm/submission";
import { joinLists } from "./joinLists";

/** `superion gather`: what a job array of `superion submit slurm` has done so far, as one list. */
export function registerGather(program: Command): void {
  program
    .command("gather")
    .description("join the shards of superion submit slurm that are done, and tell of the others")
    .argument("<file>", "the list that --out named, or the folder FILE.slurm of its shards")
    .option("--json", "print one JSON document")
    .action(gather);
}

async function gather(file: string, options: { readonly json?: boolean }, command: Command): Promise<void> {
  const folder = submissionFolder(resolve(file).replace(/\.slurm$/, ""));
  const submission = readSubmission(folder);
  if (!submission) command.error(`error: nothing was submitted into ${folder}`);
  const all = Array.from({ length: submission.shards }, (_, k) => k + 1);
  const done = all.filter((shard) => existsSync(shardList(submission, shard)));
  const lists = done.map((shard) => shardList(submission, shard));
  if (lists.length > 0 && !isJoined(submission.output, lists)) {
    const merging = await joinLists(lists, submission.output, command);
    if (merging.kind === "refused") command.error(`error: ${merging.reason}`);
  }
  const queued = queuedTasks(submission.arrayJobs)?.filter((task) => !done.includes(task)) ?? null;
  const missing = all.filter((shard) => !done.includes(shard) && queued?.includes(shard) !== true);
  const gathered: GatheredShards = { ...submission, done: done.length, queued, missing };
  process.stdout.write(options.json ? `${JSON.stringify(gathered)}\n` : inWords(gathered));
  if (missing.length > 0) process.exitCode = 1;
}

/** Whether a list was written after all that it is made of. */
function isJoined(output: string, lists: readonly string[]): boolean {
  const written = (path: string) => statSync(path).mtimeMs;
  return existsSync(output) && lists.every((list) => written(list) <= written(output));
}

function inWords(gathered: GatheredShards): string {
  const { shards, done, output, folder, queued, missing } = gathered;
  const lines = [
    done === 0
      ? `no shard of ${shards} is done`
      : `${done} of ${shards} shards are done, joined in ${output}`,
    ...(queued && queued.length > 0 ? [`in the queue: ${queued.join(", ")}`] : []),
    ...(queued ? [] : ["the queue cannot be asked: squeue does not answer"]),
    ...(missing.length > 0
      ? [
          `without a list: ${missing.join(", ")}; what they said lies in ${folder}`,
          `again: ${againLine(gathered, missing)}`,
        ]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}
