import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boxOf } from "./support/editorWindow";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const panel = () => editor.window.panel();
const inWorkspace = (path: string) => join(editor.window.editor.workspace, path);
const proposedPath = () => editor.window.quickInputBox.inputValue();
const status = async () => (await (await panel()).getByRole("status").textContent()) ?? "";
const chart = async (title: string) => (await panel()).getByLabel(new RegExp(`^${title}`)).first();
const table = async (name: string) => (await panel()).getByRole("grid", { name, exact: true });
/** A column of a table, from 1. */
const column = async (name: string, place: number) =>
  (await table(name)).locator(`.table-body [role="gridcell"]:nth-child(${place})`).allTextContents();
const selectedFormulas = async () =>
  (await table("Compounds"))
    .locator('[aria-selected="true"] > [role="gridcell"]:nth-child(2)')
    .allTextContents();
const cut = async () => (await panel()).getByRole("slider", { name: "Height of the cut" });
const clusterCount = async () => (await panel()).getByRole("spinbutton", { name: "Clusters" }).inputValue();
/** Series of a figure by name, with how many points each has, as its table of data tells them. */
async function seriesOf(title: string): Promise<Record<string, number>> {
  const figure = (await panel()).locator("figure", {
    has: (await panel()).getByLabel(new RegExp(`^${title}`)),
  });
  const counts: Record<string, number> = {};
  for (const name of await figure.locator("tbody tr > :first-child").allTextContents())
    counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Runs the command on a folder of the workspace, with the proposed descriptor. */
async function cluster(folder: string, labels: string): Promise<void> {
  const { window } = editor;
  await window.run("Superion: Cluster Compounds...");
  await window.chooseRow(folder);
  await window.chooseRow("soap-can");
  await window.chooseRow(labels);
  await window.chooseRow("No table");
}

beforeAll(async () => {
  mkdirSync(inWorkspace("clustered"));
  for (const name of readdirSync(inWorkspace(".")).filter((one) => one.endsWith(".cif")))
    cpSync(inWorkspace(name), inWorkspace(join("clustered", name)));
  await editor.window.openFile("Li3N.cif");
  // The palette of a window that still starts has no commands of extensions.
  await editor.window.lenses.first().waitFor();
});

afterAll(async () => {
  for (const folder of ["clustered", "clustered-few", "clustered-many"])
    rmSync(inWorkspace(folder), { recursive: true, force: true });
  await editor.window.configure({ "workbench.colorTheme": "Default Dark Modern" });
});

describe("clustering the examples", () => {
  it("fills a panel with a tree, what was measured, a map and tables", async () => {
    await cluster("clustered", "measurements.csv");
    await (await table("Compounds")).waitFor({ timeout: 60_000 });
    expect(await (await panel()).locator(".toolbar").first().textContent()).toContain(
      "14 compounds, 10 measured, as soap-can",
    );
    expect(await column("Compounds", 2)).toHaveLength(14);
    expect(await clusterCount()).toBe("7");
    expect(await column("Clusters", 1)).toHaveLength(7);
    await expect.poll(() => column("Clusters", 3)).not.toContain("");
    expect(Object.keys(await seriesOf("Dendrogram"))).toContain("cluster 6");
    expect(await seriesOf("Measured conductivity by cluster")).toMatchObject({ measured: 10 });
    await expect
      .poll(() => seriesOf("Map by principal components"))
      .toMatchObject({ "cluster 0": expect.any(Number) as number });
    await editor.window.screenshot("clusters");
  });

  it("moves the cut by keys and by the pointer", async () => {
    await (await cut()).focus();
    expect(await (await cut()).getAttribute("aria-valuetext")).toBe("7 clusters");
    await editor.window.page.keyboard.press("ArrowUp");
    await expect.poll(clusterCount).toBe("6");
    await expect.poll(status).toMatch(/^6 clusters, \d+ candidates?\.$/);
    expect(await column("Clusters", 1)).toHaveLength(6);
    const [handle, canvas] = [await boxOf(await cut()), await boxOf(await chart("Dendrogram"))];
    const { mouse } = editor.window.page;
    await mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await mouse.down();
    await mouse.move(handle.x + handle.width / 2, canvas.y + canvas.height * 0.4, { steps: 5 });
    expect(await (await cut()).getAttribute("aria-valuetext")).toBe("2 clusters");
    expect(await clusterCount()).toBe("6");
    await mouse.up();
    await expect.poll(clusterCount).toBe("2");
    await expect.poll(() => column("Clusters", 1)).toHaveLength(2);
    await editor.window.screenshot("clusters-cut");
    await (await panel()).getByRole("spinbutton", { name: "Clusters" }).fill("5");
    await editor.window.page.keyboard.press("Enter");
    await expect.poll(() => column("Clusters", 1)).toHaveLength(5);
  });

  it("selects a cluster of the table in the list, the violins and the map", async () => {
    await (await table("Clusters")).focus();
    await editor.window.page.keyboard.press("Home");
    await expect.poll(status).toMatch(/^cluster 0: \d+ compounds? selected\.$/);
    const size = Number((await column("Clusters", 2))[0]);
    await expect.poll(selectedFormulas).toHaveLength(size);
    await expect.poll(async () => (await seriesOf("Map by principal"))["selected"]).toBe(size);
    expect((await seriesOf("Dendrogram"))["selected"]).toBe(size);
    await editor.window.page.keyboard.press("Enter");
    await expect.poll(() => column("Compounds", 2)).toHaveLength(size);
    await (await panel()).getByRole("button", { name: "All", exact: true }).click();
    await expect.poll(() => column("Compounds", 2)).toHaveLength(14);
  });

  it("selects the cluster beneath a click in the dendrogram, and a compound by the keys of the map", async () => {
    const canvas = await chart("Dendrogram");
    await canvas.scrollIntoViewIfNeeded();
    const box = await boxOf(canvas);
    await editor.window.page.mouse.click(box.x + box.width * 0.9, box.y + box.height * 0.3);
    await expect.poll(status).toMatch(/^cluster \d+: \d+ compounds? selected\.$/);
    const map = await chart("Map by principal components");
    await (await panel()).getByLabel("Colour").selectOption("P_SI");
    await expect.poll(() => seriesOf("Map by principal")).toMatchObject({ "with P_SI": 14 });
    await map.focus();
    await editor.window.page.keyboard.press("ArrowDown");
    await editor.window.page.keyboard.press("ArrowRight");
    await editor.window.page.keyboard.press("Enter");
    await expect.poll(selectedFormulas).toHaveLength(1);
    const [formula = ""] = await selectedFormulas();
    expect(await status()).toContain(formula);
    await editor.window.screenshot("clusters-selected");
  });

  it("draws the map by UMAP too", async () => {
    await (await panel()).getByRole("combobox", { name: "Map" }).selectOption("UMAP");
    await (await chart("Map by UMAP")).waitFor();
    expect(await seriesOf("Map by UMAP")).toMatchObject({ "with P_SI": 14 });
  });

  it("compares another representation, and ranks all until that is cancelled", async () => {
    const page = await panel();
    await page.getByLabel("Descriptor", { exact: true }).selectOption("density");
    await page.getByLabel("Simplification", { exact: true }).selectOption("CAMN");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect
      .poll(() => seriesOf("Variance of conductivity"))
      .toMatchObject({ "soap-can": 13, "density-CAMN": 13, "random clusters": 13 });
    await page.getByRole("button", { name: /^Rank 180 / }).click();
    const cancel = page.getByRole("region", { name: "Ranking" }).getByRole("button", { name: "Cancel" });
    await cancel.waitFor();
    await page.getByText(/^([2-9]|\d\d+) of 180$/).waitFor({ timeout: 60_000 });
    await cancel.click();
    await page.getByRole("button", { name: /^Rank 180 / }).waitFor();
    expect(await status()).toBe("The ranking is cancelled.");
    await (await chart("Representations")).scrollIntoViewIfNeeded();
    await editor.window.screenshot("clusters-ranking");
  });

  it("compares a union of two with hyper-parameters of its own, once they are right", async () => {
    const page = await panel();
    await page.getByLabel("Descriptor", { exact: true }).selectOption("soap");
    await page.getByLabel("Simplification", { exact: true }).selectOption("CAMN");
    await page.getByText("Hyper-parameters", { exact: true }).click();
    await page.getByLabel("rCut").fill("1");
    await expect
      .poll(async () => page.getByRole("alert").textContent())
      .toBe("rCut: a number above 1, up to 30.");
    expect(await page.getByRole("button", { name: "Compare" }).isDisabled()).toBe(true);
    await page.getByLabel("rCut").fill("4");
    await page.getByLabel("average").selectOption("inner");
    await editor.window.screenshot("clusters-hyperparameters");
    await page.getByText("Hyper-parameters", { exact: true }).click();
    await page.getByLabel("with a second").check();
    await page.getByLabel("Second descriptor").selectOption("mxrd");
    await page.getByText("Second hyper-parameters").click();
    await page.getByLabel("patternLength").fill("101");
    await page.getByText("Second hyper-parameters").click();
    await page.getByLabel("Mixing ratio alpha").fill("0.5");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect
      .poll(async () => Object.keys(await seriesOf("Variance of conductivity")), { timeout: 60_000 })
      .toContain("soap-CAMN (rCut 4, average inner) + 0.5 mxrd-CAMN (patternLength 101)");
    await editor.window.screenshot("clusters-union");
  });

  it("computes activation energies of all, and shows W_Ea beside random clusters", async () => {
    const page = await panel();
    await page.getByText("E_a of 0 of 14 compounds").waitFor();
    await page.getByRole("button", { name: "Compute for All (14)" }).click();
    await page.getByRole("progressbar", { name: "Progress of activation energies" }).waitFor();
    await editor.window.screenshot("clusters-barriers-run");
    await (await chart("Variance of activation energy")).waitFor({ timeout: 120_000 });
    expect(await status()).toMatch(/^\d+ clusters|^The computation of activation energies is finished\.$/);
    await expect
      .poll(async () => (await column("Compounds", 7)).filter((cell) => cell !== ""))
      .not.toHaveLength(0);
    expect(Object.keys(await seriesOf("Variance of activation energy"))).toEqual([
      "soap-can",
      "random clusters",
      "their deviation",
    ]);
    await (await chart("Variance of activation energy")).scrollIntoViewIfNeeded();
    await editor.window.screenshot("clusters-barriers");
  }, 180_000);

  it("saves figures and the table where the user says", async () => {
    const page = await panel();
    for (const [button, file] of [
      ["SVG", "Dendrogram.svg"],
      ["PNG", "Dendrogram.png"],
      ["CSV", "Dendrogram.csv"],
    ] as const) {
      await page
        .getByRole("group", { name: "Save Dendrogram" })
        .getByRole("button", { name: button })
        .click();
      await expect.poll(proposedPath).toContain(file);
      await editor.window.page.keyboard.press("Enter");
      await expect.poll(() => existsSync(inWorkspace(file))).toBe(true);
    }
    expect(readFileSync(inWorkspace("Dendrogram.svg"), "utf8")).toContain("Li3N");
    await page.getByRole("button", { name: "Export Table..." }).click();
    await expect.poll(proposedPath).toContain("Clusters.csv");
    await editor.window.page.keyboard.press("Enter");
    await expect.poll(() => existsSync(inWorkspace("Clusters.csv"))).toBe(true);
    expect(readFileSync(inWorkspace("Clusters.csv"), "utf8")).toMatch(/^file,block,formula,cluster,/);
  });

  it("comes back after a reload as it was", async () => {
    await editor.window.reloadOrderly();
    await (await table("Compounds")).waitFor({ timeout: 60_000 });
    expect(await clusterCount()).toBe("5");
    await expect.poll(selectedFormulas).toHaveLength(1);
    await (await chart("Map by UMAP")).waitFor();
    await expect
      .poll(async () => Object.keys(await seriesOf("Variance of conductivity")), { timeout: 60_000 })
      .toEqual(
        expect.arrayContaining([
          "density-CAMN",
          "soap-CAMN (rCut 4, average inner) + 0.5 mxrd-CAMN (patternLength 101)",
        ]),
      );
    expect(await (await panel()).getByLabel("Mixing ratio alpha").inputValue()).toBe("0.5");
  });

  it.each([
    ["light", "Default Light Modern"],
    ["high-contrast", "Default High Contrast"],
    ["high-contrast-light", "Default High Contrast Light"],
  ])("takes the colours of the theme: %s", async (name, theme) => {
    await editor.window.configure({ "workbench.colorTheme": theme });
    await (await table("Compounds")).waitFor({ timeout: 60_000 });
    await (await chart("Variance of conductivity")).waitFor();
    await (await panel()).locator("h1").scrollIntoViewIfNeeded();
    await editor.window.screenshot(`clusters-${name}`);
    await (await chart("Representations")).scrollIntoViewIfNeeded();
    await editor.window.screenshot(`clusters-${name}-below`);
  });

  it("opens the file of a compound by Enter at its data block", async () => {
    await (await table("Compounds")).focus();
    await editor.window.page.keyboard.press("End");
    const files = await column("Compounds", 9);
    await editor.window.page.keyboard.press("Enter");
    await expect.poll(() => editor.window.tabs.allTextContents()).toContain(files.at(-1));
    await editor.window.screenshot("clusters-opened");
  });
});

describe("other ways to a panel", () => {
  it("leads from a panel to another descriptor of the same compounds", async () => {
    await editor.window.closeAll();
    await cluster("clustered", "measurements.csv");
    await (await table("Compounds")).waitFor({ timeout: 60_000 });
    await (await panel()).getByRole("button", { name: "Change..." }).click();
    for (const row of [
      "Choose a descriptor...",
      "density",
      "CAMN",
      "By it alone",
      "Training index",
      "No table",
    ])
      await editor.window.chooseRow(row);
    await expect
      .poll(async () => (await panel()).locator(".toolbar").first().textContent(), { timeout: 60_000 })
      .toContain("14 compounds, 3 measured, as density-CAMN");
  });

  it("asks for hyper-parameters where a descriptor has some", async () => {
    const { window } = editor;
    await (await panel()).getByRole("button", { name: "Change..." }).click();
    await window.chooseRow("Choose a descriptor...");
    await window.quickInput.getByText("bond-fraction").waitFor();
    await window.quickInputBox.fill("rdf");
    for (const row of ["rdf", "can", "cutoff"]) await window.chooseRow(row);
    await expect.poll(proposedPath).toBe("20");
    await window.quickInputBox.fill("50");
    await expect
      .poll(() => window.page.locator(".quick-input-message").textContent())
      .toContain("cutoff: a number above 0, up to 30.");
    await window.quickInputBox.fill("6");
    await window.page.keyboard.press("Enter");
    await window.page.getByText("Longest distance").waitFor();
    await window.screenshot("clusters-choose-hyperparameters");
    for (const row of ["Take these", "By it alone", "Training index", "No table"])
      await window.chooseRow(row);
    await expect
      .poll(async () => (await panel()).locator(".toolbar").first().textContent(), { timeout: 60_000 })
      .toContain("14 compounds, 3 measured, as rdf-can (cutoff 6)");
  });

  it("leads from what the list of a screening shows", async () => {
    await editor.window.closeAll();
    await editor.window.run("Superion: Screen Folder...");
    await editor.window.chooseRow("clustered");
    await expect.poll(proposedPath).toContain("clustered-screening.ndjson");
    await editor.window.page.keyboard.press("Enter");
    await editor.window.chooseRow("No table");
    await (await panel()).getByRole("button", { name: "Resume" }).waitFor({ timeout: 60_000 });
    await (await panel()).getByLabel("Filter", { exact: true }).fill("ordered");
    await expect.poll(() => column("Compounds", 2)).not.toContain("Li6PS5Cl");
    await (await panel()).getByRole("button", { name: "Cluster..." }).click();
    for (const row of ["soap-can", "Training index", "No table"]) await editor.window.chooseRow(row);
    await expect
      .poll(async () => (await panel()).locator("h1").textContent(), { timeout: 60_000 })
      .toBe("Clusters of clustered-screening.ndjson");
    await (await table("Clusters")).waitFor({ timeout: 60_000 });
    expect(await column("Compounds", 2)).not.toContain("Li6PS5Cl");
  });
});

describe("clustering that cannot go on", () => {
  beforeAll(async () => {
    await editor.window.closeAll();
    mkdirSync(inWorkspace("clustered-few"));
    cpSync(inWorkspace("Li3N.cif"), inWorkspace("clustered-few/Li3N.cif"));
    mkdirSync(inWorkspace("clustered-many"));
    const text = readFileSync(inWorkspace("Li7La3Zr2O12.cif"), "utf8");
    for (let copy = 0; copy < 600; copy++)
      writeFileSync(inWorkspace(`clustered-many/copy${copy}.cif`), `${text}# ${copy}\n`);
  });

  it("says that there are too few compounds", async () => {
    await cluster("clustered-few", "Training index");
    await expect
      .poll(async () => (await panel()).getByRole("alert").textContent(), { timeout: 60_000 })
      .toBe("Only 1 compound could be described, and clustering takes 3 or more.");
  });

  it("stops when the user cancels, and starts anew", async () => {
    await editor.window.closeAll();
    await cluster("clustered-many", "Training index");
    const page = await panel();
    await page.getByText(/^Describing/).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("The clustering was cancelled.").waitFor();
    await page.getByRole("button", { name: "Start Anew" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("The clustering was cancelled.").waitFor();
  });
});
