// Builds and packages the extension: `node scripts/package.mjs [FILE.vsix]`.
import { createVSIX } from "@vscode/vsce";
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./provision/cache.mjs";
import { run } from "./provision/run.mjs";

const file = resolve(process.argv[2] ?? join(root, "superion.vsix"));

await run(process.execPath, [join(root, "scripts/build.mjs")]);
await createVSIX({
  cwd: root,
  packagePath: file,
  // Everything is bundled: no package of node_modules goes along, and none is looked for.
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(2)} MB`);
