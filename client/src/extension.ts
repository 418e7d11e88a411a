import { window, type ExtensionContext } from "vscode";
import { registerCommands } from "./commands/registry";
import { LanguageServer } from "./languageServer";
import { showLanguageStatus } from "./views/languageStatus";
import { SimplifiedDocuments } from "./views/simplifiedDocuments";

let server: LanguageServer | undefined;

export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel("Superion", { log: true });
  server = new LanguageServer(context.asAbsolutePath("dist/server.mjs"), log);
  context.subscriptions.push(
    log,
    showLanguageStatus(server),
    new SimplifiedDocuments(server),
    ...registerCommands({
      extensionUri: context.extensionUri,
      storage: context.globalStorageUri,
      log,
      server,
    }),
  );
  server.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
