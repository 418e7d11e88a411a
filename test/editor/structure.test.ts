import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boxOf } from "./support/editorWindow";
import { useEditor } from "./support/useEditor";

const editor = useEditor();
const saved: string[] = [];
afterAll(() => {
  for (const path of saved) rmSync(path, { force: true, recursive: true });
});

const panel = () => editor.window.panel();
const crystal = async () => (await panel()).getByRole("application", { name: /^Unit cell of/ });
const description = async () => (await crystal()).getAttribute("aria-label");
const siteRow = async (label: string) =>
  (await panel()).getByRole("row").filter({ hasText: new RegExp(`^${label}[A-Z]`) });
const isSelected = async (label: string) => (await siteRow(label)).getAttribute("aria-selected");
/** The line that is marked in the text, which need not have the focus. */
const cursorLine = async () =>
  Number(await editor.window.page.locator(".editor-instance .active-line-number").first().textContent());
const lineOf = (file: string, text: string) =>
  readFileSync(join(editor.window.editor.workspace, file), "utf8")
    .split("\n")
    .findIndex((line) => line.startsWith(text)) + 1;

/** Opens a file, and the panel beside it by a command. */
async function show(file: string, command = "Superion: Show Structure"): Promise<void> {
  await editor.window.closeAll();
  await editor.window.openFile(file);
  await editor.window.lenses.getByText("P_SI").first().waitFor();
  await editor.window.run(command);
  await (await crystal()).waitFor();
}

/** Puts the cursor into a line of a file that is open. */
async function putCursor(file: string, text: string): Promise<void> {
  await editor.window.page.locator(".tab", { hasText: file }).first().click();
  await editor.window.goToText(file, text);
}

/** Takes the name that the dialog of a file proposes; the path. */
async function acceptFile(name: string): Promise<string> {
  await expect.poll(() => editor.window.quickInputBox.inputValue()).toContain(name);
  await editor.window.page.keyboard.press("Enter");
  const path = join(editor.window.editor.workspace, name);
  saved.push(path);
  await expect.poll(() => existsSync(path)).toBe(true);
  return path;
}

describe("the panel of a structure", () => {
  beforeAll(() => show("Li10GeP2S12.cif"));

  it("draws the unit cell and says what it shows", async () => {
    await expect.poll(description).toMatch(/^Unit cell of Li10.*: \d{2,} atoms, \d{2,} bonds, \d+ polyhedra/);
    await editor.window.screenshot("structure");
  });

  it("selects the site of the row that the cursor comes to", async () => {
    await putCursor("Li10GeP2S12.cif", "Ge1 Ge");
    await expect.poll(() => isSelected("Ge1")).toBe("true");
    await putCursor("Li10GeP2S12.cif", "_cell_length_a");
    await expect.poll(() => isSelected("Ge1")).toBe("false");
  });

  it("selects the row of a site that is chosen in the list, by keys", async () => {
    const sites = (await panel()).getByRole("grid", { name: "Sites" });
    // The editor takes the focus back when the box that moved its cursor has closed.
    const goHome = async () => {
      await sites.focus();
      await editor.window.page.keyboard.press("Home");
      return cursorLine();
    };
    await expect.poll(goHome).toBe(lineOf("Li10GeP2S12.cif", "Li1 "));
    await editor.window.page.keyboard.press("ArrowDown");
    await expect.poll(cursorLine).toBe(lineOf("Li10GeP2S12.cif", "Li2 "));
    expect(await isSelected("Li2")).toBe("true");
  });

  it("turns by arrow keys and zooms by plus and minus", async () => {
    const canvas = await crystal();
    const before = await canvas.screenshot();
    await canvas.focus();
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowUp"]) await editor.window.page.keyboard.press(key);
    await expect.poll(async () => (await canvas.screenshot()).equals(before)).toBe(false);
    const turned = await canvas.screenshot();
    await editor.window.page.keyboard.press("+");
    await expect.poll(async () => (await canvas.screenshot()).equals(turned)).toBe(false);
  });

  it("switches to simplified representations in place", async () => {
    const shownAs = (await panel()).getByLabel("Shown as");
    const elements = (await panel()).getByRole("list", { name: "Colours of the elements" });
    await shownAs.selectOption("A-40");
    await expect.poll(description).toContain("0 bonds, 0 polyhedra");
    await expect.poll(() => elements.textContent()).toBe("S");
    await shownAs.selectOption("CAMNS");
    await expect.poll(() => elements.textContent()).toBe("LiAlSvacant");
    await editor.window.screenshot("structure-simplified");
  });

  it("comes back as it was after a reload of the window", async () => {
    await (await panel()).getByRole("checkbox", { name: "Polyhedra" }).uncheck();
    await editor.window.reloadOrderly();
    await expect.poll(async () => (await panel()).getByLabel("Shown as").inputValue()).toBe("CAMNS");
    expect(await (await panel()).getByRole("checkbox", { name: "Polyhedra" }).isChecked()).toBe(false);
  });

  it("follows edits of the file", async () => {
    await show("LiCl.cif");
    await putCursor("LiCl.cif", "Cl1");
    await editor.window.page.keyboard.type("\nBr1 Br 8 c 0.25 0.25 0.25 0.1");
    await expect.poll(async () => (await siteRow("Br1")).count()).toBe(1);
  });
});

