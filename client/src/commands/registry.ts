import { commands, window, type Disposable, type Uri } from "vscode";
import { showSimplifiedCommand } from "../../../server/src/protocol/simplification";
import type { PanelContext } from "../panels/panel";
import type { PanelsByName } from "../panels/registry";
import { analyseImpedance } from "./analyseImpedance";
import { chooseModel } from "./chooseModel";
import { clusterCompounds } from "./clusterCompounds";
import { compareSimplified } from "./compareSimplified";
import { gatherScreening } from "./gatherScreening";
import { openExample } from "./openExample";
import { openScreening } from "./openScreening";
import { openWalkthrough } from "./openWalkthrough";
import { restartServer } from "./restartServer";
import { screenFolder } from "./screenFolder";
import { showLog } from "./showLog";
import { showSimplified } from "./showSimplified";
import { submitScreening } from "./submitScreening";
import { trainOnMeasurements } from "./trainOnMeasurements";

/** What a command may need of the extension. */
export interface CommandContext extends PanelContext {
  /** Folder of what the extension keeps for the user. */
  readonly storage: Uri;
  readonly panels: PanelsByName;
}

/** Arguments come from keybindings, lenses and other extensions: a command checks them itself. */
export type Command = (context: CommandContext, ...args: readonly unknown[]) => Promise<void> | void;

/** Every command of the manifest, by its identifier there. */
export const commandTable: Readonly<Record<string, Command>> = {
  [showSimplifiedCommand]: showSimplified,
  "superion.compareSimplified": compareSimplified,
  "superion.analyseImpedance": analyseImpedance,
  "superion.screenFolder": screenFolder,
  "superion.openScreening": openScreening,
  "superion.submitScreening": submitScreening,
  "superion.gatherScreening": gatherScreening,
  "superion.clusterCompounds": clusterCompounds,
  "superion.chooseModel": chooseModel,
  "superion.trainOnMeasurements": trainOnMeasurements,
  "superion.openExample": openExample,
  "superion.openWalkthrough": openWalkthrough,
  "superion.restartServer": restartServer,
  "superion.showLog": showLog,
};

export function registerCommands(context: CommandContext): Disposable[] {
  return Object.entries(commandTable).map(([id, command]) =>
    commands.registerCommand(id, (...args: unknown[]) => runReporting(context, command, args)),
  );
}

/** A command that fails says so, and offers the log. */
async function runReporting(
  context: CommandContext,
  command: Command,
  args: readonly unknown[],
): Promise<void> {
  try {
    await command(context, ...args);
  } catch (error) {
    context.log.error(error instanceof Error ? error : String(error));
    const reason = error instanceof Error ? error.message : String(error);
    const chosen = await window.showErrorMessage(`Superion: ${reason}`, "Show Log");
    if (chosen !== undefined) context.log.show();
  }
}
