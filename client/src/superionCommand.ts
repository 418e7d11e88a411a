import type { CancellationToken, LogOutputChannel, Uri } from "vscode";
import { runSuperion } from "./commandLine";

/**
 * Runs the `superion` command with `--json` and gives what it prints; `undefined` where the user cancelled. What it says
 * besides goes to the log.
 *
 * @throws Error with its last word where it prints nothing.
 */
export async function runForJson<Result>(
  { extensionUri, log }: { readonly extensionUri: Uri; readonly log: LogOutputChannel },
  words: readonly string[],
  workingFolder: string,
  token: CancellationToken,
): Promise<Result | undefined> {
  const { code, output, errors } = await runSuperion(extensionUri, [...words, "--json"], token, {
    workingFolder,
  });
  if (token.isCancellationRequested) return undefined;
  for (const line of errors) log.warn(line);
  // The command is of the same build as this.
  if (output !== "") return JSON.parse(output) as Result;
  throw new Error((errors.at(-1) ?? `superion ended with code ${code}`).replace(/^error: /, ""));
}
