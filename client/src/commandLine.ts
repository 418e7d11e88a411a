import { spawn } from "node:child_process";
import { Uri, type CancellationToken } from "vscode";

/** What the `superion` command came to. */
export interface CommandLineRun {
  /** `null` where it was ended. */
  readonly code: number | null;
  readonly output: string;
  /** What it wrote to standard error, but for lines that were taken. */
  readonly errors: readonly string[];
}

interface RunOptions {
  /** Told of each line of standard error; those for which it returns true are not kept. */
  readonly takeLine?: (line: string) => boolean;
  readonly workingFolder?: string;
}

/** Runs the `superion` command in a process of its own, so that a terminal and the editor do the same. */
export async function runSuperion(
  extensionUri: Uri,
  args: readonly string[],
  token: CancellationToken,
  { takeLine, workingFolder }: RunOptions,
): Promise<CommandLineRun> {
  const script = Uri.joinPath(extensionUri, "dist", "superion.mjs").fsPath;
  // The editor's own executable is a Node.js when it is told so.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  const child = spawn(process.execPath, [script, ...args], {
    env,
    cwd: workingFolder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const cancelling = token.onCancellationRequested(() => child.kill());
  let output = "";
  let rest = "";
  const errors: string[] = [];
  const take = (line: string) => {
    if (line !== "" && takeLine?.(line) !== true) errors.push(line);
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(take);
  });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject).on("close", resolve);
    });
    take(rest);
    return { code, output, errors };
  } finally {
    cancelling.dispose();
  }
}
