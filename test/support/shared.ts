import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of references and data that may stand beside the project. */
export const sharedFolder = join(dirname(fileURLToPath(import.meta.url)), "../../../shared");

export const hasShared = existsSync(sharedFolder);
if (!hasShared) console.warn(`No ${sharedFolder}: tests against reference data are skipped.`);

export function sharedPath(...parts: string[]): string {
  return join(sharedFolder, ...parts);
}

export function readSharedText(...parts: string[]): string {
  return readFileSync(sharedPath(...parts), "utf8");
}

export function readSharedBytes(...parts: string[]): ArrayBuffer {
  return new Uint8Array(readFileSync(sharedPath(...parts))).buffer;
}
