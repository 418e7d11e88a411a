import { readFile, stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Block } from "../cif/document";
import { decodeCif } from "../cif/decode";
import { LineIndex } from "../cif/lineIndex";
import { parseCif } from "../cif/parser";
import { valueText } from "../cif/valueText";
import type { InputFile } from "../screening/sources/input";
import { inputFiles } from "../screening/sources/inputFiles";

/** A data block of a file in the workspace. */
export interface IndexedBlock {
  readonly uri: string;
  /** The path below the folder of the workspace. */
  readonly place: string;
  /** As written, without `data_`. */
  readonly code: string;
  /** `Li7La3Zr2O12`; empty where the file gives none. */
  readonly formula: string;
  /** Of its header, from 0. */
  readonly line: number;
}

/** Larger files are measured data or proteins: parsing them would keep the editor waiting. */
const largestFile = 500_000;

const mostFiles = 20_000;

/** Milliseconds for which the files are taken to be as they were. */
const freshness = 3000;

interface IndexedFile {
  readonly size: number;
  readonly modified: number;
  readonly blocks: readonly IndexedBlock[];
}

const formulaTags = [
  "_chemical_formula_sum",
  "_chemical_formula.sum",
  "_chemical_formula_structural",
  "_chemical_formula_moiety",
];

/** The data blocks of a workspace's files: read when first asked for, and files anew that changed since. */
export class BlockIndex {
  private readonly files = new Map<string, IndexedFile>();
  private running: Promise<void> | undefined;
  private refreshed = -Infinity;
  private folders: readonly string[] = [];

  /**
   * All blocks below these folders (paths) once the files are read; after so many milliseconds those that are read by then.
   */
  async blocks(folders: readonly string[], patience: number): Promise<IndexedBlock[]> {
    const areOthers = folders.join("\n") !== this.folders.join("\n");
    this.folders = folders;
    if (areOthers || performance.now() - this.refreshed > freshness)
      this.running ??= this.refresh().finally(() => {
        this.running = undefined;
      });
    if (this.running) await Promise.race([this.running, new Promise((done) => setTimeout(done, patience))]);
    return [...this.files.values()].flatMap(({ blocks }) => blocks);
  }

  private async refresh(): Promise<void> {
    const seen = new Set<string>();
    for await (const input of inputFiles(this.folders)) {
      if (input.kind !== "file" || !/\.m{0,2}cif$/i.test(input.file)) continue;
      seen.add(input.file);
      await this.update(input).catch(() => this.files.delete(input.file));
      if (seen.size >= mostFiles) break;
    }
    for (const file of this.files.keys()) if (!seen.has(file)) this.files.delete(file);
    this.refreshed = performance.now();
  }

  private async update({ file, place }: InputFile): Promise<void> {
    const { size, mtimeMs: modified } = await stat(file);
    const known = this.files.get(file);
    if (known?.size === size && known.modified === modified) return;
    const blocks = size > largestFile ? [] : blocksOf(await readFile(file), file, place);
    this.files.set(file, { size, modified, blocks });
    // What waits for the server goes first.
    await setImmediate();
  }
}

function blocksOf(bytes: Uint8Array, file: string, place: string): IndexedBlock[] {
  const { text } = decodeCif(bytes);
  const lines = new LineIndex(text);
  const uri = pathToFileURL(file).href;
  return parseCif(text).blocks.map((block) => ({
    uri,
    place,
    code: block.code,
    formula: formulaOf(block),
    line: lines.position(block.headerRange.start).line,
  }));
}

function formulaOf(block: Block): string {
  for (const tag of formulaTags) {
    const text = valueText(block.find(tag)?.value(0));
    if (text) return text.replace(/[\s'"]+/g, "");
  }
  return "";
}
