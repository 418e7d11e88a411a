import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { LanguageServer } from "./language/languageServer";
import { threadScript } from "./screening/threads";

// The language server's process: over node IPC or, for any editor, `--stdio`. Paths are those of the bundle in dist/.
const server = new LanguageServer(createConnection(ProposedFeatures.all), {
  worker: threadScript("analysis"),
  impedanceWorker: threadScript("impedance"),
  pathsWorker: threadScript("paths"),
  screeningThread: threadScript("screenings"),
  screeningWorker: threadScript("screening"),
  clustersThread: threadScript("clusterings"),
  clusterWorker: threadScript("clustering"),
  models: fileURLToPath(new URL("../server/models/", import.meta.url)),
  helpPage: new URL("../docs/diagnostics.md", import.meta.url).href,
});
server.listen();
