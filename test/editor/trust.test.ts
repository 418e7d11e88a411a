import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();
const trust = "security.workspace.trust.enabled";

describe("in a workspace that is not trusted", () => {
  beforeAll(() => editor.window.configure({ [trust]: true }));
  afterAll(() => editor.window.configure({ [trust]: false }));

  it("the prediction stands above data_ as in any other", async () => {
    await editor.window.page.getByRole("button", { name: "No, I don't trust the authors" }).click();
    await editor.window.openFile("Li10GeP2S12.cif");
    await expect
      .poll(() => editor.window.page.locator(".statusbar").textContent())
      .toContain("Restricted Mode");
    await expect.poll(async () => (await editor.window.lenses.allTextContents()).join()).toContain("P_SI");
    await editor.window.screenshot("restricted");
  });
});