describe("picking and saving", () => {
  beforeAll(() => show("LiCl.cif"));

  it("selects the site that is clicked on, and its row", async () => {
    await (await panel()).getByRole("button", { name: "Look along c" }).click();
    // Along c the atom in the middle of the face stands in the middle.
    const { x, y, width, height } = await boxOf(await crystal());
    await editor.window.page.mouse.click(x + width / 2, y + height / 2);
    await expect.poll(cursorLine).toBe(lineOf("LiCl.cif", "Li1 "));
    await expect.poll(() => isSelected("Li1")).toBe("true");
  });

  it("selects nothing where there is no atom", async () => {
    const { x, y } = await boxOf(await crystal());
    await editor.window.page.mouse.click(x + 8, y + 8);
    await expect.poll(() => isSelected("Li1")).toBe("false");
  });

  it("saves the view as PNG for paper", async () => {
    await (await panel()).getByRole("button", { name: "Save PNG" }).click();
    const bytes = readFileSync(await acceptFile("LiCl.png"));
    expect(bytes.readUInt32BE(16)).toBe(2400);
    expect(bytes.length).toBeGreaterThan(20_000);
  });
});

describe("the paths of lithium", () => {
  const readout = async () => (await panel()).locator("output").textContent();
  beforeAll(() => show("Li3OCl.cif", "Superion: Show Li Paths"));

  it("are found, with the energies at which the crystal opens, also above the file", async () => {
    await (await panel()).getByText(/^Ea 0\.49 eV \(1D\), 0\.49 \(2D\), 0\.49 \(3D\)/).waitFor();
    await expect
      .poll(async () => (await editor.window.page.locator(".codelens-decoration").allTextContents()).join())
      .toContain("E_a 0.49 eV");
    await (await panel()).getByLabel(/^Percolation of Li1\+\./).waitFor();
    await editor.window.screenshot("paths");
    const resting = (await panel()).getByRole("grid", { name: "Where Li1+ can rest" });
    await expect.poll(() => resting.getByRole("row").nth(1).textContent()).toMatch(/^Li10\.\d{3}/);
  });

  it("have a surface that follows the slider, by keys too", async () => {
    await expect.poll(readout).toBe("0.49 eV");
    const canvas = await crystal();
    const before = await canvas.screenshot();
    await (await panel()).getByRole("slider", { name: "Surface at" }).focus();
    await editor.window.page.keyboard.press("Home");
    await expect.poll(readout).toBe("0.00 eV");
    await expect.poll(async () => (await canvas.screenshot()).equals(before)).toBe(false);
    await (await panel()).getByRole("button", { name: "3D" }).click();
    await expect.poll(readout).toBe("0.49 eV");
    await expect.poll(async () => (await canvas.screenshot()).equals(before)).toBe(true);
  });

  it("have a profile that is saved as CSV", async () => {
    const title = "Energy of Li1+ along the 3D path";
    const group = (await panel()).getByRole("group", { name: `Save ${title}` });
    await group.getByRole("button", { name: "CSV" }).click();
    const lines = readFileSync(await acceptFile(`${title}.csv`), "utf8")
      .trim()
      .split("\n");
    expect(lines[0]).toBe("series,label,distance (Å),energy (eV)");
    const energies = lines.slice(1).map((line) => Number(line.split(",").at(-1)));
    expect(Math.max(...energies)).toBeCloseTo(0.494, 2);
  });
});

