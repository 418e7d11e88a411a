import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rockSalt } from "../support/rockSalt";
import { useEditor } from "./support/useEditor";

const editor = useEditor();
const rows = "123.45 # measured\n".repeat(100_000);

const path = (name: string) => join(editor.window.editor.workspace, name);

/** Rock salt and so many megabytes of measured reflections. */
function write(name: string, megabytes: number): void {
  const file = openSync(path(name), "w");
  writeSync(file, `${rockSalt()}loop_\n_refln_F\n`);
  for (let written = 0; written < megabytes * 1e6; written += rows.length) writeSync(file, rows);
  closeSync(file);
}

/** The editor knows how large files of a language are coloured once the extension is there. */
beforeAll(async () => {
  await editor.window.openFile("LiCl.cif");
  await editor.window.lenses.first().waitFor();
  await editor.window.closeAll();
});

/** Opens a file of the explorer and waits for its text. */
async function open(name: string): Promise<void> {
  const { page, lines } = editor.window;
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).dblclick();
  // An editor whose files lie on another machine asks first.
  const anyway = page.locator(".monaco-editor-pane-placeholder").getByText("Open Anyway");
  await lines.first().or(anyway).waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await lines.first().waitFor();
}

/** Whether names and numbers have colours of their own. */
async function isColoured(): Promise<boolean> {
  const classOf = (text: RegExp) =>
    editor.window.lines.locator("span > span", { hasText: text }).first().getAttribute("class");
  return (await classOf(/^_cell_length_a/)) !== (await classOf(/^5\.14/));
}

describe("a file that is longer than what is read", () => {
  beforeAll(() => {
    write("large.cif", 25);
  });
  afterAll(() => {
    rmSync(path("large.cif"));
  });

  it("is coloured nevertheless, and told why there is nothing more", async () => {
    await open("large.cif");
    await expect.poll(isColoured).toBe(true);
    await expect.poll(() => editor.window.activeEditor.locator(".squiggly-info").count()).toBeGreaterThan(0);
    await editor.window.screenshot("large");
    await editor.window.closeAll();
  });
});

describe("a file that the editor gives to no extension", () => {
  beforeAll(() => {
    write("huge.cif", 100);
  });
  afterAll(() => {
    rmSync(path("huge.cif"));
  });

  it("is coloured nevertheless, and told why there is nothing more", async () => {
    await open("huge.cif");
    await expect.poll(isColoured).toBe(true);
    // A message hides after ten seconds, which such a file may take to open.
    await editor.window.run("Notifications: Show Notifications");
    const told = editor.window.notifications.filter({ hasText: "huge.cif is coloured, but not annotated" });
    await told.waitFor();
    await editor.window.screenshot("huge");
    expect(await editor.window.lenses.count()).toBe(0);
    await told.getByRole("button", { name: "Learn More" }).click();
    await editor.window.tabs.getByText("Preview diagnostics.md").waitFor();
  });
});
