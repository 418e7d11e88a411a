import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { LanguageServer } from "./language/languageServer";

// The language server's process: over node IPC or, for any editor, `--stdio`. Paths are those of the bundle in dist/.
const server = new LanguageServer(createConnection(ProposedFeatures.all), {
  worker: new URL("./analysisWorker.mjs", import.meta.url),
  impedanceWorker: new URL("./impedanceWorker.mjs", import.meta.url),
  pathsWorker: new URL("./pathsWorker.mjs", import.meta.url),
  screeningThread: new URL("./screeningThreadMain.mjs", import.meta.url),
  screeningWorker: new URL("./screeningWorker.mjs", import.meta.url),
  clustersThread: new URL("./clustersThreadMain.mjs", import.meta.url),
  clusterWorker: new URL("./clusterWorker.mjs", import.meta.url),
  models: fileURLToPath(new URL("../server/models/", import.meta.url)),
  helpPage: new URL("../docs/diagnostics.md", import.meta.url).href,
});
server.listen();
