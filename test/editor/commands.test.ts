import { beforeAll, describe, expect, it } from "vitest";
import manifest from "../../package.json";
import { useEditor } from "./support/useEditor";

const editor = useEditor();
const titles = manifest.contributes.commands.map(({ category, title }) => `${category}: ${title}`);

const tabs = () => editor.window.tabs.allTextContents();
const shownText = async () => (await editor.window.lines.allTextContents()).join("\n");
const errors = () => editor.window.page.locator(".notification-list-item:has(.codicon-error)").count();

/** What each command shows, so that it is known to have run. */
const effects: Record<string, () => Promise<void>> = {
  "Superion: Show Simplified Representation...": async () => {
    await editor.window.chooseRow("CAMN");
    await expect.poll(tabs).toContain("Li3N (CAMN).cif");
  },
  "Superion: Compare with Simplified Representation...": async () => {
    await editor.window.chooseRow("CAN");
    await expect.poll(tabs).toContain("Li3N.cif \u2194 CAN");
  },
  "Superion: Show Structure": async () => {
    await expect.poll(tabs).toContain("Structure: Li3N.cif");
    await (await editor.window.panel()).getByLabel(/^Unit cell of Li3N/).waitFor();
  },
  "Superion: Show Li Paths": async () => {
    await expect.poll(tabs).toContain("Structure: Li3N.cif");
    await (await editor.window.panel()).getByLabel(/^Percolation of Li1\+\./).waitFor();
  },
  "Superion: Prepare NEB Calculation...": async () => {
    await expect.poll(() => editor.window.quickInput.textContent()).toMatch(/Li\d \u2192 Li\d/);
    await editor.window.page.keyboard.press("Escape");
  },
  "Superion: Analyse Impedance": async () => {
    await expect.poll(() => editor.window.quickInput.textContent()).toContain("garnet_25C.mpt");
    await editor.window.page.keyboard.press("Escape");
  },
  "Superion: Cluster Compounds...": async () => {
    await expect.poll(() => editor.window.quickInput.textContent()).toContain("examples");
    await editor.window.page.keyboard.press("Escape");
  },
  "Superion: Choose Model...": async () => {
    await expect.poll(() => editor.window.quickInput.textContent()).toMatch(/Superion.*In use/);
    await editor.window.page.keyboard.press("Escape");
  },
  "Superion: Train on My Measurements...": async () => {
    await expect.poll(() => editor.window.quickInput.textContent()).toContain("measurements.csv");
    await editor.window.page.keyboard.press("Escape");
  },
  "Superion: Screen Folder...": async () => {
    await expect.poll(() => editor.window.quickInput.textContent()).toContain("examples");
    await editor.window.page.keyboard.press("Escape");
  },
  "Superion: Submit Screening to Slurm...": async () => {
    await expect.poll(() => editor.window.quickInput.textContent()).toContain("examples");
    await editor.window.page.keyboard.press("Escape");
  },
  "Superion: Gather Screening Shards...": async () => {
    await expect.poll(() => editor.window.quickInput.textContent()).toContain("Choose a folder of shards");
    await editor.window.page.keyboard.press("Escape");
  },
  "Superion: Open Screening...": async () => {
    await expect.poll(() => editor.window.quickInput.textContent()).toContain("Choose a file...");
    await editor.window.page.keyboard.press("Escape");
  },
  "Superion: Open Example...": async () => {
    await editor.window.chooseRow("Li2O.cif");
    await expect.poll(shownText).toContain("data_Li2O");
  },
  "Superion: Open Walkthrough": async () => {
    await expect
      .poll(() => editor.window.page.locator(".gettingStartedContainer").textContent())
      .toContain("Open a crystal");
    await expect.poll(() => editor.window.webviewsShow("_atom_site_occupancy")).toBe(true);
    await editor.window.screenshot("walkthrough");
  },
  "Superion: Restart Language Server": async () => {
    await editor.window.openFile("LiCl.cif");
    await expect.poll(() => editor.window.lenses.count()).toBeGreaterThan(0);
  },
  "Superion: Show Log": async () => {
    await expect.poll(() => editor.window.page.locator(".part.panel").textContent()).toMatch(/restarted/);
    await editor.window.screenshot("log");
  },
};

describe("the palette", () => {
  beforeAll(() => editor.window.openFile("Li3N.cif"));

  it("offers every command of Superion, each by its title", async () => {
    const shown = await editor.window.searchCommands("Superion");
    await editor.window.screenshot("palette");
    await editor.window.page.keyboard.press("Escape");
    const [container] = manifest.contributes.viewsContainers.activitybar;
    const ofViews = manifest.contributes.views.superion.map(
      ({ name }) => `${container?.title}: Focus on ${name} View`,
    );
    const ofEditor = [...ofViews, `View: Show ${container?.title}`];
    expect(shown.toSorted()).toEqual([...titles, ...ofEditor].toSorted());
  });

  it.each(titles)("runs %s", async (title) => {
    await editor.window.closeAll();
    await editor.window.openFile("Li3N.cif");
    await editor.window.run(title);
    await effects[title]?.();
    expect(effects).toHaveProperty([title]);
    expect(await errors()).toBe(0);
  });
});
