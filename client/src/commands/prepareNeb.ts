import { basename, dirname, join } from "node:path";
import {
  ProgressLocation,
  Uri,
  ViewColumn,
  window,
  type CancellationToken,
  type QuickPickItem,
} from "vscode";
import type { NebHop, NebListing } from "../../../server/src/protocol/neb";
import { columnOf } from "../columnOf";
import { nebSettings } from "../nebSettings";
import { slurmSettings } from "../screeningSettings";
import { runForJson } from "../superionCommand";
import { isUnsaved } from "../unsaved";
import { cifSource } from "./activeCif";
import type { CommandContext } from "./command";

/**
 * Writes the inputs of a nudged-elastic-band calculation for a hop that the user chooses, as `superion neb` does, and opens
 * that of `neb.x`.
 */
export async function prepareNeb(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const file = savedFile(cifSource(args).uri);
  const found = await run(context, "Looking for hops", ["neb", file], file);
  const hop = found && (await askForHop(found));
  const folder = hop && (await askForFolder(file, hop));
  const job = folder && (await askForJob());
  if (!job) return;
  const words = [
    "neb",
    file,
    `--out=${folder}`,
    `--hop=${hop}`,
    ...settingWords(),
    ...(job.isWanted ? jobWords() : []),
  ];
  const written = await run(context, "Writing the inputs", words, file);
  if (written) await tell(written, folder, columnOf(Uri.file(file)));
}

function savedFile(uri: Uri): string {
  if (uri.scheme !== "file") throw new Error("The CIF must lie on a disk: save it first.");
  if (isUnsaved(uri))
    throw new Error(`${basename(uri.fsPath)} has changes that are not saved: save it first.`);
  return uri.fsPath;
}

/** `undefined` where the user cancelled. @throws Error with what `superion` says where nothing came of it. */
async function run(
  context: CommandContext,
  title: string,
  words: readonly string[],
  file: string,
): Promise<NebListing | undefined> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  const listings = await window.withProgress(options, (_, token: CancellationToken) =>
    runForJson<readonly NebListing[]>(context, words, dirname(file), token),
  );
  const [listing] = listings ?? [];
  const error = listing?.problems.find(({ severity }) => severity === "error");
  if (error) throw new Error(error.message);
  return listing;
}

/** The number of a hop, as text. */
async function askForHop({ structures: [first] }: NebListing): Promise<string | undefined> {
  const items = (first?.hops ?? []).map((hop, i): QuickPickItem & { readonly number: string } => ({
    number: String(i + 1),
    label: `${hop.from} \u2192 ${hop.to}`,
    description: hopText(hop),
  }));
  const choice = await window.showQuickPick(items, {
    title: `Prepare NEB calculation (1/3): a hop of ${first?.ion ?? ""} in data_${first?.block ?? ""}`,
    placeHolder: "By bond-valence site energies, the lowest first",
    ignoreFocusOut: true,
  });
  return choice?.number;
}

function hopText({ barrier, length, energy }: NebHop): string {
  return `${barrier.toFixed(2)} eV, ${length.toFixed(1)} Å, ${energy.toFixed(2)} eV above the lowest site`;
}

async function askForFolder(file: string, hop: string): Promise<string | undefined> {
  const name = `${basename(file).replace(/\.[^.]*$/, "")}-neb-${hop}`;
  const folder = await window.showInputBox({
    title: "Prepare NEB calculation (2/3): the folder of the inputs",
    value: join(dirname(file), name),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === "" ? "The inputs need a folder." : undefined),
  });
  return folder?.trim();
}

async function askForJob(): Promise<{ readonly isWanted: boolean } | undefined> {
  const choices = [
    { label: "Inputs of pw.x and neb.x", isWanted: false },
    { label: "Inputs and a Slurm job", description: "by the settings superion.slurm", isWanted: true },
  ];
  return window.showQuickPick(choices, {
    title: "Prepare NEB calculation (3/3): what is written",
    ignoreFocusOut: true,
  });
}

function settingWords(): string[] {
  const { pseudopotentials, waveCutoff, kSpacing, images, length } = nebSettings();
  return [
    ...(pseudopotentials === "" ? [] : [`--pseudo=${pseudopotentials}`]),
    ...[`--ecutwfc=${waveCutoff}`, `--k-spacing=${kSpacing}`, `--images=${images}`, `--length=${length}`],
  ];
}

function jobWords(): string[] {
  const { partition, account, time, modules } = slurmSettings();
  const given = { partition, account, time };
  return [
    "--slurm",
    ...Object.entries(given).flatMap(([name, value]) => (value === "" ? [] : [`--${name}=${value}`])),
    ...modules.map((name) => `--module=${name}`),
  ];
}

/** Opens the input of the path, and says what is beside it. */
async function tell(
  { structures: [first], problems }: NebListing,
  folder: string,
  viewColumn = ViewColumn.Active,
): Promise<void> {
  await window.showTextDocument(Uri.file(join(folder, "neb.in")), { viewColumn });
  const atoms = first?.atoms ?? 0;
  const files = first?.files.join(", ") ?? "";
  const warnings = problems
    .filter(({ severity }) => severity === "warning")
    .map(({ message }) => ` ${message}`);
  void window.showInformationMessage(`${atoms} atoms; in ${folder}: ${files}.${warnings.join("")}`);
}
