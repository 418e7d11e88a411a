// Runs one command and waits for it. Its output is shown when it fails, or as it comes when `loud`.
import { spawn } from "node:child_process";
import { once } from "node:events";

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, loud?: boolean }} RunOptions */

/** The exit code and the output (standard output and error together) of a command; never rejects.
 * @param {string} command @param {readonly string[]} args @param {RunOptions} [options] */
export async function tryRun(command, args, { cwd, env, loud = false } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: loud ? "inherit" : ["ignore", "pipe", "pipe"],
    // npm and npx are .cmd files on Windows, which only a shell can start.
    shell: process.platform === "win32" && !command.endsWith(".exe"),
  });
  let output = "";
  const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  try {
    const [code] = await once(child, "close");
    return { code: Number(code ?? 1), output };
  } catch (error) {
    return { code: 127, output: `${output}${String(error)}` };
  }
}

/** Runs a command; throws with the end of its output when it fails.
 * @param {string} command @param {readonly string[]} args @param {RunOptions} [options] */
export async function run(command, args, options) {
  const { code, output } = await tryRun(command, args, options);
  if (code !== 0) {
    throw new Error(`"${command} ${args.join(" ")}" failed (exit code ${code}):\n${output.slice(-4000)}`);
  }
  return output;
}
