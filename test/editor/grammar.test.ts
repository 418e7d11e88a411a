import { describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

/** The editor gives each colour of text a class of its own. */
const colourOf = (text: string) =>
  editor.window.lines.locator("span > span", { hasText: text }).first().getAttribute("class");

describe("a CIF file", () => {
  it("opens in the language CIF", async () => {
    await editor.window.openFile("Li10GeP2S12.cif");
    const mode = editor.window.page.locator("#status\\.editor\\.mode");
    await expect.poll(() => mode.textContent()).toContain("CIF");
  });

  it("has different colours for headings, tags, numbers and comments", async () => {
    const differentColours = async () =>
      new Set(await Promise.all(["data_", "_cell_length_a", "8.69407", "# "].map(colourOf))).size;
    await expect.poll(differentColours).toBe(4);
    await editor.window.screenshot("grammar");
  });
});
