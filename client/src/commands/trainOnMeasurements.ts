import {
  commands,
  InputBoxValidationSeverity,
  ProgressLocation,
  Uri,
  window,
  workspace,
  type CancellationToken,
  type Progress,
  type QuickPickItem,
} from "vscode";
import { duration } from "../../../server/src/protocol/duration";
import type { TrainingBase, TrainingProgress, TrainingResult } from "../../../server/src/protocol/training";
import { runSuperion } from "../commandLine";
import { chooseModelSetting } from "../modelSetting";
import { listOwnModels, ownModelFile } from "../ownModels";
import { csvFilesIn } from "./csvFiles";
import type { CommandContext } from "./command";

/** What is to be trained. */
interface Training {
  readonly data: Uri;
  readonly base: TrainingBase;
  readonly name: string;
}

/** Trains a model on a table of measurements, shows its card, and offers to use it. The argument names the table. */
export async function trainOnMeasurements(
  context: CommandContext,
  ...args: readonly unknown[]
): Promise<void> {
  const training = await askForTraining(context, args[0]);
  if (training === undefined) return;
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: `Training ${training.name}`, cancellable: true },
    (progress, token) => train(context, training, progress, token),
  );
  if (result === undefined) return;
  if (result.card !== null) await commands.executeCommand("markdown.showPreview", Uri.file(result.card));
  if (result.model !== null) await offer(result, result.model);
}

async function askForTraining(context: CommandContext, argument: unknown): Promise<Training | undefined> {
  const data = argument instanceof Uri ? argument : await askForTable();
  if (data === undefined) return undefined;
  if (data.scheme !== "file") throw new Error("The table of measurements must lie on a disk.");
  const base = await askForBase();
  const name = base && (await askForName(context, data));
  return base && name ? { data, base, name } : undefined;
}

async function askForTable(): Promise<Uri | undefined> {
  const items = (await tablesAtHand()).map((uri): QuickPickItem & { readonly uri?: Uri } => {
    const path = workspace.asRelativePath(uri);
    const name = path.slice(path.lastIndexOf("/") + 1);
    return { label: name, description: path === name ? "" : path, uri };
  });
  const choice = await window.showQuickPick([...items, { label: "Choose a file..." }], {
    title: "Train on my measurements (1/3): the table",
    placeHolder:
      "A CSV file with the columns file, conductivity and, if known, temperature, activation energy, DOI",
    ignoreFocusOut: true,
  });
  if (choice === undefined || choice.uri) return choice?.uri;
  const chosen = await window.showOpenDialog({
    title: "Table of measurements",
    filters: { CSV: ["csv", "tsv", "txt"] },
  });
  return chosen?.[0];
}

/** CSV files at the top of the workspace and beside the file that is open. */
async function tablesAtHand(): Promise<Uri[]> {
  const active = window.activeTextEditor?.document.uri;
  const folders = [
    ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri),
    ...(active?.scheme === "file" ? [Uri.joinPath(active, "..")] : []),
  ];
  const distinct = [...new Map(folders.map((folder) => [folder.toString(), folder])).values()];
  const found = distinct.map((folder) => csvFilesIn(folder).catch(() => []));
  return (await Promise.all(found)).flat();
}

async function askForBase(): Promise<TrainingBase | undefined> {
  const choices: readonly (QuickPickItem & { readonly base: TrainingBase })[] = [
    {
      label: "On top of the shipped data",
      description: "needs 5 compounds or more",
      base: "shipped",
    },
    {
      label: "On my measurements alone",
      description: "needs 20 compounds or more",
      base: "none",
    },
  ];
  const choice = await window.showQuickPick(choices, {
    title: "Train on my measurements (2/3): what to learn from",
    ignoreFocusOut: true,
  });
  return choice?.base;
}

async function askForName({ storage }: CommandContext, data: Uri): Promise<string | undefined> {
  const known = new Set((await listOwnModels(storage)).map(({ file }) => file.toString()));
  const name = await window.showInputBox({
    title: "Train on my measurements (3/3): the name of the model",
    value: data.path.slice(data.path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, ""),
    ignoreFocusOut: true,
    validateInput: (text) => {
      if (text.trim() === "") return "A model needs a name.";
      if (!known.has(ownModelFile(storage, text.trim()).toString())) return undefined;
      const message = "There is a model of this name: it will be replaced.";
      return { message, severity: InputBoxValidationSeverity.Warning };
    },
  });
  return name?.trim();
}

/** `undefined` where the user cancelled; what is finished of it is gone on from when the same is trained again. */
async function train(
  { extensionUri, storage, log }: CommandContext,
  { data, base, name }: Training,
  progress: Progress<{ message: string; increment: number }>,
  token: CancellationToken,
): Promise<TrainingResult | undefined> {
  let share = 0;
  const takeLine = (line: string): boolean => {
    const told = progressOf(line);
    if (told === undefined) return false;
    progress.report({ message: progressText(told), increment: 100 * (told.share - share) });
    share = told.share;
    return true;
  };
  const out = ownModelFile(storage, name).fsPath;
  const { code, output, errors } = await runSuperion(
    extensionUri,
    [
      "train",
      "--data",
      data.fsPath,
      "--base",
      base,
      "--name",
      name,
      "--out",
      out,
      "--resume",
      "--json",
      "--progress",
    ],
    token,
    { takeLine },
  );
  if (token.isCancellationRequested) return undefined;
  for (const line of errors) log.warn(line);
  const result = output === "" ? undefined : (JSON.parse(output) as TrainingResult);
  if (result === undefined) throw new Error(`The training ended with code ${code}: ${errors.at(-1) ?? ""}`);
  if (result.refusal !== null) throw new Error(`Nothing was trained. ${result.refusal}`);
  return result;
}

function progressOf(line: string): TrainingProgress | undefined {
  return line.startsWith('{"share"') ? (JSON.parse(line) as TrainingProgress) : undefined;
}

function progressText({ share, secondsLeft }: TrainingProgress): string {
  const percent = `${(100 * share).toFixed(0)} %`;
  return secondsLeft === null ? percent : `${percent}, ${duration(secondsLeft)} left`;
}

async function offer({ name, problems }: TrainingResult, model: string): Promise<void> {
  const left = new Set(problems.flatMap(({ severity, row }) => (severity === "error" ? [row] : []))).size;
  const rows =
    left === 0 ? "" : ` ${left} ${left === 1 ? "row was" : "rows were"} left out: the card says why.`;
  const use = "Use This Model";
  const chosen = await window.showInformationMessage(`${name} is trained.${rows}`, use);
  if (chosen === use) await chooseModelSetting(model);
}
