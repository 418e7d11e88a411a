import { basename, dirname } from "node:path";
import { ProgressLocation, Uri, window, type QuickPickItem } from "vscode";
import type { GatheredShards } from "../../../server/src/protocol/slurm";
import { runForJson } from "../superionCommand";
import { namedPath } from "./arguments";
import { openScreening } from "./openScreening";
import type { CommandContext } from "./command";
import { submit } from "./submitScreening";

/**
 * Joins what the shards of a screening on a cluster have done and shows it, and tells of the others. The argument names the
 * result file or the folder of its shards, as URI or path; else the user chooses among those that were submitted.
 */
export async function gatherScreening(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const file = namedPath(args[0]) ?? (await askForSubmission(context));
  if (file === undefined) return;
  const title = `Joining the shards of ${basename(file, ".slurm")}`;
  const gathered = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token) => runForJson<GatheredShards>(context, ["gather", file], dirname(file), token),
  );
  if (gathered === undefined) return;
  if (gathered.done > 0) await openScreening(context, gathered.output);
  if (gathered.done < gathered.shards) await tellOfOthers(context, gathered);
}

async function askForSubmission({ screenings }: CommandContext): Promise<string | undefined> {
  const items = screenings.past
    .filter(({ jobs }) => jobs !== undefined)
    .map(({ file, jobs }): QuickPickItem & { readonly file?: string } => ({
      label: basename(file),
      description: `Slurm ${jobs?.arrays.join(", ") ?? ""}`,
      detail: file,
      file,
    }));
  const choice = await window.showQuickPick([...items, { label: "Choose a folder of shards..." }], {
    title: "Gather the shards of a screening",
    placeHolder: "What was submitted to Slurm",
  });
  if (choice === undefined || choice.file !== undefined) return choice?.file;
  const [chosen] = (await window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false })) ?? [];
  return chosen?.fsPath;
}

/** Shards that wait or run, and those that are lost, which can be submitted again. */
async function tellOfOthers(context: CommandContext, gathered: GatheredShards): Promise<void> {
  const { queued, missing, shards, folder } = gathered;
  const waiting = queued !== null && queued.length > 0 ? [`${named(queued)} of ${shards} in the queue.`] : [];
  if (missing.length === 0) {
    void window.showInformationMessage(`${waiting.join(" ")} Gather again when they are done.`);
    return;
  }
  const only = missing.join(",");
  const lost = `${named(missing)} of ${shards} without a list${queued === null ? "; the queue of Slurm does not answer" : ""}.`;
  const how = `Submit Again does them alone, as superion submit slurm does with --only ${only}. Their logs lie in ${basename(folder)}.`;
  const [again, show] = ["Submit Again", "Show Log"] as const;
  const chosen = await window.showWarningMessage([...waiting, lost, how].join(" "), again, show);
  if (chosen === show) await showLog(gathered);
  if (chosen === again) await submitAgain(context, gathered, only);
}

function named(shards: readonly number[]): string {
  return shards.length === 1 ? `Shard ${shards.join("")}` : `Shards ${shards.join(", ")}`;
}

async function showLog({ folder, missing: [first] }: GatheredShards): Promise<void> {
  await window.showTextDocument(Uri.joinPath(Uri.file(folder), `shard-${first ?? 1}.log`));
}

async function submitAgain(context: CommandContext, gathered: GatheredShards, only: string): Promise<void> {
  const { command, output, workingFolder } = gathered;
  const past = context.screenings.past.find(({ file }) => file === output);
  await submit(context, past ?? { file: output, paths: [] }, [...command, "--only", only], workingFolder);
}
