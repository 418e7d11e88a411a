import { openPromise, type Entry, type ZipFile } from "yauzl";
import type { Input } from "./input";

/**
 * The files of an archive whose names are wanted, by its central directory; each is unpacked as it is read. What is packed
 * twice is not.
 */
export async function* entriesOfZip(
  archive: string,
  isWanted: (name: string) => boolean,
): AsyncGenerator<Input, void, undefined> {
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry())
      if (isWanted(entry.fileName) && !/\.gz$/i.test(entry.fileName)) yield inputOf(archive, zip, entry);
  } finally {
    zip.close();
  }
}

/** To be opened before the next entry is asked for. */
function inputOf(archive: string, zip: ZipFile, entry: Entry): Input {
  const { fileName, uncompressedSize } = entry;
  return {
    kind: "file",
    file: `${archive}/${fileName}`,
    place: fileName,
    size: uncompressedSize,
    open: () => zip.openReadStreamPromise(entry),
  };
}

/** The text of one entry; `undefined` where the archive has none of that name. */
export async function readZipEntry(archive: string, name: string): Promise<Uint8Array | undefined> {
  for await (const input of entriesOfZip(archive, (entry) => entry === name)) {
    if (input.kind === "problem") continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of await input.open()) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
  return undefined;
}