describe("nudged-elastic-band calculations", () => {
  const title = /^Energy of Li1\+ along the hop 1, Li1 to Li1\./;
  const workspaceFile = (name: string) => join(editor.window.editor.workspace, name);

  it("are prepared for a hop of the panel's crystal", async () => {
    await (await panel()).getByRole("button", { name: "Prepare NEB Calculation..." }).click();
    await editor.window.chooseRow("Li1 \u2192 Li1");
    const folder = workspaceFile("Li3OCl-neb-1");
    saved.push(folder);
    await expect.poll(() => editor.window.quickInputBox.inputValue()).toBe(folder);
    await editor.window.page.keyboard.press("Enter");
    await editor.window.chooseRow("Inputs of pw.x and neb.x");
    await expect.poll(() => existsSync(join(folder, "neb.in"))).toBe(true);
    expect(readFileSync(join(folder, "neb.in"), "utf8")).toMatch(/^BEGIN\n[^]*END\s*$/);
    await expect.poll(() => editor.window.tabs.allTextContents()).toContain("neb.in");
  });

  it("are drawn beside the profile of the hop", async () => {
    writeFileSync(workspaceFile("neb.dat"), "0.0 0.0 0.1\n0.5 0.42 0.05\n1.0 0.0 0.1\n");
    saved.push(workspaceFile("neb.dat"));
    await (await panel()).getByLabel(/^Way/).last().selectOption("3");
    await (await panel()).getByRole("button", { name: "Open NEB Results..." }).click();
    await expect.poll(() => editor.window.quickInputBox.inputValue()).toContain("/");
    await editor.window.quickInputBox.fill(workspaceFile("neb.dat"));
    await editor.window.quickInput.getByRole("button", { name: "OK" }).click();
    await (await panel()).getByText("neb.dat: 0.420 eV, not finished, or not told").waitFor();
    const figure = (await panel()).getByLabel(title);
    await figure.scrollIntoViewIfNeeded();
    await editor.window.screenshot("neb");
  });
});

describe.each([
  { name: "light", theme: "Default Light Modern" },
  { name: "high-contrast", theme: "Default High Contrast" },
])("in the theme $theme", ({ name, theme }) => {
  beforeAll(() => editor.window.configure({ "workbench.colorTheme": theme }));
  afterAll(() => editor.window.configure({ "workbench.colorTheme": "Default Dark Modern" }));

  it("the panel stands as in any other", async () => {
    await show("Li10GeP2S12.cif", "Superion: Show Li Paths");
    await (await panel()).getByText(/^Ea .*eV \(1D\)/).waitFor();
    await editor.window.screenshot(`structure-${name}`);
  });
});

describe("a browser without WebGL", () => {
  it("is told so, and shows the table of sites", async () => {
    const content = "HTMLCanvasElement.prototype.getContext = () => null;";
    await editor.window.page.addInitScript({ content });
    await editor.window.closeAll();
    await editor.window.openFile("LiCl.cif");
    await editor.window.run("Superion: Show Structure");
    await (await panel()).getByText(/has no WebGL/).waitFor();
    await expect.poll(async () => (await siteRow("Cl1")).count()).toBe(1);
  });
});
