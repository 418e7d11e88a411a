import { beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const text = async () => (await editor.window.lines.allTextContents()).join("\n").replaceAll("\u00a0", " ");

describe("names in a CIF that is edited", () => {
  beforeAll(() => editor.window.openFile("LiCl.cif"));

  it("are completed as one types, with what they mean", async () => {
    const { page } = editor.window;
    await expect.poll(() => editor.window.lenses.count()).toBeGreaterThan(0);
    await editor.window.goToEnd("LiCl.cif");
    await page.keyboard.type("_cell_meas_temp", { delay: 30 });
    const suggestion = page.locator(".suggest-widget .monaco-list-row", {
      hasText: "_cell_measurement_temperature",
    });
    await suggestion.first().waitFor();
    const details = page.locator(".suggest-details");
    if (!(await details.isVisible())) await page.keyboard.press("Control+Space");
    await expect.poll(() => details.textContent()).toContain("Temperature at which the cell was measured.");
    await editor.window.screenshot("completion");
    await page.keyboard.press("Tab");
    await page.keyboard.type(" 298\n");
    await expect.poll(text).toContain("_cell_measurement_temperature 298");
  });

  it("out of date are struck out, and renamed by the quick fix", async () => {
    const { page } = editor.window;
    await page.keyboard.type("_symmetry_cell_setting cubic");
    await page.keyboard.press("Escape");
    const struckOut = editor.window.activeEditor.locator(".squiggly-inline-deprecated");
    await expect.poll(() => struckOut.count()).toBeGreaterThan(0);
    await page.keyboard.press("Home");
    const fix = page.locator(".action-widget .action-item, .action-widget .monaco-list-row", {
      hasText: "Rename to _space_group_crystal_system",
    });
    await expect
      .poll(async () => {
        await page.keyboard.press("Control+.");
        await page.waitForTimeout(500);
        return fix.count();
      })
      .toBeGreaterThan(0);
    await editor.window.screenshot("quick-fix");
    await page.keyboard.press("Enter");
    await expect.poll(text).toContain("_space_group_crystal_system cubic");
    await expect.poll(() => struckOut.count()).toBe(0);
  });
});

describe("a quote", () => {
  beforeAll(() => editor.window.openFile("Li2O.cif"));

  it("is closed at once, offers the words between, and is none of a label's", async () => {
    const { page } = editor.window;
    await expect.poll(() => editor.window.lenses.count()).toBeGreaterThan(0);
    await editor.window.goToEnd("Li2O.cif");
    await page.keyboard.type("_exptl_absorpt_correction_type '", { delay: 30 });
    await page.locator(".suggest-widget .monaco-list-row", { hasText: "gaussian" }).first().waitFor();
    await page.keyboard.type("gau", { delay: 30 });
    await page.keyboard.press("Enter");
    await expect.poll(text).toContain("_exptl_absorpt_correction_type 'gaussian'");
    await page.keyboard.press("End");
    await page.keyboard.type("\n_own_label C1'", { delay: 30 });
    await expect.poll(text).toMatch(/_own_label C1'$/m);
  });
});

describe("a loop that is typed in full", () => {
  beforeAll(() => editor.window.openFile("Li3N.cif"));

  it("stays as it is typed: Enter takes no piece of a structure", async () => {
    const { page } = editor.window;
    await expect.poll(() => editor.window.lenses.count()).toBeGreaterThan(0);
    await editor.window.goToEnd("Li3N.cif");
    await page.keyboard.type("loop_", { delay: 50 });
    await page.waitForTimeout(1000);
    await page.keyboard.press("Enter");
    await page.keyboard.type("_pd_phase_name");
    await page.keyboard.press("Escape");
    await expect.poll(text).toContain("_pd_phase_name");
    const lines = (await text()).split("\n");
    expect(lines.filter((line) => line.includes("_atom_site_occupancy"))).toHaveLength(1);
  });
});

describe("the hover on a value", () => {
  beforeAll(() => editor.window.openFile("Li7La3Zr2O12.cif"));

  it("spells the uncertainty out, and shows the colours of the elements on the site", async () => {
    const label = editor.window.lines.locator("span > span", { hasText: /^Li1$/ }).first();
    await editor.window.goToText("Li7La3Zr2O12.cif", "Li1 ");
    const pointed = async () => {
      await editor.window.pointAt(label);
      return editor.window.hoverText();
    };
    await expect.poll(pointed, { interval: 1500 }).toContain("_atom_site_label");
    const swatch = editor.window.page.locator(".monaco-hover:visible img[alt='colour of Li']").first();
    expect((await swatch.boundingBox())?.width).toBeGreaterThan(8);
    await editor.window.screenshot("hover-value");
  });
});
