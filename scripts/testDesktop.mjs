// `npm run test:desktop`: the editor suites in a desktop VS Code, which is downloaded. On Linux without a display run it
// under xvfb-run.
import { installPackages } from "./install.mjs";
import { cacheFolder } from "./provision/cache.mjs";
import { runProject, sumLine } from "./vitestRun.mjs";
import { join } from "node:path";

await installPackages();
const executable = process.env.SUPERION_DESKTOP ?? (await download());
if (executable !== undefined) {
  const counts = await runProject("editor", { SUPERION_DESKTOP: executable });
  console.log(sumLine([counts]));
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

/** The path of VS Code; nothing, and a loud word, where it cannot be had. */
async function download() {
  const { downloadAndUnzipVSCode, SilentReporter } = await import("@vscode/test-electron");
  try {
    return await downloadAndUnzipVSCode({
      version: "stable",
      cachePath: join(cacheFolder, "vscode"),
      timeout: 60_000,
      reporter: new SilentReporter(),
    });
  } catch (error) {
    console.error(
      "THE DESKTOP TESTS DID NOT RUN: VS Code cannot be downloaded here.\n" +
        `Reason: ${error instanceof Error ? error.message : String(error)}\n` +
        "Name the executable of an installed one in SUPERION_DESKTOP, or run `npm run test:editor`: the same suites in a\n" +
        "VS Code that is served to a browser.",
    );
    process.exitCode = 1;
    return undefined;
  }
}
