import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boxOf } from "./support/editorWindow";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const panel = () => editor.window.panel();
const panelText = async () => (await (await panel()).locator("body").textContent()) ?? "";
const cells = async (column: number) =>
  (await panel())
    .locator(`.table-body [role="row"] > [role="gridcell"]:nth-child(${column})`)
    .allTextContents();
const formulas = () => cells(2);
const pSi = async () => (await cells(3)).filter((text) => text !== "").map(Number);
/** The names of the series of a chart, with how many points each has, as its table of data tells them. */
async function seriesOf(chart: number): Promise<Record<string, number>> {
  const cell = (await panel()).locator("figure").nth(chart).locator("tbody tr > :first-child");
  const counts: Record<string, number> = {};
  for (const name of await cell.allTextContents()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
/** A place of a chart in shares of its width and height. */
async function placeIn(chart: number, x: number, y: number): Promise<[x: number, y: number]> {
  const canvas = (await panel()).locator("canvas").nth(chart);
  await canvas.scrollIntoViewIfNeeded();
  const box = await boxOf(canvas);
  return [box.x + x * box.width, box.y + y * box.height];
}
async function boxIn(chart: number, from: [number, number], to: [number, number]): Promise<void> {
  const { mouse } = editor.window.page;
  await mouse.move(...(await placeIn(chart, ...from)));
  await mouse.down();
  await mouse.move(...(await placeIn(chart, ...to)), { steps: 5 });
  await mouse.up();
}
const inWorkspace = (path: string) => join(editor.window.editor.workspace, path);
const proposedPath = () => editor.window.quickInputBox.inputValue();

/** Screens a folder of the workspace by the command, into the file that is proposed. */
async function screen(folder: string): Promise<void> {
  const { window } = editor;
  await window.run("Superion: Screen Folder...");
  await window.chooseRow(folder);
  await expect.poll(proposedPath).toContain(`${folder}-screening.ndjson`);
  await window.page.keyboard.press("Enter");
  await window.chooseRow("No table");
}

beforeAll(async () => {
  await editor.window.openFile("Li3N.cif");
  // The palette of a window that still starts has no commands of extensions.
  await editor.window.lenses.first().waitFor();
});

describe("screening the examples", () => {
  it("fills a panel with the compounds by falling P_SI", async () => {
    await screen("examples");
    await expect.poll(panelText, { timeout: 60_000 }).toMatch(/14 compounds, Superion/);
    await expect.poll(async () => (await formulas()).length).toBe(14);
    const numbers = await pSi();
    expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
    expect(existsSync(inWorkspace("examples-screening.ndjson"))).toBe(true);
    await editor.window.screenshot("screening");
  });

  it("draws P_SI, the distance to the training set and the map, each with its data as a table", async () => {
    const page = await panel();
    const captions = await page.locator("figure table caption").allTextContents();
    expect(captions).toEqual([
      expect.stringContaining("Compounds by P_SI"),
      expect.stringContaining("P_SI by distance"),
      expect.stringContaining("Map of the compounds"),
    ]);
    expect(await page.locator("figure").nth(2).locator("tbody tr").count()).toBe(100);
  });

  it("selects a compound in all views, by the keyboard", async () => {
    const page = await panel();
    await page.locator("canvas").nth(1).focus();
    await editor.window.page.keyboard.press("ArrowRight");
    await editor.window.page.keyboard.press("ArrowRight");
    await expect.poll(() => page.getByRole("status").textContent()).toMatch(/d_training .*P_SI/);
    await editor.window.page.keyboard.press("Enter");
    await expect.poll(() => page.locator('[aria-selected="true"]').count()).toBe(1);
    const [, formula = ""] = await page.locator('[aria-selected="true"] > div').allTextContents();
    expect(await page.getByRole("status").textContent()).toContain(formula);
    await editor.window.screenshot("screening-selected");
  });

  it("pins compounds side by side", async () => {
    const page = await panel();
    await page.getByRole("grid").focus();
    await editor.window.page.keyboard.press("Home");
    await editor.window.page.keyboard.press("Space");
    await editor.window.page.keyboard.press("ArrowDown");
    await editor.window.page.keyboard.press("Space");
    await expect.poll(() => page.locator(".comparison thead th").count()).toBe(2);
    await page.locator(".comparison").scrollIntoViewIfNeeded();
    await editor.window.screenshot("screening-pinned");
  });

  it("filters by conditions, and says what is no condition", async () => {
    const page = await panel();
    const filter = page.getByLabel("Filter", { exact: true });
    await filter.fill("formula~PS4");
    await expect.poll(formulas).toEqual(["Li3PS4"]);
    await filter.fill("density>2");
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("density>2 is no condition");
    await editor.window.screenshot("screening-filter");
    await filter.fill("");
    await expect.poll(async () => (await formulas()).length).toBe(14);
  });

  it("draws in the charts what the list shows", async () => {
    const filter = (await panel()).getByLabel("Filter", { exact: true });
    const before = await seriesOf(1);
    await filter.fill("pSi>0.5");
    await expect.poll(async () => (await formulas()).length).toBeLessThan(14);
    const shown = (await formulas()).length;
    await expect
      .poll(async () => {
        const { disordered = 0, ordered = 0 } = await seriesOf(1);
        return disordered + ordered;
      })
      .toBe(shown);
    expect((await seriesOf(2))["P_SI below 0.5"]).toBeUndefined();
    await (await panel()).locator("h1").scrollIntoViewIfNeeded();
    await editor.window.screenshot("screening-charts-filtered");
    await filter.fill("");
    await expect.poll(() => seriesOf(1)).toEqual(before);
  });

  it("chooses compounds by a box over a chart, which the others and the list show", async () => {
    const page = await panel();
    const before = await pSi();
    await page.getByRole("button", { name: "Choose by Box" }).click();
    await boxIn(1, [0.1, 0.1], [0.8, 0.45]);
    await page.getByRole("button", { name: /\d+ chosen in a chart/ }).waitFor();
    await expect.poll(async () => (await pSi()).length).toBeLessThan(before.length);
    const chosen = await pSi();
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen).toEqual(before.slice(0, chosen.length));
    await expect.poll(async () => (await seriesOf(2))["chosen"]).toBe(chosen.length);
    expect((await seriesOf(0))["chosen"]).toBe(25);
    expect(await page.getByRole("status").textContent()).toBe(`${chosen.length} compounds chosen.`);
    await editor.window.screenshot("screening-box");
  });

  it("chooses in the map too", async () => {
    const page = await panel();
    const status = () => page.getByRole("status").textContent();
    const before = await status();
    await boxIn(2, [0.2, 0.2], [0.9, 0.8]);
    await expect.poll(status).not.toBe(before);
    await expect.poll(async () => (await seriesOf(1))["chosen"] === (await formulas()).length).toBe(true);
    expect(await status()).toBe(`${(await formulas()).length} compounds chosen.`);
    await editor.window.screenshot("screening-box-map");
    await page.getByRole("button", { name: /\d+ chosen in a chart/ }).click();
    await expect.poll(async () => (await formulas()).length).toBe(14);
    await page.getByRole("button", { name: "Choose by Box" }).click();
  });

  it("chooses the compounds of a bar that is clicked, here of the inset", async () => {
    const page = await panel();
    await editor.window.page.mouse.click(...(await placeIn(0, 0.9, 0.3)));
    await page.getByRole("button", { name: /\d+ chosen in a chart/ }).waitFor();
    await expect.poll(async () => (await pSi()).every((value) => value >= 0.9)).toBe(true);
    await editor.window.screenshot("screening-bar");
    await page.getByRole("button", { name: /\d+ chosen in a chart/ }).click();
    await expect.poll(async () => (await formulas()).length).toBe(14);
  });

  it("saves a figure, and the list that is shown, where the user says", async () => {
    const page = await panel();
    for (const [button, file] of [
      ["SVG", "P_SI by distance to the training set.svg"],
      ["PNG", "P_SI by distance to the training set.png"],
      ["CSV", "P_SI by distance to the training set.csv"],
    ] as const) {
      await page.locator("figure").nth(1).getByRole("button", { name: button }).click();
      await expect.poll(proposedPath).toContain(file);
      await editor.window.page.keyboard.press("Enter");
      await expect.poll(() => existsSync(inWorkspace(file))).toBe(true);
    }
    expect(readFileSync(inWorkspace("P_SI by distance to the training set.svg"), "utf8")).toContain("<svg");
    await page.getByRole("button", { name: "Export List..." }).click();
    await expect.poll(proposedPath).toContain("examples-screening-selection.csv");
    await editor.window.page.keyboard.press("Enter");
    await expect.poll(() => existsSync(inWorkspace("examples-screening-selection.csv"))).toBe(true);
    expect(readFileSync(inWorkspace("examples-screening-selection.csv"), "utf8")).toContain("Li3PS4");
  });

  it("comes back after a reload as it was", async () => {
    await (await panel()).getByLabel("Search").fill("Li6");
    await expect.poll(formulas).toEqual(["Li6PS5Cl"]);
    await editor.window.reloadOrderly();
    await expect.poll(formulas, { timeout: 60_000 }).toEqual(["Li6PS5Cl"]);
    expect(await (await panel()).locator(".comparison thead th").count()).toBe(2);
  });

  it("opens the file of a row by Enter at its data block", async () => {
    const page = await panel();
    await page.getByLabel("Search").fill("Li10GeP2S12");
    await expect.poll(formulas).toEqual(["Li10.1Ge1.03P1.97S12"]);
    await page.getByRole("grid").focus();
    await editor.window.page.keyboard.press("ArrowDown");
    await editor.window.page.keyboard.press("Enter");
    await expect.poll(() => editor.window.tabs.allTextContents()).toContain("Li10GeP2S12.cif");
    await editor.window.screenshot("screening-opened");
  });

  it("is kept in the side bar with its top candidates", async () => {
    const { window } = editor;
    await window.run("Superion: Focus on Screenings View");
    const rows = window.page.locator(".pane-body .monaco-list-row");
    await rows.getByText("examples-screening.ndjson").first().waitFor();
    await rows.first().locator(".monaco-tl-twistie").click();
    await expect.poll(() => rows.allTextContents()).toContainEqual(expect.stringMatching(/P_SI 0\.\d\d ±/));
    await window.screenshot("screenings-view");
    await window.run("View: Show Explorer");
  });
});

describe("a long screening", () => {
  beforeAll(() => {
    const folder = inWorkspace("many");
    mkdirSync(folder, { recursive: true });
    const text = readFileSync(inWorkspace("LiFePO4.cif"), "utf8");
    for (let copy = 0; copy < 1500; copy++) writeFileSync(join(folder, `${copy}.cif`), `${text}# ${copy}\n`);
  });

  it("is cancelled, and what is done is shown", async () => {
    await editor.window.closeAll();
    await editor.window.openFile("Li3N.cif");
    await screen("many");
    const page = await panel();
    await expect.poll(async () => (await formulas()).length, { timeout: 60_000 }).toBeGreaterThan(0);
    await editor.window.screenshot("screening-running");
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect.poll(panelText).toMatch(/\d+ compounds; not finished/);
    await expect.poll(async () => (await formulas()).length).toBeGreaterThan(0);
    expect(existsSync(inWorkspace("many/many-screening.ndjson"))).toBe(false);
  });

  afterAll(() => {
    rmSync(inWorkspace("many"), { recursive: true, force: true });
  });

  it("is resumed to its end", async () => {
    await (await panel()).getByRole("button", { name: "Resume" }).click();
    await expect.poll(panelText, { timeout: 100_000 }).toMatch(/1500 compounds, Superion/);
    await editor.window.screenshot("screening-resumed");
  });
});

describe("the panel of a past screening", () => {
  it("opens from a list in CSV by its menu in the explorer, and says what it cannot show", async () => {
    const { window } = editor;
    const saved = readFileSync(inWorkspace("examples-screening-selection.csv"), "utf8").split("\n").slice(1);
    writeFileSync(inWorkspace("foreign.csv"), saved.join("\n").replace(",pc1,pc2,", ",x,y,"));
    await window.closeAll();
    await window.chooseInMenu("foreign.csv", "Open Screening");
    await expect.poll(formulas).toContain("Li3PS4");
    await expect.poll(panelText).toMatch(/The file has no columns pc1, pc2.*does not say which model/);
    await window.screenshot("screening-csv");
    await window.closeAll();
    await window.chooseInMenu("measurements.csv", "Open Screening");
    await expect.poll(panelText).toContain("is no list of a screening: it has no columns");
    await window.closeAll();
    await window.chooseInMenu("examples-screening-selection.csv", "Open Screening");
    await expect.poll(panelText).toMatch(/14 compounds, Superion/);
  });

  it("opens by a command", async () => {
    await editor.window.closeAll();
    await editor.window.run("Superion: Open Screening...");
    await editor.window.chooseRow("examples-screening.ndjson");
    await expect.poll(async () => (await formulas()).includes("Li3PS4")).toBe(true);
    await editor.window.reloadOrderly();
  });

  afterAll(() => editor.window.configure({ "workbench.colorTheme": "Default Dark Modern" }));

  it.each([
    ["light", "Default Light Modern"],
    ["high-contrast", "Default High Contrast"],
    ["high-contrast-light", "Default High Contrast Light"],
  ])("takes the colours of the theme: %s", async (name, theme) => {
    await editor.window.configure({ "workbench.colorTheme": theme });
    const background = () =>
      panel().then((page) => page.evaluate("getComputedStyle(document.body).backgroundColor"));
    await expect
      .poll(background, { timeout: 60_000 })
      .toBe(name === "high-contrast" ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)");
    await expect.poll(async () => (await formulas()).length).toBeGreaterThan(0);
    await editor.window.screenshot(`screening-${name}`);
  });
});
