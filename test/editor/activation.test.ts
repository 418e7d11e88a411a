import { describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();
const budgetMilliseconds = 150;

describe("the extension", () => {
  it(`is active in less than ${budgetMilliseconds} ms`, async () => {
    // Other programs on the machine can slow one start; the extension itself is not faster than its fastest one.
    const times: number[] = [];
    for (let start = 0; start < 3; start++) {
      times.push(await activationMilliseconds());
      await editor.window.screenshot("activation");
      if (Math.min(...times) < budgetMilliseconds) break;
      await editor.window.reload();
    }
    expect(Math.min(...times)).toBeLessThan(budgetMilliseconds);
  });
});

async function activationMilliseconds(): Promise<number> {
  await editor.window.openFile("Li3N.cif");
  await editor.window.run("Developer: Show Running Extensions");
  const row = editor.window.page.locator(".runtime-extensions-editor .extension", { hasText: "Superion" });
  const measured = async () => /Activation: (\d+)ms/.exec((await row.textContent()) ?? "")?.[1];
  await expect.poll(measured).toBeDefined();
  return Number(await measured());
}
