import { commands } from "vscode";

/** Opens the walkthrough "Read a crystal with Superion". */
export async function openWalkthrough(): Promise<void> {
  await commands.executeCommand(
    "workbench.action.openWalkthrough",
    "superion.superion#superion.start",
    false,
  );
}
