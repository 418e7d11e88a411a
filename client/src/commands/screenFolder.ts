import { basename } from "node:path";
import { Uri, window, workspace } from "vscode";
import type { Screening } from "../screenings";
import type { CommandContext } from "./command";
import { askForScreening } from "./screeningInputs";

/** Screens a folder: asks for what it needs, shows the panel, and takes up an earlier run again. */
export async function screenFolder(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const screening = await askForScreening("Screen folder", args);
  if (!screening) return;
  const resume = (await exists(screening.file)) ? await askWhetherToResume(screening.file) : false;
  if (resume === undefined) return;
  await runInPanel(context, screening, resume);
}

async function runInPanel({ screenings, panels }: CommandContext, screening: Screening, resume: boolean) {
  const running = screenings.run(screening, resume);
  panels.screening.show({ file: screening.file });
  const outcome = await running;
  if (outcome.kind === "refused") throw new Error(outcome.reason);
}

async function exists(path: string): Promise<boolean> {
  try {
    await workspace.fs.stat(Uri.file(path));
    return true;
  } catch {
    return false;
  }
}

/** Nothing where the user gave up. */
async function askWhetherToResume(file: string): Promise<boolean | undefined> {
  const resume = { label: "Resume", detail: "Screens only what is new or changed.", value: true };
  const anew = { label: "Start anew", detail: "Overwrites the results.", value: false };
  const choice = await window.showQuickPick([resume, anew], { title: `${basename(file)} exists` });
  return choice?.value;
}
