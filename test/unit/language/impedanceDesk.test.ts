import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrheniusAnswer } from "../../../server/src/language/arrheniusAnswer";
import { ImpedanceDesk } from "../../../server/src/language/impedanceDesk";
import type { AnalysedSpectrum, SpectrumChoices } from "../../../server/src/protocol/impedance";

const usual: SpectrumChoices = {
  circuit: null,
  weighting: "modulus",
  tailMethod: "x-on-y-weighted",
  tailWindow: null,
  excluded: [],
};

describe("the impedance desk, asked about the example pellet", () => {
  const desk = new ImpedanceDesk();
  let folder = "";
  let files: string[] = [];
  const cellFile = () => join(folder, "garnet.superion.json");

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "superion-impedance-"));
    cpSync("examples/impedance", folder, { recursive: true });
    files = readdirSync(folder)
      .filter((name) => !name.endsWith(".json"))
      .map((name) => join(folder, name));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function analyse(choices: Partial<SpectrumChoices>): Promise<AnalysedSpectrum> {
    const { spectra } = await desk.read({ files: [join(folder, "garnet_25C.mpt")] });
    const { file = "", cellConstant = null } = spectra[0] ?? {};
    const result = await desk.analyse({ file, loop: 0, cellConstant, choices: { ...usual, ...choices } });
    if (result.kind === "refused") throw new Error(result.reason);
    return result;
  }

  it("reads all spectra with the temperatures of file, name and cell file, and the size of the pellet", async () => {
    const { spectra, cells } = await desk.read({ files });
    const known = spectra.map(({ temperatureC, temperatureSource }) => [temperatureC, temperatureSource]);
    expect(known).toContainEqual([85, "cell"]);
    expect(known).toContainEqual([25, "name"]);
    expect(spectra.every(({ cell }) => cell === cellFile())).toBe(true);
    expect(cells).toHaveLength(1);
    expect(cells[0]).toMatchObject({
      name: "garnet",
      thickness: { value: 1.2, uncertainty: 0.02, unit: "mm" },
      area: null,
    });
    expect(spectra[0]?.cellConstant?.value).toBeCloseTo(0.12 / (Math.PI / 4), 12);
  });

  it("tells of a file that cannot be read, and reads the others", async () => {
    const broken = join(folder, "broken.txt");
    writeFileSync(broken, "no spectrum");
    const { spectra, problems } = await desk.read({ files: [broken, join(folder, "gone.mpt"), ...files] });
    expect(spectra).toHaveLength(files.length);
    const refused = problems.filter(({ severity }) => severity === "error").map(({ file }) => file);
    expect(refused).toEqual([broken, join(folder, "gone.mpt")]);
  });

  it("finds the resistance of the simulation, conductivities from it, and a curve through the points", async () => {
    const { circuit, tail } = await analyse({});
    const total = circuit?.resistanceTotal.value ?? NaN;
    // Grains of 6e-4 S/cm and boundaries of 9e-4 S/cm, one behind the other.
    expect(circuit?.conductivity?.total.value).toBeCloseTo(1 / (1 / 6e-4 + 1 / 9e-4), 4);
    expect(tail?.resistance.value).toBeCloseTo(total, -1);
    expect(circuit?.curve.frequencies).toHaveLength(200);
    expect(Math.max(...(circuit?.residuals.re ?? []).map(Math.abs))).toBeLessThan(3);
  });

  it("leaves out excluded points", async () => {
    const { circuit } = await analyse({ circuit: "R0-p(R1,CPE1)-CPE2", excluded: [0, 1, 5] });
    expect(circuit?.residuals.points.slice(0, 4)).toEqual([2, 3, 4, 6]);
  });

  it("says where a circuit cannot be read", async () => {
    const file = join(folder, "garnet_25C.mpt");
    const choices = { ...usual, circuit: "R0-p(R1,CPE1" };
    const result = await desk.analyse({ file, loop: 0, cellConstant: null, choices });
    expect(result).toMatchObject({ kind: "refused", reason: expect.stringContaining("character") as string });
  });

  it("gives residuals of the Kramers-Kronig test and relaxation times", async () => {
    const file = join(folder, "garnet_25C.mpt");
    const result = await desk.inspect({ file, loop: 0, excluded: [0], lambda: 1e-4 });
    if (result.kind === "refused") throw new Error(result.reason);
    expect(result.linKk.residuals.points[0]).toBe(1);
    expect(result.linKk.outliers).toEqual([]);
    expect(result.relaxation).toMatchObject({ lambda: 1e-4, rule: "given" });
    expect(result.relaxation.peaks.length).toBeGreaterThan(1);
  });

  it("changes a cell file and leaves its comments", async () => {
    const changes = { thickness: { value: 2.4, unit: "mm" }, temperaturesC: { "garnet_70C.z": 71 } } as const;
    const result = await desk.changeCell({ path: cellFile(), changes });
    if (result.kind === "refused") throw new Error(result.reason);
    expect(result.text).toContain("// This pellet does not exist");
    writeFileSync(cellFile(), result.text);
    const { spectra, cells } = await desk.read({ files: [join(folder, "garnet_70C.z")] });
    expect(spectra[0]).toMatchObject({ temperatureC: 71, temperatureSource: "cell" });
    expect(cells[0]?.thickness).toEqual({ value: 2.4, unit: "mm" });
  });

  it("writes no file that is not a cell file", async () => {
    expect(await desk.changeCell({ path: join(folder, "settings.json"), changes: {} })).toMatchObject({
      kind: "refused",
    });
  });
});

describe("an Arrhenius answer", () => {
  const at = (cell: string, energy: number) =>
    [0, 25, 50, 75].map((temperatureC) => {
      const kelvin = temperatureC + 273.15;
      const conductivity = (1e4 / kelvin) * Math.exp(-energy / (8.617333262e-5 * kelvin));
      return { cell, temperatureC, conductivity, deviation: null };
    });

  it("has a place for each point, a line for each cell and the spread over cells", () => {
    const points = [...at("a", 0.3), ...at("b", 0.4)];
    const answer = arrheniusAnswer({ points, weighting: "none", form: "ln(sigma T)" });
    expect(answer.places).toHaveLength(points.length);
    expect(answer.places[1]?.[0]).toBeCloseTo(1000 / 298.15, 12);
    expect(
      answer.lines.map(({ cell, activationEnergy }) => [cell, activationEnergy.value.toFixed(6)]),
    ).toEqual([
      ["a", "0.300000"],
      ["b", "0.400000"],
    ]);
    expect(answer.replicates?.activationEnergy.mean).toBeCloseTo(0.35, 9);
    expect(answer.replicates?.activationEnergy.deviation).toBeCloseTo(0.1 / Math.SQRT2, 9);
  });

  it("has no line through one temperature", () => {
    const points = at("a", 0.3).slice(0, 1);
    expect(arrheniusAnswer({ points, weighting: "none", form: "ln(sigma T)" })).toMatchObject({
      lines: [],
      replicates: null,
    });
  });
});
