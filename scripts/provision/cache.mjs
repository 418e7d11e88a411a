// The project's cache folder, and installations in it that appear whole or not at all.
import { existsSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const cacheFolder = join(root, ".cache");

const staleAfterMilliseconds = 60_000;

/** The folder `.cache/NAME`, made by `install(folder)` if it is not there; several processes may ask at once.
 * @param {string} name @param {(folder: string) => Promise<void>} install */
export async function cached(name, install) {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder, { recursive: true });
  return withLock(name, async () => {
    if (existsSync(folder)) return folder;
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial);
    await install(partial);
    renameSync(partial, folder);
    return folder;
  });
}

/** Runs `work` while no other process holds the lock of this name; a lock whose holder died is taken over.
 * @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>} */
export async function withLock(name, work) {
  mkdirSync(cacheFolder, { recursive: true });
  const lock = join(cacheFolder, `${name}.lock`);
  while (!takeLock(lock)) await delay(500);
  const heartbeat = setInterval(() => {
    utimesSync(lock, new Date(), new Date());
  }, staleAfterMilliseconds / 6);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > staleAfterMilliseconds) rmSync(lock, { force: true });
    return false;
  }
}
