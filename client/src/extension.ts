import { window, type ExtensionContext } from "vscode";
import { registerCommands } from "./commands/registry";
import { LanguageServer } from "./languageServer";
import { registerPanels } from "./panels/registry";
import { Screenings } from "./screenings";
import { showLanguageStatus } from "./views/languageStatus";
import { showScreenings } from "./views/screeningsView";
import { SimplifiedDocuments } from "./views/simplifiedDocuments";
import { tellUnsharedFiles } from "./views/unsharedFiles";

let server: LanguageServer | undefined;

export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel("Superion", { log: true });
  server = new LanguageServer(context.asAbsolutePath("dist/server.mjs"), log);
  const { extensionUri, globalStorageUri: storage } = context;
  const screenings = new Screenings(server, context.workspaceState);
  const shared = { extensionUri, log, server, screenings };
  const panels = registerPanels(shared);
  context.subscriptions.push(
    log,
    showLanguageStatus(server),
    new SimplifiedDocuments(server),
    tellUnsharedFiles(extensionUri),
    screenings,
    showScreenings(screenings, server),
    ...Object.values(panels),
    ...registerCommands({ ...shared, storage, panels }),
  );
  server.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
