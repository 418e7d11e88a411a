import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

/** An editor draws spaces so that they do not break, and hints behind a thin one. */
const lines = async () =>
  (await editor.window.lines.allTextContents()).map((line) => line.replace(/[\u00a0\u200a]/g, " ").trimEnd());
const written = async () => (await lines()).join("\n");

const bondsFile = () => readFileSync(join(editor.window.editor.workspace, "bonds.cif"), "utf8").split("\n");

const bonds = "loop_\n_geom_bond_atom_site_label_1\n_geom_bond_distance\nLi1 1.9\nO1 12.5\n";

describe("the sites of a CIF that is edited", () => {
  beforeAll(async () => {
    const { workspace } = editor.window.editor;
    const oxide = readFileSync(join(workspace, "Li2O.cif"), "utf8");
    writeFileSync(join(workspace, "bonds.cif"), `${oxide}\n${bonds}`);
    await editor.window.openFile("bonds.cif");
    await editor.window.lenses.first().waitFor();
  });
  afterAll(() => {
    rmSync(join(editor.window.editor.workspace, "bonds.cif"));
  });

  it("stand in the outline by label, below their loop and block", async () => {
    const { page } = editor.window;
    await editor.window.run("Explorer: Focus on Outline View");
    const rows = page.locator(".outline-pane .monaco-list-row");
    await rows.filter({ hasText: "data_Li2O" }).click();
    const shown = async () => (await rows.allTextContents()).join(" ");
    await expect.poll(shown).toMatch(/_chemical\W*2 items/);
    await page.keyboard.press("End");
    await expect.poll(shown).toMatch(/_atom_site\W*2 rows.*Li1.*O1.*_geom_bond/);
    await editor.window.screenshot("outline");
  });

  it("are found from a bond by Go to Definition", async () => {
    await editor.window.goToText("bonds.cif", "O1 12.5");
    await editor.window.page.keyboard.press("Home");
    await editor.window.run("Go to Definition");
    const row = bondsFile().findIndex((line) => line.startsWith("O1  O"));
    const current = editor.window.activeEditor.locator(".line-numbers.active-line-number");
    await expect.poll(() => current.first().textContent()).toBe(String(row + 1));
    await editor.window.screenshot("definition");
  });

  it("are renamed wherever they are named, and to no name that is taken", async () => {
    const { page } = editor.window;
    const rename = async (name: string) => {
      await editor.window.goToText("bonds.cif", "Li1 1.9");
      await page.keyboard.press("Home");
      await page.keyboard.press("F2");
      const box = page.locator(".rename-input").first();
      await box.waitFor();
      await box.fill(name);
      await page.keyboard.press("Enter");
    };
    await rename("O1");
    const refusal = page.locator(".monaco-editor-overlaymessage, .notification-list-item-message", {
      hasText: "another site O1",
    });
    await refusal.first().waitFor();
    // A notification slides into sight.
    await page.waitForTimeout(500);
    await editor.window.screenshot("rename-refused");
    await page.keyboard.press("Escape");
    await rename("Li9");
    await expect.poll(written).toMatch(/^Li9 .*\bLi /m);
    expect(await written()).toMatch(/^Li9 1\.9$/m);
    await editor.window.screenshot("rename");
  });

  it("stand in columns once the document is formatted", async () => {
    await editor.window.run("Format Document");
    await expect.poll(written).toMatch(/^Li9 {3}1\.9$/m);
    expect(await written()).toMatch(/^O1 {3}12\.5$/m);
    await editor.window.screenshot("formatting");
  });
});
