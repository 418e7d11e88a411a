import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { textOf, useImpedancePanel } from "./support/impedancePanel";

const { editor, panel, row, button, openFolder, analysed, acceptFile } = useImpedancePanel();

const saved: string[] = [];
const pathOf = (name: string) => {
  const path = join(editor.window.editor.workspace, name);
  saved.push(path);
  return path;
};
const pngBegin = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const widthOfPng = (bytes: Buffer) => bytes.readUInt32BE(16);

/** Saves a figure in one of its formats. */
async function saveFigure(title: string, format: "PNG" | "SVG" | "CSV"): Promise<string> {
  const group = (await panel()).getByRole("group", { name: `Save ${title}` });
  await group.getByRole("button", { name: format, exact: true }).click();
  const name = `${title}.${format.toLowerCase()}`;
  await acceptFile(name);
  const path = pathOf(name);
  await expect.poll(() => existsSync(path)).toBe(true);
  return path;
}

afterAll(() => {
  for (const path of saved) rmSync(path, { force: true });
});

describe("a figure of impedance", () => {
  it("is saved as CSV with all its points", async () => {
    await openFolder("impedance");
    await (await button("garnet_25C.mpt")).click();
    await expect.poll(() => row("E_a (eV)"), { timeout: 60_000 }).toMatch(/0\.3\d/);
    await analysed();
    const lines = readFileSync(await saveFigure("Arrhenius plot", "CSV"), "utf8")
      .trim()
      .split("\n");
    expect(lines[0]).toBe("series,label,1000 K / T,ln(σT / S K cm⁻¹),standard error of ln(σT / S K cm⁻¹)");
    expect(lines.filter((line) => line.startsWith("garnet,"))).toHaveLength(7);
    expect(lines.find((line) => line.includes("25 °C"))).toMatch(
      /^garnet,garnet_25C\.mpt 25 °C,3\.354\d*,-2\.2\d*,0\.0\d+$/,
    );
  });

  it("is saved as SVG, on white, with its axes, its line, band and errors", async () => {
    const svg = readFileSync(await saveFigure("Arrhenius plot", "SVG"), "utf8");
    expect(svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    for (const text of ["1000 K / T", "95 %", "garnet"]) expect(svg).toContain(text);
    expect(svg).toMatch(/fill="rgb\(0,114,178\)"[^>]*fill-opacity="0.2"/);
    expect(svg).toMatch(/<text[^>]*font-family="Arial, Helvetica, sans-serif" font-size="13"/);
  });

  it("is saved as PNG, sharp enough for paper", async () => {
    const bytes = readFileSync(await saveFigure("Nyquist plot of garnet_25C.mpt", "PNG"));
    expect(bytes.subarray(0, 4)).toEqual(pngBegin);
    expect(widthOfPng(bytes)).toBe(2420);
  });
});

describe("the results", () => {
  it("are saved as CSV, a row a spectrum", async () => {
    await (await button("Save CSV")).click();
    await acceptFile("impedance.csv");
    await expect
      .poll(() => textOf(pathOf("impedance.csv")))
      .toMatch(/garnet_25C\.mpt,garnet,25,0,"p\(R1,CPE1\)/);
  });

  it("are saved as JSON, with the lines", async () => {
    await (await button("Save JSON")).click();
    await acceptFile("impedance.json");
    await expect.poll(() => textOf(pathOf("impedance.json"))).toMatch(/\}\n$/);
    const { spectra, arrhenius } = JSON.parse(textOf(pathOf("impedance.json"))) as {
      spectra: unknown[];
      arrhenius: { lines: { activationEnergy: { value: number } }[] };
    };
    expect(spectra).toHaveLength(7);
    expect(arrhenius.lines[0]?.activationEnergy.value).toBeCloseTo(0.33, 1);
  });

  it("go into a report that lies beside its figures", async () => {
    await (await button("Save Report")).click();
    await acceptFile("impedance.md");
    const report = pathOf("impedance/impedance.md");
    await expect.poll(() => textOf(report)).toContain("![Arrhenius plot](figures/arrhenius.png)");
    const figures = [...textOf(report).matchAll(/\]\((figures\/[^)]*\.png)\)/g)].map(([, path = ""]) => path);
    expect(figures).toHaveLength(8);
    for (const figure of figures)
      expect(readFileSync(join(dirname(report), figure)).subarray(0, 4), figure).toEqual(pngBegin);
    saved.push(...figures.map((figure) => join(dirname(report), figure)));
  });
});
