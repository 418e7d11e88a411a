import { describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const status = () => editor.window.languageStatus();
const quickInputText = () => editor.window.quickInput.textContent();

describe("own measurements in the editor", () => {
  it("become a model with a card, from a table of the workspace", async () => {
    const { window } = editor;
    await window.openFile("Li3N.cif");
    await window.run("Superion: Train on My Measurements...");
    await expect.poll(quickInputText).toContain("(1/3)");
    await window.chooseRow("measurements.csv");
    await expect.poll(quickInputText).toContain("(2/3)");
    await window.chooseRow("On top of the shipped data");
    await expect.poll(quickInputText).toContain("(3/3)");
    await window.page.keyboard.press("Enter");
    await expect
      .poll(() => editor.window.notifications.allTextContents())
      .toEqual([expect.stringMatching(/Training measurements.*\d+ %/)]);
    await window.screenshot("training-progress");
    await expect.poll(() => window.webviewsShow("How good it is"), { timeout: 90_000 }).toBe(true);
    await window.screenshot("training-card");
  });

  it("give P_SI once the user wants their model to", async () => {
    const { window } = editor;
    await editor.window.notifications.getByText("Use This Model").click();
    await window.openFile("Li3N.cif");
    await expect.poll(status, { interval: 1000 }).toContain("measurements, version 1");
    await expect.poll(() => window.lenses.allTextContents()).toContainEqual(expect.stringContaining("P_SI"));
    await window.screenshot("own-model");
  });

  it("leave the choice of every model, and the shipped one comes back at once", async () => {
    const { window } = editor;
    await window.run("Superion: Choose Model...");
    const rows = window.quickInput.locator(".monaco-list-row");
    await expect
      .poll(() => rows.allTextContents())
      .toEqual([
        expect.stringContaining("Superion"),
        expect.stringContaining("Thesis"),
        expect.stringMatching(/measurements.*In use/),
        expect.stringContaining("Train on My Measurements"),
      ]);
    await window.screenshot("choose-model");
    await window.chooseRow("Superion");
    await expect.poll(status, { interval: 1000 }).not.toContain("measurements, version 1");
    await expect.poll(status, { interval: 1000 }).toMatch(/\d+ models on/);
  });

  it("can be deleted, once the user says that they mean it", async () => {
    const { window } = editor;
    await window.run("Superion: Choose Model...");
    const row = window.quickInput.locator(".monaco-list-row", { hasText: "Trained on your measurements" });
    await row.hover();
    await row.getByRole("button", { name: "Delete This Model" }).click();
    const dialog = window.page.locator(".monaco-dialog-box");
    await expect.poll(() => dialog.textContent()).toContain("with its card?");
    await window.screenshot("delete-model");
    await dialog.getByText("Delete", { exact: true }).click();
    const rows = window.quickInput.locator(".monaco-list-row");
    // The list is of when it was opened, which may be before the files are gone.
    const offered = async () => {
      await window.run("Superion: Choose Model...");
      await rows.filter({ hasText: "Train on My Measurements..." }).waitFor();
      const texts = await rows.allTextContents();
      await window.page.keyboard.press("Escape");
      return texts;
    };
    await expect.poll(offered).toHaveLength(3);
  });
});
