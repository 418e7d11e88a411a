import { basename } from "node:path";
import { FileSystemError, Uri, workspace } from "vscode";
import { changeCellMethod } from "../../../server/src/protocol/impedance";
import type { ChangeCellParams } from "../../../server/src/protocol/cellFile";
import type { FileReplacement } from "../../../server/src/protocol/impedancePanel";
import { isUnsaved } from "../unsaved";
import type { PanelContext } from "./panel";

/** Writes what a user entered into a cell file; what can be undone. */
export async function changeCell(
  server: PanelContext["server"],
  params: ChangeCellParams,
): Promise<FileReplacement> {
  const { path } = params;
  refuseUnsaved(path);
  const before = await textOf(path);
  const result = await server.request(changeCellMethod, params);
  if (result.kind === "refused") throw new Error(result.reason);
  await write(path, result.text);
  return { path, before, after: result.text };
}

/** Writes a cell file as it was, unless something else has changed it. */
export async function replaceCell({ path, before, after }: FileReplacement): Promise<void> {
  refuseUnsaved(path);
  if ((await textOf(path)) !== before)
    throw new Error(`${basename(path)} has been changed since, and stays as it is.`);
  await write(path, after);
}

function refuseUnsaved(path: string): void {
  if (isUnsaved(Uri.file(path)))
    throw new Error(`${basename(path)} has changes in the editor that are not saved: save it first.`);
}

/** `null` where there is no file. */
async function textOf(path: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.file(path)));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return null;
    throw error;
  }
}

async function write(path: string, text: string | null): Promise<void> {
  const uri = Uri.file(path);
  if (text === null) await workspace.fs.delete(uri);
  else await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
