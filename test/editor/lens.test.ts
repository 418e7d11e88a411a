import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const lensText = async () => (await editor.window.lenses.allTextContents()).join(" ");

describe("the lens above data_ of Li10GeP2S12", () => {
  beforeAll(() => editor.window.openFile("Li10GeP2S12.cif"));
  afterAll(() => {
    editor.window.configure({ "superion.codeLens.enabled": true });
  });

  it("tells P_SI with its deviation, and the distance to the nearest measured compound", async () => {
    await expect.poll(lensText).toMatch(/P_SI [01]\.\d\d ± 0\.\d\d\s+(not )?superionic/);
    expect(await lensText()).toMatch(/d_training \d+\.\d+, nearest \S+ \(\d\.\de-\d+ S\/cm\)/);
    expect(await lensText()).toContain("disordered");
    expect(await lensText()).toContain("Simplify");
    await editor.window.screenshot("lens");
  });

  it("goes when it is switched off in the settings, and comes back", async () => {
    editor.window.configure({ "superion.codeLens.enabled": false });
    await expect.poll(() => editor.window.lenses.count()).toBe(0);
    editor.window.configure({ "superion.codeLens.enabled": true });
    await expect.poll(lensText).toContain("P_SI");
  });
});
