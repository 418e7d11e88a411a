import { ConfigurationTarget, workspace } from "vscode";
import { defaultSettings } from "../../server/src/protocol/settings";

/** The model that is set: the name of a shipped one, or the path of one that the user trained. */
export function chosenModel(): string {
  return workspace.getConfiguration("superion").get("model", defaultSettings.model);
}

/** Sets the model where it is set now, else for the user; the server loads it at once. */
export async function chooseModelSetting(model: string): Promise<void> {
  const settings = workspace.getConfiguration("superion");
  const isOfWorkspace = settings.inspect("model")?.workspaceValue !== undefined;
  const target = isOfWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update("model", model, target);
}
