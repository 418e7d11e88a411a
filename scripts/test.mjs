// `npm test`: installs what it needs, builds, checks types and style, and runs the unit, protocol and editor tests.
// The last line is the sum over all of them; a check that fails counts as one failed test.
import { join } from "node:path";
import { installPackages } from "./install.mjs";
import { root } from "./provision/cache.mjs";
import { findChromium } from "./provision/chromium.mjs";
import { findCodeServer } from "./provision/codeServer.mjs";
import { tryRun } from "./provision/run.mjs";
import { runProject, sumLine } from "./vitestRun.mjs";

const projects = ["unit", "protocol", "editor"];
const checks = [
  { name: "build", args: ["scripts/build.mjs"] },
  { name: "types", args: ["node_modules/typescript/bin/tsc", "--noEmit"] },
  { name: "types of the panels", args: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "media"] },
  { name: "lint", args: ["node_modules/eslint/bin/eslint.js", "."] },
  { name: "format", args: ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."] },
];

const counts = await testAll();
console.log(sumLine(counts));
process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;

async function testAll() {
  try {
    await installPackages();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return [{ passed: 0, failed: 1, skipped: 0 }];
  }
  // The editor and the browser install while the checks run; if they cannot, the editor tests tell why.
  const provision = Promise.allSettled([findCodeServer(), findChromium()]);
  const results = [];
  for (const check of checks) results.push(await runCheck(check));
  await provision;
  for (const project of projects) results.push(await runProject(project));
  return results;
}

/** @param {{ name: string, args: string[] }} check */
async function runCheck({ name, args: [script = "", ...options] }) {
  const { code, output } = await tryRun(process.execPath, [join(root, script), ...options], { cwd: root });
  console.log(code === 0 ? `${name}: fine` : `${name}: FAILED\n${output}`);
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}
