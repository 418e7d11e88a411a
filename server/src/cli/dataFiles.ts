import { readFile } from "node:fs/promises";
import { filesIn } from "./filesIn";
import { Report, type Answer, type OutputOptions, type PlacedProblem } from "./report";

/** What a command says of one file of measurements. */
export interface DataAnswer extends Pick<Answer, "fields" | "readable"> {
  readonly problems: readonly PlacedProblem[];
}

/**
 * Answers for every file in the order given, folders being walked for names that match. A file that cannot be read, or that
 * fails, does not keep the others from their answer.
 */
export async function forEachDataFile(
  paths: readonly string[],
  name: RegExp,
  options: OutputOptions,
  answer: (bytes: Uint8Array, file: string) => DataAnswer | Promise<DataAnswer>,
): Promise<void> {
  const report = new Report(options);
  for (const path of paths) {
    const files = await filesIn(path, name);
    if (files.length === 0) report.write(path, [noFile], nothing);
    for (const file of files) {
      const { problems, ...rest } = await answered(file, answer);
      report.write(file, [...problems], rest);
    }
  }
  report.finish();
}

async function answered(
  file: string,
  answer: (bytes: Uint8Array, file: string) => DataAnswer | Promise<DataAnswer>,
): Promise<DataAnswer> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return {
      ...nothing,
      problems: [fault("unreadable-file", `This file cannot be read: ${reasonOf(error)}`)],
    };
  }
  try {
    return await answer(bytes, file);
  } catch (error) {
    return {
      ...nothing,
      problems: [fault("internal-error", `This file met a fault in Superion: ${reasonOf(error)}`)],
    };
  }
}

const nothing: Pick<Answer, "fields" | "readable"> = { fields: () => ({}), readable: () => "" };

const noFile = fault("no-file-found", "This folder has no file that could be read.");

/** An error of a file as a whole. */
export function fault(code: string, message: string): PlacedProblem {
  return { code, severity: "error", line: null, column: null, message };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
