// One vitest project, run in its own process, and what came of it in numbers.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, root } from "./provision/cache.mjs";
import { tryRun } from "./provision/run.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {string} project @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Counts>}
 */
export async function runProject(project, env) {
  const report = join(cacheFolder, `${project}-tests.json`);
  rmSync(report, { force: true });
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await tryRun(process.execPath, [vitest, "run", "--project", project, ...reporters], {
    cwd: root,
    env,
    loud: true,
  });
  const counts = countsOf(report);
  // A setup that fails, or an error outside all tests, leaves no failed test behind.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {string} report @returns {Counts} */
function countsOf(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    // A file that cannot be loaded is a failure without tests.
    const brokenFiles = testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
        file.status === "failed" && file.assertionResults.length === 0,
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests + brokenFiles.length,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** `12 passed, 0 failed`, and how many were skipped if any. @param {readonly Counts[]} all */
export function sumLine(all) {
  const sum = (/** @type {keyof Counts} */ key) => all.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
