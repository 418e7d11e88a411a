import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textOf, useImpedancePanel } from "./support/impedancePanel";

const { editor, panel, row, button, field, openFolder, analysed } = useImpedancePanel();

const folder = () => join(editor.window.editor.workspace, "unknown");
const cellFile = () => join(folder(), "unknown.superion.json");
const undo = async () => (await button("Undo")).click();

/** Spectra of which nobody knows temperature and size. */
beforeAll(() => {
  const examples = join(editor.window.editor.workspace, "impedance");
  mkdirSync(folder());
  copyFileSync(join(examples, "garnet_25C.mpt"), join(folder(), "first.mpt"));
  copyFileSync(join(examples, "garnet_70C.z"), join(folder(), "second.z"));
});
afterAll(() => {
  rmSync(folder(), { recursive: true });
});

describe("a cell that nobody has described", () => {
  it("asks for temperatures, and takes them in degrees Celsius or kelvin", async () => {
    await openFolder("unknown");
    await expect.poll(() => row("R total"), { timeout: 60_000 }).toMatch(/42\d/);
    const unknown = (await panel()).getByText("not known");
    await expect.poll(() => unknown.textContent()).toContain("2 spectra");
    await (await field("Temperature of first.mpt")).fill("25");
    await expect.poll(() => unknown.textContent()).toContain("1 spectrum");
    await (await field("Temperature of second.z")).fill("343.15 K");
    await expect.poll(() => unknown.count()).toBe(0);
    expect(textOf(cellFile())).toMatch(/"second.z"[^]*"value": 70/);
  });

  it("gives conductivities and a line once it has a size, which is written down", async () => {
    await (await field("Thickness")).fill("1.2");
    await expect.poll(() => textOf(cellFile())).toContain('"value": 1.2');
    await (await field("Diameter")).fill("10");
    await expect.poll(() => row("σ total")).toContain("10⁻⁴");
    await analysed();
    await expect.poll(() => row("E_a (eV)")).toMatch(/0\.3\d/);
  });

  it("warns beside the fields where the pellet would be thicker than wide", async () => {
    const warning = (await panel()).locator(".cell").getByText("thicker (12 mm) than wide (10 mm)");
    await (await field("Unit of Thickness")).selectOption("cm");
    await warning.waitFor();
    await editor.window.screenshot("impedance-cell-warning");
    await undo();
    await warning.waitFor({ state: "hidden" });
  });

  it("warns where mass, density and size contradict each other", async () => {
    await (await field("Crystal density")).fill("5.1");
    await expect.poll(() => textOf(cellFile())).toContain("density");
    await (await field("Mass")).fill("45.2");
    await (await panel()).locator(".cell").getByText("By its mass, area and thickness").waitFor();
    await (await field("Mass")).fill("452");
    await (await panel()).getByText("94 % dense").waitFor();
  });

  it("takes changes of its file back one by one, to where there was none, and makes them again", async () => {
    const before = textOf(cellFile());
    const undoing = await button("Undo");
    await expect.poll(() => undoing.isEnabled()).toBe(true);
    while (await undoing.isEnabled()) {
      const text = textOf(cellFile());
      await undoing.click();
      await expect.poll(() => textOf(cellFile())).not.toBe(text);
    }
    await expect.poll(() => textOf(cellFile())).toBe("");
    await expect.poll(() => row("σ total")).toBe("");
    const redoing = await button("Redo");
    await expect.poll(() => redoing.isEnabled()).toBe(true);
    while (await redoing.isEnabled()) {
      const text = textOf(cellFile());
      await redoing.click();
      await expect.poll(() => textOf(cellFile())).not.toBe(text);
    }
    await expect.poll(() => textOf(cellFile())).toBe(before);
    await expect.poll(() => row("σ total")).toContain("10⁻⁴");
  });
});
