import { build, type BuildOptions } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll } from "vitest";

const root = join(import.meta.dirname, "../..");
const entry = join(root, "server/src/cli/superion.ts");

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  /** Standard output as it came. */
  readonly bytes: Buffer;
  readonly stderr: string;
}

export interface Superion {
  /** Runs the command in the root of the project. */
  readonly run: (args: readonly string[], input?: string | Uint8Array) => Run;
  /** Writes a file to read, and gives its path. */
  readonly file: (name: string, content: string | Uint8Array) => string;
  /** Where the files are written. */
  readonly folder: string;
}

/** How the command is bundled: `import.meta.url` stays that of the bundle. */
export const bundling = {
  absWorkingDir: root,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  mainFields: ["module", "main"],
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
} satisfies BuildOptions;

/** The command that was bundled into a folder. */
export function superionIn(folder: string): Superion {
  return {
    run: (args, input = "") => {
      const command = [join(folder, "superion.mjs"), ...args];
      const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, input });
      return { status, stdout: stdout.toString(), bytes: stdout, stderr: stderr.toString() };
    },
    file: (name, content) => {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    folder,
  };
}

/** The command line, built anew for the tests of a file, with a folder that goes away after them. */
export function useSuperion(): Superion {
  const folder = mkdtempSync(join(tmpdir(), "superion-"));
  beforeAll(async () => {
    await build({
      ...bundling,
      entryPoints: { superion: entry },
      outdir: folder,
      // Data files are looked for beside the sources.
      define: { "import.meta.url": JSON.stringify(pathToFileURL(entry).href) },
    });
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return superionIn(folder);
}
