// Bundles the extension client, the language server, its threads, the `superion` command and the pages of the panels into dist/.
import { build } from "esbuild";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { thirdPartyNotices } from "./notices.mjs";
import { root } from "./provision/cache.mjs";

const dist = join(root, "dist");
const fromServer = createRequire(join(root, "server/package.json"));

/** @type {import("esbuild").BuildOptions & { metafile: true }} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  outdir: "dist",
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  logLevel: "warning",
  // The ES modules of a package where it has some: only these are tree-shaken.
  mainFields: ["module", "main"],
};

/**
 * What matches the filter is left to be loaded from a file beside the bundle.
 * @param {RegExp} filter
 * @param {(path: string) => string} fileOf
 * @returns {import("esbuild").Plugin}
 */
const apart = (filter, fileOf) => ({
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter }, ({ path }) => ({ path: fileOf(path), external: true }));
  },
});

/** Short identifiers, and the names of functions kept beside them. */
const short = { minifyIdentifiers: true, keepNames: true };

/** @type {typeof shared} */
const client = {
  ...shared,
  ...short,
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  external: ["vscode"],
  // VS Code gives `vscode` to what is required, not to what is imported.
  supported: { "dynamic-import": false },
};

// The client library is large and only loaded after the activation: it has a file of its own.
const languageClient = { ...client, entryPoints: { languageClient: "vscode-languageclient/node" } };
const extension = {
  ...client,
  entryPoints: { extension: "client/src/extension.ts" },
  plugins: [apart(/^vscode-languageclient\/node$/, () => "./languageClient.cjs")],
};

/**
 * Each file holds all it needs but for what lies in those of `bundles/`. Splitting would make many small files of what they
 * share.
 * @type {typeof shared}
 */
const server = {
  ...shared,
  // Names kept beside short identifiers would cost time whenever a function makes a function.
  minifyIdentifiers: true,
  entryPoints: {
    server: "server/src/main.ts",
    superion: "server/src/cli/superion.ts",
    worker: "server/src/worker.ts",
    crystals: "server/src/bundles/crystals.ts",
    impedance: "server/src/bundles/impedance.ts",
  },
  outExtension: { ".js": ".mjs" },
  format: "esm",
  // CommonJS packages inside an ES module bundle ask for `require`.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  plugins: [apart(/\/bundles\/\w+$/, (path) => `./${basename(path)}.mjs`)],
};

// A folder of media/src/ with a main.tsx is the page of a panel: dist/panels/NAME.js and NAME.css.
const panelNames = readdirSync(join(root, "media/src")).filter((name) =>
  existsSync(join(root, "media/src", name, "main.tsx")),
);
/** @type {typeof shared} */
const panels = {
  ...shared,
  ...short,
  platform: "browser",
  mainFields: ["browser", "module", "main"],
  target: "es2022",
  outdir: "dist/panels",
  entryPoints: panelNames.map((name) => ({ in: `media/src/${name}/main.tsx`, out: name })),
  // What several pages need is there once.
  format: "esm",
  splitting: true,
  chunkNames: "chunk-[hash]",
  jsx: "automatic",
  jsxImportSource: "preact",
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const bundles = await Promise.all([build(extension), build(languageClient), build(server), build(panels)]);
copyFileSync(fromServer.resolve("@spglib/moyo-wasm/moyo_wasm_bg.wasm"), join(dist, "moyo_wasm_bg.wasm"));
// The example crystals in one file.
const examples = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".cif"));
const texts = examples.map((name) => [name, readFileSync(join(root, "examples", name), "utf8")]);
writeFileSync(join(dist, "examples.json"), JSON.stringify(Object.fromEntries(texts)));
const sources = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync(join(dist, "THIRD-PARTY-NOTICES.txt"), thirdPartyNotices(sources));
chmodSync(join(dist, "superion.mjs"), 0o755);
