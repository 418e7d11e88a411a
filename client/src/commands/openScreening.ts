import { basename } from "node:path";
import { window, type QuickPickItem } from "vscode";
import { namedPath } from "./arguments";
import type { CommandContext } from "./command";

/** Shows the panel of a result file. The argument names it, as URI or path; else the user chooses among the past ones. */
export async function openScreening(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const file = namedPath(args[0]) ?? (await askForFile(context));
  if (file === undefined) return;
  const known = context.screenings.past.find((one) => one.file === file);
  await context.screenings.remember(known ?? { file, paths: [] });
  context.panels.screening.show({ file });
}

async function askForFile({ screenings }: CommandContext): Promise<string | undefined> {
  const items = screenings.past.map(({ file }): QuickPickItem & { readonly file?: string } => ({
    label: basename(file),
    description: file,
    file,
  }));
  const choice = await window.showQuickPick([...items, { label: "Choose a file..." }], {
    title: "Open the results of a screening",
  });
  if (choice === undefined || choice.file !== undefined) return choice?.file;
  const [chosen] =
    (await window.showOpenDialog({ filters: { Screenings: ["ndjson", "csv", "parquet"] } })) ?? [];
  return chosen?.fsPath;
}
