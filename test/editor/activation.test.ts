import { beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();
const budgetMilliseconds = 150;

describe("the extension", () => {
  beforeAll(() => editor.window.openFile("Li3N.cif"));

  it(`is active in less than ${budgetMilliseconds} ms`, async () => {
    await editor.window.run("Developer: Show Running Extensions");
    const row = editor.window.page.locator(".runtime-extensions-editor .extension", { hasText: "Superion" });
    const milliseconds = async () => /Activation: (\d+)ms/.exec((await row.textContent()) ?? "")?.[1];
    await expect.poll(milliseconds).toBeDefined();
    expect(Number(await milliseconds())).toBeLessThan(budgetMilliseconds);
    await editor.window.screenshot("activation");
  });
});
