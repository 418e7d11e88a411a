import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boxOf } from "./support/editorWindow";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const crystal = async () => (await editor.window.panel()).getByRole("application", { name: /^Unit cell of/ });
const description = async () => (await crystal()).getAttribute("aria-label");
const siteRow = async (label: string) =>
  (await editor.window.panel()).getByRole("row").filter({ hasText: new RegExp(`^${label}[A-Z]`) });
const isSelected = async (label: string) => (await siteRow(label)).getAttribute("aria-selected");
const cursorLine = async () =>
  Number(
    /Ln (\d+)/.exec(
      (await editor.window.page.locator("#status\\.editor\\.selection").textContent()) ?? "",
    )?.[1],
  );
const lineOf = (file: string, text: string) =>
  readFileSync(join(editor.window.editor.workspace, file), "utf8")
    .split("\n")
    .findIndex((line) => line.startsWith(text)) + 1;

/** Opens the panel of a file beside it. */
async function show(file: string): Promise<void> {
  await editor.window.closeAll();
  await editor.window.openFile(file);
  await editor.window.lenses.getByText("P_SI").first().waitFor();
  await editor.window.run("Superion: Show Structure");
  await (await crystal()).waitFor();
}

describe("the panel of a structure", () => {
  beforeAll(() => show("Li10GeP2S12.cif"));

  it("draws the unit cell and says what it shows", async () => {
    await expect.poll(description).toMatch(/^Unit cell of Li10.*: \d{2,} atoms, \d{2,} bonds, \d+ polyhedra/);
    await editor.window.screenshot("structure");
  });

  it("selects the site of the row that the cursor comes to", async () => {
    await editor.window.goToText("Li10GeP2S12.cif", "Ge1");
    await expect.poll(() => isSelected("Ge1")).toBe("true");
    await editor.window.goToText("Li10GeP2S12.cif", "_cell_length_a");
    await expect.poll(() => isSelected("Ge1")).toBe("false");
  });

  it("selects the row of a site that is chosen in the list, by keys", async () => {
    const table = (await editor.window.panel()).getByRole("grid", { name: "Sites" });
    await table.focus();
    await editor.window.page.keyboard.press("Home");
    await expect.poll(cursorLine).toBe(lineOf("Li10GeP2S12.cif", "Li1 "));
    await editor.window.page.keyboard.press("ArrowDown");
    await expect.poll(cursorLine).toBe(lineOf("Li10GeP2S12.cif", "Li2 "));
    expect(await isSelected("Li2")).toBe("true");
  });

  it("turns by arrow keys and zooms by plus and minus", async () => {
    const canvas = await crystal();
    const before = await canvas.screenshot();
    await canvas.focus();
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowUp"]) await editor.window.page.keyboard.press(key);
    await expect.poll(async () => (await canvas.screenshot()).equals(before)).toBe(false);
    const turned = await canvas.screenshot();
    await editor.window.page.keyboard.press("+");
    await expect.poll(async () => (await canvas.screenshot()).equals(turned)).toBe(false);
  });

  it("switches to simplified representations in place", async () => {
    const panel = await editor.window.panel();
    const shownAs = panel.getByLabel("Shown as");
    await shownAs.selectOption("A-40");
    await expect.poll(description).toContain("0 bonds, 0 polyhedra");
    const elements = panel.getByRole("list", { name: "Colours of the elements" });
    await expect.poll(() => elements.textContent()).toBe("S");
    await shownAs.selectOption("CAMNS");
    await expect.poll(() => elements.textContent()).toBe("LiAlSvacant");
    await editor.window.screenshot("structure-simplified");
    await shownAs.selectOption("CAMN");
    await expect.poll(() => elements.textContent()).toBe("LiGePSvacant");
  });

  it("comes back as it was after a reload of the window", async () => {
    const panel = await editor.window.panel();
    await panel.getByLabel("Shown as").selectOption("CAMNS");
    await panel.getByLabel("Polyhedra").uncheck();
    await editor.window.reloadOrderly();
    const again = await editor.window.panel();
    await expect.poll(() => again.getByLabel("Shown as").inputValue()).toBe("CAMNS");
    expect(await again.getByLabel("Polyhedra").isChecked()).toBe(false);
  });

  it("follows edits of the file", async () => {
    await show("LiCl.cif");
    await expect.poll(description).toContain("Unit cell of LiCl");
    await editor.window.page
      .locator(".tab", { hasText: /^LiCl\.cif/ })
      .first()
      .click();
    await editor.window.goToText("LiCl.cif", "Cl1");
    await editor.window.page.keyboard.type("\nBr1 Br 0.25 0.25 0.25 0.1");
    await expect.poll(async () => (await siteRow("Br1")).count()).toBe(1);
  });
});

describe("picking and saving", () => {
  const saved: string[] = [];
  beforeAll(() => show("LiCl.cif"));
  afterAll(() => {
    for (const path of saved) rmSync(path, { force: true });
  });

  it("selects the site that is clicked on, and its row", async () => {
    await (await editor.window.panel()).getByRole("button", { name: "Look along c" }).click();
    // Along c the atom in the middle of the face stands in the middle.
    const { x, y, width, height } = await boxOf(await crystal());
    await editor.window.page.mouse.click(x + width / 2, y + height / 2);
    await expect.poll(cursorLine).toBe(lineOf("LiCl.cif", "Li1 "));
    await expect.poll(() => isSelected("Li1")).toBe("true");
  });

  it("selects nothing where there is no atom", async () => {
    const { x, y } = await boxOf(await crystal());
    await editor.window.page.mouse.click(x + 8, y + 8);
    await expect.poll(() => isSelected("Li1")).toBe("false");
  });

  it("saves the view as PNG for paper", async () => {
    await (await editor.window.panel()).getByRole("button", { name: "Save PNG" }).click();
    await expect.poll(() => editor.window.quickInputBox.inputValue()).toContain("LiCl.png");
    await editor.window.page.keyboard.press("Enter");
    const path = join(editor.window.editor.workspace, "LiCl.png");
    saved.push(path);
    await expect.poll(() => existsSync(path)).toBe(true);
    const bytes = readFileSync(path);
    expect(bytes.readUInt32BE(16)).toBe(2400);
    expect(bytes.length).toBeGreaterThan(20_000);
  });
});
