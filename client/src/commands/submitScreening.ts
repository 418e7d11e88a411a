import { dirname } from "node:path";
import { commands, ProgressLocation, window, workspace } from "vscode";
import type { SlurmSubmission } from "../../../server/src/protocol/slurm";
import { defaultSettings } from "../../../server/src/protocol/settings";
import { chosenModel } from "../modelSetting";
import type { Screening } from "../screenings";
import { screeningBarriers, screeningLimits, type SlurmResources } from "../screeningSettings";
import { runForJson } from "../superionCommand";
import type { CommandContext } from "./command";
import { askForScreening } from "./screeningInputs";
import { askForResources } from "./slurmResources";

/**
 * Screens a folder on the cluster beside which the extension runs, over Remote-SSH that of the login node: asks for what it
 * needs, and submits as `superion submit slurm` does.
 */
export async function submitScreening(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const screening = await askForScreening("Submit screening to Slurm", args);
  const resources = screening && (await askForResources());
  if (!screening || !resources) return;
  await submit(context, screening, submitWords(screening, resources), dirname(screening.file));
}

/** Submits by these words behind `superion`, remembers the jobs and offers to gather what they do. */
export async function submit(
  context: CommandContext,
  screening: Screening,
  words: readonly string[],
  workingFolder: string,
): Promise<void> {
  const submission = await window.withProgress(
    { location: ProgressLocation.Notification, title: "Submitting to Slurm", cancellable: true },
    (_, token) => runForJson<SlurmSubmission>(context, words, workingFolder, token),
  );
  if (submission === undefined) return;
  const { arrayJobs, mergeJob, output } = submission;
  await context.screenings.remember({ ...screening, jobs: { arrays: arrayJobs, merge: mergeJob } });
  const gather = "Gather Shards";
  const array = arrayJobs.at(-1);
  const told =
    array === undefined
      ? `Job ${mergeJob} joins the shards.`
      : `Job array ${array} screens, and job ${mergeJob} joins the shards.`;
  const chosen = await window.showInformationMessage(told, gather);
  if (chosen === gather) await commands.executeCommand("superion.gatherScreening", output);
}

function submitWords({ file, paths, table }: Screening, resources: SlurmResources): string[] {
  const { partition, account, time, memory, modules, options, shards, cpus } = resources;
  const { timeLimitSeconds, memoryLimitMegabytes } = screeningLimits();
  const parent = workspace.getConfiguration("superion").get("parentModel", "").trim();
  const model = chosenModel() === defaultSettings.model ? "" : chosenModel();
  const given = {
    out: file,
    shards,
    cpus,
    partition,
    account,
    time,
    memory,
    table: table ?? "",
    barriers: screeningBarriers() || "",
    "time-limit": timeLimitSeconds,
    "memory-limit": memoryLimitMegabytes,
    parent,
    model,
  };
  return [
    ...["submit", "slurm", ...paths],
    ...Object.entries(given).flatMap(([name, value]) => (value === "" ? [] : [`--${name}=${value}`])),
    ...modules.map((name) => `--module=${name}`),
    ...options.map((option) => `--sbatch=${option}`),
  ];
}
