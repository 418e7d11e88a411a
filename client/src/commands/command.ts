import type { Uri } from "vscode";
import type { PanelContext } from "../panels/panel";
import type { PanelsByName } from "../panels/registry";

/** What a command may need of the extension. */
export interface CommandContext extends PanelContext {
  /** Folder of what the extension keeps for the user. */
  readonly storage: Uri;
  readonly panels: PanelsByName;
}

/** Arguments come from keybindings, lenses and other extensions: a command checks them itself. */
export type Command = (context: CommandContext, ...args: readonly unknown[]) => Promise<void> | void;
