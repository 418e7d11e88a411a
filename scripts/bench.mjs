// `npm run bench`: builds, then runs each program of test/bench, and measures the activation in the editor; arguments are
// parts of the names of those wanted.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./provision/cache.mjs";
import { run } from "./provision/run.mjs";
import { runTypeScript } from "./runTypeScript.mjs";

const wanted = process.argv.slice(2);
const programs = readdirSync(join(root, "test/bench")).filter((name) => name.endsWith(".bench.ts"));
const chosen = programs.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

await run(process.execPath, [join(root, "scripts/build.mjs")]);
for (const name of chosen) {
  console.log(`\n${name}`);
  if ((await runTypeScript(`test/bench/${name}`, [])) !== 0) process.exitCode = 1;
}
if (wanted.length === 0 || wanted.some((part) => "activation".includes(part))) {
  const suite = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    "editor",
    "test/editor/activation.test.ts",
  ];
  await run(process.execPath, suite, { cwd: root, loud: true });
}
