import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { boxOf } from "./support/editorWindow";
import { textOf, useImpedancePanel } from "./support/impedancePanel";

const { editor, panel, row, button, field, chart, openFolder } = useImpedancePanel();

const cellFile = () => join(editor.window.editor.workspace, "impedance/garnet.superion.json");

afterAll(async () => {
  copyFileSync("examples/impedance/garnet.superion.json", cellFile());
  await editor.window.page.setViewportSize({ width: 1400, height: 900 });
  await editor.window.configure({ "workbench.colorTheme": "Default Dark Modern" });
});

describe("the impedance of the example pellet", () => {
  it("opens from the menu of a folder, and gives resistance, conductivity and activation energy", async () => {
    await openFolder("impedance");
    await (await button("garnet_25C.mpt")).click();
    await expect.poll(() => row("R total"), { timeout: 60_000 }).toMatch(/42\d/);
    await expect.poll(() => row("E_a (eV)"), { timeout: 60_000 }).toMatch(/0\.3\d/);
    expect(await row("E_a (kJ/mol)")).toMatch(/3\d\.\d+ ± /);
    expect(await row("25 °C is")).toContain("interpolated");
    expect(await row("σ total")).toContain("10⁻⁴");
    await editor.window.screenshot("impedance");
  });

  it("excludes points by a box, and takes it back", async () => {
    const before = await row("χ²");
    await (await button("Exclude points")).click();
    const canvas = await chart("Modulus of garnet_25C.mpt");
    await canvas.scrollIntoViewIfNeeded();
    const box = await boxOf(canvas);
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
    await (await field("Circuit")).fill("R0-p(R1,CPE1)-CPE2");
    await expect.poll(() => row("R2"), { timeout: 60_000 }).toBe("");
    expect(await row("χ²")).not.toBe(before);
    await (await field("Circuit")).fill("R0-p(R1,CPE1");
    await expect.poll(async () => (await panel()).getByRole("alert").textContent()).toContain("character");
    await (await field("Circuit")).fill("R0-p(R1,CPE1)-CPE2");
    await expect.poll(() => row("R total"), { timeout: 60_000 }).toMatch(/4\d\d/);
  });

  it("writes the size of the pellet into the cell file, and counts with it", async () => {
    const before = await row("σ total");
    await (await field("Thickness")).fill("2.4");
    await expect.poll(() => textOf(cellFile())).toContain('"value": 2.4');
    expect(textOf(cellFile())).toContain("This pellet does not exist");
    await expect.poll(() => row("σ total")).not.toBe(before);
  });

  it("finds everything as it was after a reload", async () => {
    await editor.window.reloadOrderly();
    await expect
      .poll(async () => (await field("Circuit")).inputValue(), { timeout: 60_000 })
      .toBe("R0-p(R1,CPE1)-CPE2");
    await (await panel()).getByRole("button", { name: "Include the excluded point" }).waitFor();
    expect(await (await button("garnet_25C.mpt")).getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => row("R total"), { timeout: 60_000 }).toMatch(/4\d\d/);
  });

  it.each([
    ["dark", "Default Dark Modern"],
    ["light", "Default Light Modern"],
    ["high-contrast", "Default High Contrast"],
  ])("is drawn in the theme %s", async (name, theme) => {
    await editor.window.configure({ "workbench.colorTheme": theme });
    await editor.window.page.setViewportSize({ width: 1400, height: 2300 });
    await expect.poll(() => row("E_a (eV)"), { timeout: 60_000 }).toMatch(/0\.\d+ ± /);
    await editor.window.screenshot(`impedance-${name}`);
  });
});
