// A VS Code that comes from the package registry: code-server, the same editor and extension host served to a browser.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
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

/**
 * @typedef {object} ServedEditor
 * @property {string} address Of the workspace in a browser.
 * @property {() => Promise<void>} stop
 *
 * @typedef {object} ServeOptions
 * @property {string} workspace Folder to open.
 * @property {string} home Folder for the user's data and for the installed extensions.
 * @property {Record<string, unknown>} settings Of the user, at the first start.
 * @property {string} vsix Extension to install.
 * @property {number} [port] Any free one where absent.
 */

/**
 * Installs an extension as a user does, and serves the editor on this machine only.
 * @param {ServeOptions} options
 * @returns {Promise<ServedEditor>}
 */
export async function serveEditor({ workspace, home, settings, vsix, port = 0 }) {
  const entry = await findCodeServer();
  mkdirSync(join(home, "data/User"), { recursive: true });
  const settingsFile = join(home, "data/User/settings.json");
  if (!existsSync(settingsFile)) writeFileSync(settingsFile, JSON.stringify(settings, null, 2));
  const folders = [
    ...["--user-data-dir", join(home, "data")],
    ...["--extensions-dir", join(home, "extensions")],
    ...["--config", join(home, "config.yaml")],
  ];
  await run(process.execPath, [entry, ...folders, "--force", "--install-extension", vsix]);
  const options = [
    "--auth",
    "none",
    "--bind-addr",
    `127.0.0.1:${port}`,
    "--disable-telemetry",
    "--disable-update-check",
  ];
  const server = spawn(process.execPath, [entry, ...folders, ...options], {
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that the extension hosts end with it.
    detached: true,
  });
  const address = await announcedAddress(server);
  return {
    address: `${address}?folder=${encodeURIComponent(workspace)}`,
    async stop() {
      if (server.exitCode !== null || server.pid === undefined) return;
      const closed = once(server, "close");
      process.kill(-server.pid);
      await closed;
    },
  };
}

/**
 * Where the server says that it listens; rejects when it ends before.
 * @param {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, import("node:stream").Readable>} server
 * @returns {Promise<string>}
 */
function announcedAddress(server) {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      const address = /HTTP server listening on (http:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("error", reject);
    server.once("close", () => {
      reject(new Error(`code-server ended before it listened:\n${output.slice(-3000)}`));
    });
  });
}
