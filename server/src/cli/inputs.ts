import type { CifDocument } from "../cif/document";
import { readCifs, type CifInput } from "./readCifs";
import { internalError, Report, type Answer, type OutputOptions } from "./report";

/**
 * Answers for every file in the order given: as one JSON array, as a line of JSON each, or readable. Sets the exit code
 * to 1 if some file has an error; one file that fails does not keep the others from their answer.
 */
export async function forEachCif(
  paths: readonly string[],
  options: OutputOptions,
  answer: (document: CifDocument, input: CifInput) => Answer | Promise<Answer>,
): Promise<void> {
  const report = new Report(options);
  for await (const input of readCifs(paths)) report.add(input, await answered(input, answer));
  report.finish();
}

async function answered(
  input: CifInput,
  answer: (document: CifDocument, input: CifInput) => Answer | Promise<Answer>,
): Promise<Answer> {
  try {
    const { problems, ...rest } = await answer(input.document, input);
    return input.isReadable ? { problems, ...rest } : { ...rest, readable: () => "" };
  } catch (error) {
    return { fields: () => ({}), readable: () => "", problems: [internalError(error)] };
  }
}
