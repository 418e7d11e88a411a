import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { SlurmSubmission } from "../../protocol/slurm";
import { quoted } from "./jobArray";

const submission = v.object({
  command: v.array(v.string()),
  workingFolder: v.string(),
  output: v.string(),
  folder: v.string(),
  shards: v.pipe(v.number(), v.integer(), v.minValue(1)),
  arrayJobs: v.array(v.string()),
  mergeJob: v.string(),
});

/** The folder of scripts and shards of a list. */
export function submissionFolder(output: string): string {
  return `${output}.slurm`;
}

/** What was submitted last into a folder; `undefined` where nothing was. */
export function readSubmission(folder: string): SlurmSubmission | undefined {
  const path = submissionFile(folder);
  if (!existsSync(path)) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), submission), readFileSync(path, "utf8"));
  return parsed.success ? parsed.output : undefined;
}

export function writeSubmission(made: SlurmSubmission): void {
  writeFileSync(submissionFile(made.folder), `${JSON.stringify(made, null, 2)}\n`);
}

/** The words after `superion` that do these shards again. */
export function againCommand({ command }: SlurmSubmission, shards: readonly number[]): string[] {
  return [...command, "--only", shards.join(",")];
}

/** The same as a line for a shell. */
export function againLine(made: SlurmSubmission, shards: readonly number[]): string {
  const words = ["superion", ...againCommand(made, shards)].map(quoted).join(" ");
  return `cd ${quoted(made.workingFolder)} && ${words}`;
}

function submissionFile(folder: string): string {
  return join(folder, "submission.json");
}
