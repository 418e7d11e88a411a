import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readParent } from "../graph/parentFile";
import type { ParentModel } from "../graph/parentModel";
import { readPublishedParent } from "../graph/publishedParent";

/** A parent with the SHA-256 of its weights' file, hexadecimal, by which it is known whatever the file is called. */
export interface IdentifiedParent {
  readonly parent: ParentModel;
  readonly sha256: string;
}

/**
 * @param path of published MEGNet weights (`.hdf5`, with its `.hdf5.json` beside it) or of a parent in Superion's own form.
 * @throws Error with a reason for the user where a file is missing or cannot be read.
 */
export async function readParentFile(path: string): Promise<IdentifiedParent> {
  const bytes = await readFile(path);
  const name = basename(path);
  const reading = /\.(hdf5|h5)$/i.test(path)
    ? readPublishedParent(name, new Uint8Array(bytes).buffer, await readFile(`${path}.json`, "utf8"))
    : readParent(name, bytes);
  if (reading.kind === "refused") throw new Error(reading.reason);
  return { parent: reading.parent, sha256: sha256Of(bytes) };
}

/** Whether two files hold the same bytes. @throws Error where one is missing. */
export async function haveSameContent(...paths: readonly [string, string]): Promise<boolean> {
  const [one, other] = await Promise.all(paths.map(async (path) => sha256Of(await readFile(path))));
  return one === other;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
