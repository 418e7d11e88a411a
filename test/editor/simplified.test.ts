import { beforeEach, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const shownText = async () =>
  (await editor.window.lines.allTextContents()).join("\n").replaceAll("\u00a0", " ");

describe("the simplified representation of Li10GeP2S12", () => {
  beforeEach(async () => {
    await editor.window.closeAll();
    await editor.window.openFile("Li10GeP2S12.cif");
  });

  it("opens from the lens as a read-only CIF beside the original", async () => {
    await editor.window.clickLens("Simplify");
    await editor.window.chooseRow("CAMNS");
    await expect.poll(() => editor.window.tabs.allTextContents()).toContain("Li10GeP2S12 (CAMNS).cif");
    await expect.poll(shownText).toContain("data_");
    await editor.window.screenshot("simplified");
  });

  it("has Al and S in place of Ge, P and S", async () => {
    await editor.window.run("Superion: Show Simplified Representation...");
    await editor.window.chooseRow("CAMNS");
    await expect.poll(shownText).toMatch(/^\S+ +Al/m);
    expect(await shownText()).toMatch(/^\S+ +S/m);
    expect(await shownText()).not.toMatch(/^\S+ +(Ge|P)\d/m);
  });

  it("can be that of the anions alone, at 40 cubic angstrom each", async () => {
    await editor.window.run("Superion: Show Simplified Representation...");
    await editor.window.chooseRow("A-40");
    await expect.poll(() => editor.window.tabs.allTextContents()).toContain("Li10GeP2S12 (A-40).cif");
    await expect.poll(shownText).toMatch(/^S1 +S/m);
    expect(await shownText()).not.toMatch(/^\S+ +(Ge|P|Li|Al)\d/m);
  });

  it("is compared with the original", async () => {
    await editor.window.run("Superion: Compare with Simplified Representation...");
    await editor.window.chooseRow("CANS");
    await expect.poll(() => editor.window.page.locator(".monaco-diff-editor").count()).toBe(1);
    await expect.poll(() => editor.window.tabs.allTextContents()).toContain("Li10GeP2S12.cif \u2194 CANS");
    await expect.poll(shownText).toMatch(/^data_Li10GeP2S12$/m);
    await expect.poll(shownText).toContain("data_Li10GeP2S12_CANS");
    await editor.window.screenshot("compared");
  });

  it("follows edits of the original", async () => {
    await editor.window.run("Superion: Show Simplified Representation...");
    await editor.window.chooseRow("CAN");
    await expect.poll(shownText).toContain("data_");
    await editor.window.page
      .locator(".tab", { hasText: /^Li10GeP2S12\.cif/ })
      .first()
      .click();
    await editor.window.goToText("Li10GeP2S12.cif", "data_");
    await editor.window.page.keyboard.type("_edited");
    const other = editor.window.page.locator(".editor-instance", { hasText: /data_\w+_edited/ });
    await expect.poll(() => other.count()).toBe(2);
  });
});
