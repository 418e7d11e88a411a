// `npm start`: installs, builds, prints the annotations of examples/, and opens the editor on them.
// `npm start -- --no-open` stops after the table; `--browser` serves the editor even where a desktop VS Code is.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { installPackages } from "./install.mjs";
import { cacheFolder, root } from "./provision/cache.mjs";
import { serveEditor } from "./provision/codeServer.mjs";
import { run, tryRun } from "./provision/run.mjs";

const options = process.argv.slice(2);
const examples = join(root, "examples");

await installPackages();
await run(process.execPath, [join(root, "scripts/build.mjs")]);
console.log("Annotating examples/ (broken.cif is broken on purpose).\n");
await tryRun(process.execPath, ["dist/superion.mjs", "annotate", "examples"], { cwd: root, loud: true });
if (!options.includes("--no-open")) await openEditor();

async function openEditor() {
  const desktop = !options.includes("--browser") && (await tryRun("code", ["--version"])).code === 0;
  await (desktop ? openOnDesktop() : serveToBrowser());
}

async function openOnDesktop() {
  console.log("\nOpening examples/ in VS Code.");
  await run("code", ["--new-window", `--extensionDevelopmentPath=${root}`, examples]);
}

/** Serves the editor until it is interrupted. */
async function serveToBrowser() {
  console.log("\nNo desktop VS Code is on the PATH: serving one to the browser.");
  const home = join(cacheFolder, "editor");
  const vsix = join(home, "superion.vsix");
  mkdirSync(home, { recursive: true });
  await run(process.execPath, [join(root, "scripts/package.mjs"), vsix]);
  const settings = { "workbench.startupEditor": "none", "security.workspace.trust.enabled": false };
  const { address, stop } = await serveEditor({ workspace: examples, home, settings, vsix });
  console.log(`\nOpen ${address}\nand click Li10GeP2S12.cif. Ctrl+C ends the editor.`);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => void stop());
}
