import { existsSync, readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { beforeAll, expect } from "vitest";
import { boxOf } from "./editorWindow";
import { useEditor } from "./useEditor";

/** The impedance panel as a person uses it; for all tests of a file. */
export function useImpedancePanel() {
  const editor = useEditor();
  const panel = () => editor.window.panel();

  // A menu that opens before the extension is there does not have its entries.
  beforeAll(async () => {
    await editor.window.openFile("Li3N.cif");
    await editor.window.lenses.getByText("P_SI").first().waitFor();
  });

  /** The text of a row of the results, `R total 424.71 ± 0.44 Ω ...`. */
  const row = async (name: string): Promise<string> => {
    const header = (await panel()).getByRole("rowheader", { name, exact: true }).first();
    const text = header.locator("xpath=..").textContent({ timeout: 1000 });
    return (await text.catch(() => "")) ?? "";
  };

  const button = async (name: string): Promise<Locator> =>
    (await panel()).getByRole("button", { name, exact: true }).first();
  const field = async (name: string): Promise<Locator> =>
    (await panel()).getByLabel(name, { exact: true }).first();
  const chart = async (title: string): Promise<Locator> =>
    (await panel()).getByLabel(new RegExp(`^${title}`)).first();

  /** Opens the panel from the explorer's menu of a folder. */
  const openFolder = (folder: string) => editor.window.chooseInMenu(folder, "Analyse Impedance");

  /** Waits until all spectra are analysed. */
  const analysed = async (): Promise<void> => {
    await (
      await panel()
    )
      .getByRole("button", { name: "Cancel", exact: true })
      .waitFor({ state: "hidden", timeout: 60_000 });
  };

  /** Takes the name that the dialog of a file proposes. */
  const acceptFile = async (ending: string): Promise<void> => {
    await expect.poll(() => editor.window.quickInputBox.inputValue()).toContain(ending);
    await editor.window.page.keyboard.press("Enter");
  };

  /** Drags the middle of something by some pixels. */
  const drag = async (what: Locator, right: number, down: number, key?: "Shift"): Promise<void> => {
    await what.scrollIntoViewIfNeeded();
    const box = await boxOf(what);
    const { mouse, keyboard } = editor.window.page;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await mouse.move(x, y);
    if (key) await keyboard.down(key);
    await mouse.down();
    await mouse.move(x + right, y + down, { steps: 5 });
    await mouse.up();
    if (key) await keyboard.up(key);
  };

  return { editor, panel, row, button, field, chart, openFolder, analysed, acceptFile, drag };
}

/** Empty until it is there. */
export function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
