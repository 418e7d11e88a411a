import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Tests and benchmarks run in the root of the repository. */
export const root = process.cwd();
export const serverFile = join(root, "dist/server.mjs");

/** Builds the bundles unless they are newer than every source; for vitest's `globalSetup`. */
export default function build(): void {
  if (existsSync(serverFile) && statSync(serverFile).mtimeMs > newestSource()) return;
  execFileSync(process.execPath, [join(root, "scripts/build.mjs")], { cwd: root, stdio: "inherit" });
}

function newestSource(): number {
  const folder = join(root, "server/src");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}
