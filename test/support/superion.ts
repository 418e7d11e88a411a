import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll } from "vitest";

const root = join(import.meta.dirname, "../..");
const entry = join(root, "server/src/cli/superion.ts");

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Superion {
  /** Runs the command in the root of the project. */
  readonly run: (args: readonly string[], input?: string) => Run;
  /** Writes a file to read, and gives its path. */
  readonly file: (name: string, content: string) => string;
}

/** The command line, built anew for the tests of a file, with a folder that goes away after them. */
export function useSuperion(): Superion {
  const folder = mkdtempSync(join(tmpdir(), "superion-"));
  beforeAll(async () => {
    await build({
      absWorkingDir: root,
      entryPoints: { superion: entry },
      outdir: folder,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      mainFields: ["module", "main"],
      // Data files are looked for beside the sources.
      define: { "import.meta.url": JSON.stringify(pathToFileURL(entry).href) },
      banner: {
        js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
      },
    });
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return {
    run: (args, input = "") => {
      const command = [join(folder, "superion.mjs"), ...args];
      return spawnSync(process.execPath, command, { cwd: root, input, encoding: "utf8" });
    },
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}
