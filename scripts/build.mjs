// Bundles the extension client, the language server with its worker, and the `superion` command into dist/.
import { build } from "esbuild";
import { chmodSync, copyFileSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const fromServer = createRequire(join(root, "server/package.json"));

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  minify: true,
  keepNames: true,
  logLevel: "warning",
  mainFields: ["module", "main"],
};

const client = {
  ...shared,
  entryPoints: { extension: "client/src/extension.ts" },
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  external: ["vscode"],
};

const server = {
  ...shared,
  entryPoints: {
    server: "server/src/main.ts",
    superion: "server/src/cli/superion.ts",
    analysisWorker: "server/src/language/analysisWorker.ts",
    "entry/worker": fromServer.resolve("tinypool/dist/entry/worker.js"),
  },
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  chunkNames: "chunks/[name]-[hash]",
  format: "esm",
  splitting: true,
  // CommonJS packages inside an ES module bundle ask for `require`.
  banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await Promise.all([build(client), build(server)]);
copyFileSync(fromServer.resolve("@spglib/moyo-wasm/moyo_wasm_bg.wasm"), join(dist, "moyo_wasm_bg.wasm"));
chmodSync(join(dist, "superion.mjs"), 0o755);
