import { copyFileSync, mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const lensText = async () => (await editor.window.lenses.allTextContents()).join(" ");

describe("the lens above data_ of Li10GeP2S12", () => {
  beforeAll(() => editor.window.openFile("Li10GeP2S12.cif"));
  afterAll(() => editor.window.configure({ "superion.codeLens.enabled": true }));

  it("tells P_SI with its deviation, and the distance to the nearest measured compound", async () => {
    await expect.poll(lensText).toMatch(/P_SI [01]\.\d\d ± 0\.\d\d\s+(not )?superionic/);
    expect(await lensText()).toMatch(/d_training \d+\.\d+ from \S+ \(\d\.\de-\d+ S\/cm\)/);
    expect(await lensText()).toContain("disordered");
    expect(await lensText()).toContain("Simplify");
    const image = await editor.window.screenshot("lens");
    if (process.env["SUPERION_README_IMAGE"] !== undefined) {
      mkdirSync("docs/images", { recursive: true });
      copyFileSync(image, "docs/images/editor.png");
    }
  });

  it("is not there when the settings say so", async () => {
    await editor.window.configure({ "superion.codeLens.enabled": false });
    await editor.window.openFile("Li10GeP2S12.cif");
    const status = () => editor.window.languageStatus();
    await expect.poll(status, { interval: 1000 }).toContain("models on");
    expect(await editor.window.lenses.count()).toBe(0);
  });
});
