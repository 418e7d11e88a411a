import { describe, expect, it } from "vitest";
import { useImpedancePanel } from "./support/impedancePanel";

const { editor, panel, row, button, field, openFolder, drag } = useImpedancePanel();

const steadyFrom = async () => Number(await (await field("Steady from, s")).inputValue());

describe("the direct currents of the example pellet", () => {
  it("open from the menu of their folder, and give the electronic conductivity with its error", async () => {
    await openFolder("polarisation");
    await expect.poll(() => row("σ_e (S/cm)")).toMatch(/\((1\.9|2\.0)\d+ ± 0\.\d+\)·10⁻⁹/);
    expect(await steadyFrom()).toBe(3000);
    expect(await row("t_ion")).toBe("t_ion");
  });

  it("give the transference number with a total conductivity", async () => {
    await (await field("Total conductivity, S/cm")).fill("3.6e-4");
    await expect.poll(() => row("t_ion")).toMatch(/0\.999994\d* ± 0\.0000001/);
    await editor.window.screenshot("impedance-polarisation");
  });

  it("are steady from where the user drags the band, and undo takes it back", async () => {
    const before = await row("σ_e (S/cm)");
    await drag((await panel()).locator(".figure-band-edge").first(), -150, 0);
    await expect.poll(steadyFrom).toBeLessThan(2500);
    await expect.poll(() => row("σ_e (S/cm)")).not.toBe(before);
    await (await button("Undo")).click();
    await expect.poll(steadyFrom).toBe(3000);
  });

  it("come back after a reload as they were", async () => {
    await (await field("Steady from, s")).fill("2000");
    await expect.poll(async () => (await button("Automatic")).getAttribute("aria-pressed")).toBe("false");
    await editor.window.reloadOrderly();
    await expect.poll(steadyFrom, { timeout: 60_000 }).toBe(2000);
    await expect.poll(() => row("t_ion")).toContain("0.99999");
  });
});
