import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { decodeCif, type Encoding } from "../cif/decode";
import type { CifDocument } from "../cif/document";
import { parseCif } from "../cif/parser";
import type { Problem } from "../cif/problem";
import { filesIn } from "./filesIn";

const CIF_FILE = /\.(?:cif|mcif|mmcif)$/i;
const STANDARD_INPUT = "-";

/** One file that was named on the command line, or found in a folder. */
export interface CifInput {
  /** The path as given, `-` for standard input. */
  readonly file: string;
  /** An empty document where the file could not be read. */
  readonly document: CifDocument;
  readonly encoding: Encoding;
  /** Of the file itself and of its syntax. */
  readonly problems: readonly Problem[];
  readonly isReadable: boolean;
}

/** Reads files, the CIFs of folders, and `-` for standard input. */
export async function* readCifs(paths: readonly string[]): AsyncGenerator<CifInput, void, undefined> {
  for (const path of paths) {
    const found = path === STANDARD_INPUT ? [path] : await filesIn(path, CIF_FILE);
    if (found.length === 0)
      yield unreadable(path, "no-cif-found", "This folder has no .cif, .mcif or .mmcif file.");
    for (const file of found) yield await readCif(file);
  }
}

async function readCif(file: string): Promise<CifInput> {
  try {
    const bytes = file === STANDARD_INPUT ? await buffer(process.stdin) : await readFile(file);
    const { text, encoding, problems } = decodeCif(bytes);
    const document = parseCif(text);
    return { file, document, encoding, problems: [...problems, ...document.problems], isReadable: true };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return unreadable(file, "unreadable-file", `This file cannot be read: ${reason}`);
  }
}

function unreadable(file: string, code: string, message: string): CifInput {
  const problems: Problem[] = [{ code, severity: "error", message }];
  return { file, document: parseCif(""), encoding: "utf-8", problems, isReadable: false };
}
