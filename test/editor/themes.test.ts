import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const themes = [
  { name: "light", theme: "Default Light Modern", className: "vs" },
  { name: "dark", theme: "Default Dark Modern", className: "vs-dark" },
  { name: "high-contrast", theme: "Default High Contrast", className: "hc-black" },
  { name: "high-contrast-light", theme: "Default High Contrast Light", className: "hc-light" },
];

afterAll(() => editor.window.configure({ "workbench.colorTheme": "Default Dark Modern" }));

describe.each(themes)("in the theme $theme", ({ name, theme, className }) => {
  beforeAll(() => editor.window.configure({ "workbench.colorTheme": theme }));

  it("the lens and the text stand as in any other", async () => {
    await editor.window.openFile("Li10GeP2S12.cif");
    await expect
      .poll(() => editor.window.page.locator(".monaco-workbench").getAttribute("class"))
      .toMatch(new RegExp(`(^| )${className}( |$)`));
    await expect.poll(async () => (await editor.window.lenses.allTextContents()).join()).toContain("P_SI");
    await editor.window.screenshot(`theme-${name}`);
  });
});
