import { beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

describe("the language status of a CIF", () => {
  beforeAll(() => editor.window.openFile("Li3N.cif"));

  it("names the model and the parent that it reads", async () => {
    const { page } = editor.window;
    await page.locator("#status\\.languageStatus").click();
    const status = page.locator(".hover-language-status");
    await expect.poll(() => status.textContent()).toMatch(/\d+ models on \S+/);
    await editor.window.screenshot("language-status");
  });
});
