import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { FakeSlurm } from "../support/fakeSlurm";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const inWorkspace = (path: string) => join(editor.window.editor.workspace, path);
const told = () => editor.window.notifications.allTextContents();
const title = () => editor.window.quickInput.locator(".quick-input-title").textContent();
const panelText = async () => (await (await editor.window.panel()).locator("body").textContent()) ?? "";

/** Answers an input box that has this title. */
async function answer(asked: string, text: string): Promise<void> {
  await expect.poll(title).toContain(asked);
  await editor.window.quickInputBox.fill(text);
  await editor.window.page.keyboard.press("Enter");
}

describe("a screening on a cluster", () => {
  let slurm: FakeSlurm;

  beforeAll(async () => {
    const { window } = editor;
    slurm = new FakeSlurm(window.editor.slurm);
    writeFileSync(inWorkspace("hull.csv"), "file,e_hull (meV/atom)\nLi3N.cif,12\n");
    await window.openFile("Li3N.cif");
    await window.lenses.first().waitFor();
  });

  it("is submitted with what the user asks for, and tells the numbers of its jobs", async () => {
    const { window } = editor;
    slurm.lose(2);
    await window.run("Superion: Submit Screening to Slurm...");
    await window.chooseRow("examples");
    await answer("(2/3)", inWorkspace("cluster.ndjson"));
    await expect.poll(title).toContain("(3/3)");
    await window.screenshot("slurm-table");
    await window.chooseRow("hull.csv");
    await window.chooseRow("Shards");
    await answer("shards", "3");
    await window.chooseRow("Partition");
    await answer("partition", "work");
    await window.chooseRow("Time");
    await answer("time", "soon");
    await expect.poll(() => window.quickInput.textContent()).toContain("such as 4:00:00");
    await answer("time", "0:30:00");
    await expect.poll(() => window.quickInput.textContent()).toContain("0:30:00");
    await window.screenshot("slurm-resources");
    await window.chooseRow("Submit 3 shards");
    await expect
      .poll(told, { timeout: 60_000 })
      .toContainEqual(expect.stringMatching(/Job array \d+ screens/));
    await window.screenshot("slurm-submitted");
    const script = readFileSync(inWorkspace("cluster.ndjson.slurm/array.sh"), "utf8");
    for (const option of ["partition=work", "time=0:30:00", "cpus-per-task=4"])
      expect(script).toContain(`#SBATCH --${option}\n`);
    expect(slurm.calls).toHaveLength(2);
  });

  it("is gathered as far as it is done, and what is lost is named", async () => {
    await editor.window.notifications.getByRole("button", { name: "Gather Shards" }).click();
    await expect.poll(panelText, { timeout: 60_000 }).toMatch(/\d+ compounds, Superion/);
    await expect.poll(told).toContainEqual(expect.stringMatching(/Shard 2 of 3 without a list.*--only 2/));
    await editor.window.screenshot("slurm-gathered");
  });

  it("does the lost shard again, and is whole then", async () => {
    slurm.lose();
    await editor.window.notifications.getByRole("button", { name: "Submit Again" }).click();
    await expect.poll(() => slurm.calls.length, { timeout: 60_000 }).toBe(4);
    await expect.poll(told).toContainEqual(expect.stringMatching(/Job array \d+ screens/));
    expect(slurm.calls[2]).toContain("--array=2 ");
    await editor.window.run("Superion: Gather Screening Shards...");
    await editor.window.chooseRow("cluster.ndjson");
    await expect.poll(panelText, { timeout: 60_000 }).toMatch(/14 compounds, Superion/);
    expect(existsSync(inWorkspace("cluster.ndjson"))).toBe(true);
    await editor.window.screenshot("slurm-whole");
  });

  it("filters by the table that was given", async () => {
    const page = await editor.window.panel();
    await page.getByLabel("E_hull up to 70 meV").check();
    const formulas = () =>
      page.locator('.table-body [role="row"] > [role="gridcell"]:nth-child(2)').allTextContents();
    await expect.poll(formulas).toEqual(["Li3N"]);
    expect(await page.getByRole("columnheader", { name: "E_hull" }).count()).toBe(1);
    await editor.window.screenshot("slurm-hull");
  });

  it("stands in the side bar with its job", async () => {
    const { window } = editor;
    await window.run("Superion: Focus on Screenings View");
    const rows = window.page.locator(".pane-body .monaco-list-row");
    await expect
      .poll(() => rows.allTextContents())
      .toContainEqual(expect.stringMatching(/cluster.*Slurm \d/));
    await window.screenshot("slurm-view");
    await window.run("View: Show Explorer");
  });
});
