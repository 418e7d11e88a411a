import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { startThread, threadScript } from "../../../server/src/screening/threads";

describe("a thread", () => {
  const folder = mkdtempSync(join(tmpdir(), "superion-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("runs a script beside the bundle that starts it", () => {
    expect(threadScript("analysis").pathname).toMatch(/\/worker\.mjs$/);
  });

  it("is told by the address of its script what it is for, and takes its settings beside", async () => {
    const file = join(folder, "script.mjs");
    writeFileSync(
      file,
      `import { parentPort, workerData } from "node:worker_threads";
       parentPort.postMessage([process.argv[2], workerData]);`,
    );
    const script = new URL("#tuning", pathToFileURL(file));
    expect(await once(startThread(script, { workerData: 7 }), "message")).toEqual([["tuning", 7]]);
  });
});
