// A VS Code that comes from the package registry: code-server, the same editor and extension host served to a browser.
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cached } from "./cache.mjs";
import { run, tryRun } from "./run.mjs";

/** The last version for Node 20; it holds VS Code 1.100.3. */
const version = "4.100.3";

/** The script that starts code-server, run with Node; installed into the cache at the first call (a minute or two). */
export async function findCodeServer() {
  if (process.platform === "win32") {
    throw new Error(
      "code-server does not run on Windows: install VS Code (https://code.visualstudio.com) and run again.",
    );
  }
  const folder = await cached(`code-server-${version}`, install);
  return join(folder, "node_modules/code-server/out/node/entry.js");
}

/** @param {string} folder */
async function install(folder) {
  console.log(
    `Installing code-server ${version} (VS Code for the browser) into .cache/, once; this takes a minute or two.`,
  );
  writeFileSync(join(folder, "package.json"), `{ "private": true }\n`);
  const npm = (/** @type {string} */ cwd, /** @type {string[]} */ ...args) =>
    run("npm", [...args, "--no-audit", "--no-fund"], { cwd });
  await npm(folder, "install", "--ignore-scripts", `code-server@${version}`);

  const vscode = join(folder, "node_modules/code-server/lib/vscode");
  await npm(vscode, "install", "--ignore-scripts", "--omit=dev");
  symlinkSync("node_modules", join(vscode, "node_modules.asar"));

  // code-server's own install script fails for root and downloads what is not needed here: build only what it loads.
  console.log("Building the native parts of code-server.");
  await build(folder, "argon2");
  for (const name of ["@vscode/spdlog", "native-watchdog", "node-pty"]) await build(vscode, name);
}

/**
 * Builds one native package and sees that it loads. That counts, not the exit code of the build: node-pty, for one,
 * ends its build with a step for its own developers that may fail.
 * @param {string} folder @param {string} name
 */
async function build(folder, name) {
  const { output } = await tryRun("npm", ["rebuild", name, "--no-audit", "--no-fund"], { cwd: folder });
  const { code } = await tryRun("node", ["-e", `require(${JSON.stringify(name)})`], { cwd: folder });
  if (code !== 0) {
    throw new Error(
      `The native package ${name} of code-server could not be built. It needs python3, make and a C++ compiler ` +
        `(on Debian or Ubuntu: apt-get install python3 make g++).\n${output.slice(-3000)}`,
    );
  }
}
