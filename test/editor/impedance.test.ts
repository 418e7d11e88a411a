import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const panel = () => editor.window.panel();
const cellFile = () => join(editor.window.editor.workspace, "impedance/garnet.superion.json");

/** The text of a row of the results, `R total 424.71 ± 0.44 Ω ...`. */
async function row(name: string): Promise<string> {
  const header = (await panel()).getByRole("rowheader", { name, exact: true }).first();
  return (
    (await header
      .locator("xpath=..")
      .textContent({ timeout: 1000 })
      .catch(() => "")) ?? ""
  );
}

const button = async (name: string): Promise<Locator> =>
  (await panel()).getByRole("button", { name, exact: true }).first();
const circuitField = async () => (await panel()).getByLabel("Circuit", { exact: true });
const chart = async (title: string) => (await panel()).getByLabel(new RegExp(`^${title}`));

/** Empty until it is there. */
const textOf = (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : "");

/** Takes the name that the dialog of a file proposes. */
async function acceptFile(ending: string): Promise<void> {
  const input = editor.window.quickInput.locator("input").first();
  await expect.poll(() => input.inputValue()).toContain(ending);
  await editor.window.page.keyboard.press("Enter");
}

// A menu that opens before the extension is there does not have its entries.
beforeAll(async () => {
  await editor.window.openFile("Li3N.cif");
  await editor.window.lenses.getByText("P_SI").first().waitFor();
});
afterAll(() => editor.window.configure({ "workbench.colorTheme": "Default Dark Modern" }));

describe("the impedance of the example pellet", () => {
  it("opens from the menu of a folder, and gives resistance, conductivity and activation energy", async () => {
    await editor.window.chooseInMenu("impedance", "Analyse Impedance");
    await (await button("garnet_25C.mpt")).click();
    await expect.poll(() => row("R total"), { timeout: 60_000 }).toMatch(/42\d/);
    await expect.poll(() => row("garnet"), { timeout: 60_000 }).toMatch(/0\.3\d/);
    expect(await row("σ total")).toContain("10⁻⁴");
    await editor.window.screenshot("impedance");
  });

  it("excludes points by a box, and takes it back", async () => {
    const before = await row("χ²");
    await (await button("Exclude points")).click();
    const canvas = await chart("Modulus of garnet_25C.mpt");
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    if (box === null) throw new Error("The figure is not to be seen.");
    const { mouse } = editor.window.page;
    await mouse.move(box.x + box.width * 0.55, box.y + box.height * 0.1);
    await mouse.down();
    await mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.85, { steps: 5 });
    await mouse.up();
    const included = (await panel()).getByRole("button", { name: /^Include the \d+ excluded points$/ });
    await included.waitFor();
    await expect.poll(() => row("χ²")).not.toBe(before);
    await editor.window.screenshot("impedance-excluded");
    await (await button("Undo")).click();
    await expect.poll(() => row("χ²")).toBe(before);
    expect(await included.count()).toBe(0);
  });

  it("excludes a point by the keyboard", async () => {
    const canvas = await chart("Nyquist plot of garnet_25C.mpt");
    await canvas.focus();
    for (let steps = 0; steps < 10; steps++) await editor.window.page.keyboard.press("ArrowRight");
    await expect.poll(async () => (await panel()).locator(".readout").textContent()).toMatch(/Hz: Z′/);
    await editor.window.page.keyboard.press("Enter");
    await (await panel()).getByRole("button", { name: "Include the excluded point" }).waitFor();
  });

  it("fits another circuit at once, and says what is none", async () => {
    const before = await row("χ²");
    await (await circuitField()).fill("R0-p(R1,CPE1)-CPE2");
    await expect.poll(() => row("R2"), { timeout: 60_000 }).toBe("");
    expect(await row("χ²")).not.toBe(before);
    await (await circuitField()).fill("R0-p(R1,CPE1");
    await expect.poll(async () => (await panel()).getByRole("alert").textContent()).toContain("character");
    await (await circuitField()).fill("R0-p(R1,CPE1)-CPE2");
    await expect.poll(() => row("R total"), { timeout: 60_000 }).toMatch(/4\d\d/);
  });

  it("writes the size of the pellet into the cell file, and counts with it", async () => {
    const before = await row("σ total");
    await (await panel()).getByLabel("Thickness", { exact: true }).fill("2.4");
    await expect.poll(() => readFileSync(cellFile(), "utf8")).toContain('"value": 2.4');
    expect(readFileSync(cellFile(), "utf8")).toContain("This pellet does not exist");
    await expect.poll(() => row("σ total")).not.toBe(before);
  });

  it("saves the results, and a report with its figures", async () => {
    const folder = editor.window.editor.workspace;
    await (await panel()).getByText("Stop").waitFor({ state: "hidden", timeout: 60_000 });
    await (await button("Save CSV")).click();
    await acceptFile("impedance.csv");
    await expect
      .poll(() => textOf(join(folder, "impedance.csv")))
      .toMatch(/garnet_25C\.mpt,garnet,25,1,"R0-p/);
    await (await button("Save Report")).click();
    await acceptFile("impedance.md");
    const report = join(folder, "impedance/impedance.md");
    await expect.poll(() => textOf(report)).toContain("![Arrhenius plot](figures/arrhenius.png)");
    expect(readdirSync(join(folder, "impedance/figures"))).toContain("nyquist-1.png");
    rmSync(join(folder, "impedance.csv"));
  });

  it("finds everything as it was after a reload", async () => {
    await editor.window.reloadOrderly();
    await expect
      .poll(async () => (await circuitField()).inputValue(), { timeout: 60_000 })
      .toBe("R0-p(R1,CPE1)-CPE2");
    await (await panel()).getByRole("button", { name: "Include the excluded point" }).waitFor();
    expect(await (await button("garnet_25C.mpt")).getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => row("R total"), { timeout: 60_000 }).toMatch(/4\d\d/);
  });

  it.each([
    ["light", "Default Light Modern"],
    ["high-contrast", "Default High Contrast"],
  ])("is drawn in the theme %s", async (name, theme) => {
    await editor.window.configure({ "workbench.colorTheme": theme });
    await expect.poll(() => row("R total"), { timeout: 60_000 }).toMatch(/4\d\d/);
    await editor.window.screenshot(`impedance-${name}`);
  });
});
