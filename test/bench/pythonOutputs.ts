import { spawnSync } from "node:child_process";

interface PythonOptions {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What a program prints under each Python that runs it to the end; the next is tried only if it is asked for. */
export function* pythonOutputs(
  args: readonly string[],
  options: PythonOptions = {},
): Generator<string, void> {
  for (const python of ["python3", "/usr/bin/python3"]) {
    const { status, stdout } = spawnSync(python, args, { ...options, encoding: "utf8", maxBuffer: 1e8 });
    if (status === 0) yield stdout;
  }
}
