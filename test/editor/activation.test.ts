import { describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

describe("the extension", () => {
  it("is active once a CIF is open, and the editor tells how long that took", async () => {
    await editor.window.openFile("Li3N.cif");
    await editor.window.run("Developer: Show Running Extensions");
    const row = editor.window.page.locator(".runtime-extensions-editor .extension", { hasText: "Superion" });
    const activation = async () => /Activation: \d+ms/.exec((await row.textContent()) ?? "")?.[0];
    await expect.poll(activation).toBeDefined();
    console.info(await activation());
    await editor.window.screenshot("activation");
  });
});
