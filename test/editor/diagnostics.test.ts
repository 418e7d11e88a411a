import { beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const problems = () => editor.window.page.locator("#status\\.problems").textContent();

describe("a CIF that is edited", () => {
  beforeAll(() => editor.window.openFile("LiCl.cif"));

  it("gets a squiggle where a quote does not close, which goes when it does", async () => {
    const { keyboard } = editor.window.page;
    await editor.window.goToEnd("LiCl.cif");
    await expect.poll(() => editor.window.squiggles.count()).toBe(0);
    await keyboard.type("_chemical_name_mineral '");
    // The quote that the editor has put behind it.
    await keyboard.press("Delete");
    await keyboard.type("a rare");
    await expect.poll(() => editor.window.squiggles.count()).toBeGreaterThan(0);
    await expect.poll(problems).toMatch(/[1-9]/);
    // A squiggle that is drawn anew takes the hover away: point at it again.
    const pointed = async () => {
      await editor.window.pointAt(editor.window.squiggles.first());
      return editor.window.hoverText();
    };
    await expect.poll(pointed, { interval: 1500 }).toContain("quote");
    await editor.window.screenshot("diagnostic");
    await keyboard.press("Escape");
    await keyboard.type(" salt'");
    await expect.poll(() => editor.window.squiggles.count()).toBe(0);
    await editor.window.screenshot("diagnostic-gone");
  });
});

describe("the broken example", () => {
  it("has its problems underlined, and listed with their codes, and a prediction all the same", async () => {
    await editor.window.openFile("broken.cif");
    await expect.poll(() => editor.window.squiggles.count()).toBeGreaterThan(0);
    await expect
      .poll(() => editor.window.lenses.allTextContents())
      .toContainEqual(expect.stringContaining("P_SI"));
    await editor.window.run("Problems: Focus on Problems View");
    await expect.poll(() => editor.window.page.locator(".markers-panel").textContent()).toContain("superion");
    await editor.window.screenshot("problems");
  });
});
