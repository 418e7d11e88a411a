// The packages that the lock file names, installed when they are missing or older than it. No install scripts run.
import { statSync } from "node:fs";
import { join } from "node:path";
import { root, withLock } from "./provision/cache.mjs";
import { run } from "./provision/run.mjs";

const oldestNode = [20, 19];

/** Call it before anything of node_modules is imported. */
export async function installPackages() {
  requireNode();
  if (isCurrent()) return;
  await withLock("packages", async () => {
    if (isCurrent()) return;
    console.log("Installing the packages that the lock file names.");
    await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: root });
  });
}

function isCurrent() {
  const changed = (/** @type {string} */ path) =>
    statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return changed("node_modules/.package-lock.json") >= changed("package-lock.json");
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(
      `Superion needs Node.js ${oldestNode.join(".")} or newer; this is ${process.versions.node}.`,
    );
  }
}
