import { readFile, stat } from "node:fs/promises";
import { decodeCif } from "../cif/decode";
import { readNebImages, readNebOutput, readNebPath, type NebResult } from "../migration/neb/nebOutput";
import type { NebCalculation, ReadNebParams, ReadNebResult } from "../protocol/neb";

/** Bytes; outputs of `neb.x` have some hundred kilobytes. */
const largest = 50_000_000;

/** Reads files of `neb.x`. */
export async function readNebFiles({ files }: ReadNebParams): Promise<ReadNebResult> {
  const calculations: NebCalculation[] = [];
  const remarks: string[] = [];
  for (const file of files) {
    const read = await readNebFile(file);
    if (typeof read === "string") remarks.push(`${file}: ${read}`);
    else {
      calculations.push(calculation(file, read));
      remarks.push(...read.warnings.map((warning) => `${file}: ${warning}.`));
    }
  }
  return { calculations, remarks };
}

/** In place of a result a reason in words. */
async function readNebFile(file: string): Promise<NebResult | string> {
  try {
    if ((await stat(file)).size > largest) return "it is too large for an output of neb.x.";
    const { text } = decodeCif(await readFile(file));
    const found = readNebOutput(text) ?? readNebPath(text) ?? readNebImages(text);
    return found ?? "it is no file of neb.x: an output, PREFIX.dat or PREFIX.path.";
  } catch (error) {
    return `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function calculation(file: string, { images, end, barriers }: NebResult): NebCalculation {
  return {
    file,
    end,
    images: images.map(({ coordinate, energy }, i) => ({
      share: coordinate ?? i / (images.length - 1),
      energy,
    })),
    barrier: barriers?.forth ?? null,
  };
}
