// Runs a TypeScript program of this repository, bundled into the cache.
import { build } from "esbuild";
import { basename, join } from "node:path";
import { cacheFolder, root } from "./provision/cache.mjs";
import { tryRun } from "./provision/run.mjs";

/** The exit code. @param {string} entry Relative to the root. @param {readonly string[]} args */
export async function runTypeScript(entry, args) {
  const outfile = join(cacheFolder, "programs", basename(entry).replace(/\.ts$/, ".mjs"));
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    mainFields: ["module", "main"],
    // CommonJS packages inside an ES module bundle ask for these.
    banner: {
      js: [
        "import { createRequire as makeRequire } from 'node:module';",
        "const require = makeRequire(import.meta.url);",
        "const [__filename, __dirname] = [import.meta.filename, import.meta.dirname];",
      ].join(" "),
    },
    sourcemap: "inline",
    logLevel: "warning",
  });
  const { code } = await tryRun(process.execPath, ["--enable-source-maps", outfile, ...args], {
    cwd: root,
    loud: true,
  });
  return code;
}
