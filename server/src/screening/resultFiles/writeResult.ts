import { open, rename, rm } from "node:fs/promises";
import type { ScreeningHeader } from "../../protocol/screening";
import type { ResultEncoder, ResultRow } from "./encoder";

/** Rows that are written at once. */
const chunkLength = 1000;

/** The bytes of a result, in pieces. */
export async function* encoded(
  encoder: ResultEncoder,
  header: ScreeningHeader,
  rows: Iterable<ResultRow>,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  yield encoder.begin(header);
  let chunk: ResultRow[] = [];
  for (const row of rows) {
    if (chunk.push(row) < chunkLength) continue;
    yield encoder.rows(chunk);
    chunk = [];
    // Others want to be heard meanwhile.
    await new Promise(setImmediate);
  }
  yield encoder.rows(chunk);
  yield encoder.end();
}

/**
 * Writes a file whole or not at all: what stood at the path stays until the new one is complete.
 *
 * @throws Error where the disk is full or fails.
 */
export async function writeWhole(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = await open(part, "w");
    try {
      for await (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
