import { readFile } from "node:fs/promises";
import { analyseSeries } from "../impedance/series";
import { filesIn } from "./filesIn";
import { interruptedExit, interruption, Progress } from "./progress";
import { Report, type Answer, type OutputOptions, type PlacedProblem } from "./report";

/** What a command says of one file of measurements. */
export interface DataAnswer extends Pick<Answer, "fields" | "readable"> {
  readonly problems: readonly PlacedProblem[];
}

/**
 * Answers for every file in the order given, folders being walked for names that match. A file that cannot be read, or that
 * fails, does not keep the others from their answer; Ctrl-C ends the series with what is finished.
 */
export async function forEachDataFile(
  paths: readonly string[],
  name: RegExp,
  options: OutputOptions,
  answer: AnswerOf,
): Promise<void> {
  const report = new Report(options);
  const items = await dataFilesIn(paths, name);
  for await (const { file, problems, ...rest } of answersOf(items, answer))
    report.write(file, [...problems], rest);
  report.finish();
}

type AnswerOf = (bytes: Uint8Array, file: string) => DataAnswer | Promise<DataAnswer>;

/** A file, or a folder without one. */
export interface DataFile {
  readonly file: string;
  readonly isEmptyFolder: boolean;
}

export async function dataFilesIn(paths: readonly string[], name: RegExp): Promise<DataFile[]> {
  const found: DataFile[] = [];
  for (const path of paths) {
    const files = await filesIn(path, name);
    if (files.length === 0) found.push({ file: path, isEmptyFolder: true });
    found.push(...files.map((file) => ({ file, isEmptyFolder: false })));
  }
  return found;
}

/** The answers one after another, with progress on a terminal, until Ctrl-C. */
export async function* answersOf(
  items: readonly DataFile[],
  answer: AnswerOf,
): AsyncGenerator<DataAnswer & { readonly file: string }> {
  const signal = interruption();
  const isSeen = items.length > 1 && process.stderr.isTTY && !process.stdout.isTTY;
  const progress = new Progress("Files", isSeen ? "line" : "none");
  yield* analyseSeries({
    items,
    analyse: async ({ file, isEmptyFolder }) => ({
      file,
      ...(isEmptyFolder ? { ...nothing, problems: [noFile] } : await answered(file, answer)),
    }),
    onProgress: (done, total) => {
      progress.tell(done / total);
    },
    signal,
  });
  if (signal.aborted) process.exitCode = interruptedExit;
}

async function answered(file: string, answer: AnswerOf): Promise<DataAnswer> {
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
