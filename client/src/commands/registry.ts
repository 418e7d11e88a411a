import { commands, window, type Disposable } from "vscode";
import { showPathsCommand } from "../../../server/src/protocol/migration";
import { showSimplifiedCommand } from "../../../server/src/protocol/simplification";
import { showStructureCommand } from "../../../server/src/protocol/structure";
import { analyseImpedance } from "./analyseImpedance";
import { chooseModel } from "./chooseModel";
import { clusterCompounds } from "./clusterCompounds";
import type { Command, CommandContext } from "./command";
import { compareSimplified } from "./compareSimplified";
import { gatherScreening } from "./gatherScreening";
import { openExample } from "./openExample";
import { openScreening } from "./openScreening";
import { openWalkthrough } from "./openWalkthrough";
import { prepareNeb } from "./prepareNeb";
import { restartServer } from "./restartServer";
import { screenFolder } from "./screenFolder";
import { showLog } from "./showLog";
import { showPaths } from "./showPaths";
import { showSimplified } from "./showSimplified";
import { showStructure } from "./showStructure";
import { submitScreening } from "./submitScreening";
import { trainOnMeasurements } from "./trainOnMeasurements";
import { reasonOf } from "../reasonOf";

/** Every command of the manifest, by its identifier there. */
export const commandTable: Readonly<Record<string, Command>> = {
  [showSimplifiedCommand]: showSimplified,
  "superion.compareSimplified": compareSimplified,
  [showStructureCommand]: showStructure,
  [showPathsCommand]: showPaths,
  "superion.prepareNeb": prepareNeb,
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
    const reason = reasonOf(error);
    const chosen = await window.showErrorMessage(`Superion: ${reason}`, "Show Log");
    if (chosen !== undefined) context.log.show();
  }
}
