import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { decodeCif } from "../cif/decode";
import type { RowName, ScreeningSourceResult } from "../protocol/screening";
import { blockCode } from "./screenedRow";
import { sourceBlocks } from "./sources/sourceBlocks";

/** Longer files are not opened whole. */
const longestOpened = 20e6;

/** Where the text of a row stands: a place in a file, or for archives and long files the data block itself. */
export async function blockSource({ file, block }: RowName): Promise<ScreeningSourceResult> {
  const container = await containerOf(file);
  if (container === undefined) return { kind: "refused", reason: `${file} is not there any more.` };
  const { path, size } = container;
  if (path === file && size <= longestOpened && !/\.gz$/i.test(file))
    return { kind: "file", path, line: lineOfBlock(decodeCif(await readFile(path)).text, block) };
  for await (const source of sourceBlocks([path]))
    if (source.kind === "block" && source.file === file && blockCode(source.bytes) === block)
      return { kind: "text", text: decodeCif(source.bytes).text };
  return { kind: "refused", reason: `${file} has no data_${block} any more.` };
}

/** The file itself, or the archive that holds it. */
export async function containerOf(file: string): Promise<{ path: string; size: number } | undefined> {
  for (let path = file; ; path = dirname(path)) {
    const entry = await stat(path).catch(() => undefined);
    if (entry) return entry.isFile() ? { path, size: entry.size } : undefined;
    if (dirname(path) === path) return undefined;
  }
}

/** Counts from 0; the first line where there is no such block. */
export function lineOfBlock(text: string, block: string): number {
  const header = `data_${block}`.toLowerCase();
  const lines = text.split(/\r\n|\r|\n/);
  const line = lines.findIndex((one) => one.trimStart().toLowerCase().split(/\s/)[0] === header);
  return Math.max(0, line);
}
