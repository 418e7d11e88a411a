import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rockSalt } from "../support/rockSalt";
import { useEditor } from "./support/useEditor";

const editor = useEditor();
const file = () => join(editor.window.editor.workspace, "large.cif");

describe("a file that is longer than what is read", () => {
  beforeAll(() => {
    writeFileSync(file(), `${rockSalt()}loop_\n_refln_F\n${"123.45 # measured\n".repeat(1_400_000)}`);
  });
  afterAll(() => {
    rmSync(file());
  });

  it("is coloured nevertheless, and told why there is nothing more", async () => {
    const { page } = editor.window;
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "large.cif" }).dblclick();
    // An editor whose files lie on another machine asks first.
    const anyway = page.locator(".monaco-editor-pane-placeholder").getByText("Open Anyway");
    await editor.window.lines.first().or(anyway).waitFor();
    if (await anyway.isVisible()) await anyway.click();
    const tag = editor.window.lines.locator("span > span", { hasText: /^_cell_length_a/ });
    const number = editor.window.lines.locator("span > span", { hasText: /^5\.14/ });
    const colourOf = (element: typeof tag) => element.first().getAttribute("class");
    await expect.poll(async () => (await colourOf(tag)) !== (await colourOf(number))).toBe(true);
    await expect.poll(() => editor.window.activeEditor.locator(".squiggly-info").count()).toBeGreaterThan(0);
    await editor.window.screenshot("large");
  });
});
