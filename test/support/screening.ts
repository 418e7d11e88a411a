import { build } from "esbuild";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { ScreeningHeader, ScreeningRow } from "../../server/src/protocol/screening";
import { bundling, superionIn, type Superion } from "./superion";

const root = join(import.meta.dirname, "../..");

export interface ScreeningCommand extends Superion {
  /** Path of the built command. */
  readonly program: string;
  /** Begins a run, to be killed. */
  readonly start: (args: readonly string[]) => ChildProcess;
}

/** The command line with its worker threads, built anew, beside the shipped models. */
export function useScreening(): ScreeningCommand {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(root, ".cache", "screening-"));
  const program = join(folder, "superion.mjs");
  beforeAll(async () => {
    await build({
      ...bundling,
      entryPoints: {
        superion: "server/src/cli/superion.ts",
        worker: "server/src/worker.ts",
      },
      outdir: folder,
      chunkNames: "chunk-[hash]",
    });
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return {
    program,
    ...superionIn(folder),
    start: (args) =>
      spawn(process.execPath, [program, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] }),
  };
}

/** A result file: its header and its rows. */
export function readList(path: string): { readonly header: ScreeningHeader; readonly rows: ScreeningRow[] } {
  const [first = "", ...others] = readFileSync(path, "utf8").trim().split("\n");
  const { superion } = JSON.parse(first) as { superion: ScreeningHeader };
  return { header: superion, rows: others.map((line) => JSON.parse(line) as ScreeningRow) };
}
