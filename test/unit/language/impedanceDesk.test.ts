import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrheniusAnswer } from "../../../server/src/language/arrheniusAnswer";
import { ImpedanceDesk } from "../../../server/src/language/impedanceDesk";
import {
  usualChoices,
  type AnalysedSpectrum,
  type SpectrumChoices,
} from "../../../server/src/protocol/impedanceAnalysis";
import type {
  AnalysedPolarisation,
  AnalysePolarisationParams,
} from "../../../server/src/protocol/polarisation";

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
    const result = await desk.analyse({
      file,
      loop: 0,
      cellConstant,
      choices: { ...usualChoices, ...choices },
    });
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
    const choices = { ...usualChoices, circuit: "R0-p(R1,CPE1" };
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

describe("the impedance desk, asked about direct currents", () => {
  const desk = new ImpedanceDesk();
  const file = join("examples/polarisation", "garnet_25C_dc.csv");
  const usual = { file, steadyFrom: null, cellConstant: null, totalConductivity: null };

  async function analyse(params: Partial<AnalysePolarisationParams>): Promise<AnalysedPolarisation> {
    const result = await desk.analysePolarisation({ ...usual, ...params });
    if (result.kind === "refused") throw new Error(result.reason);
    return result;
  }

  it("reads them beside spectra, with temperature and size of the pellet, and no word of missing impedances", async () => {
    const { spectra, polarisations, problems } = await desk.read({ files: [file] });
    expect([spectra, problems]).toEqual([[], []]);
    expect(polarisations).toMatchObject([{ name: "garnet_25C_dc.csv", temperatureC: 25 }]);
    expect(polarisations[0]?.cellConstant?.value).toBeCloseTo(0.12 / (Math.PI / 4), 12);
    expect(polarisations[0]?.transients.map(({ voltage }) => voltage)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  it("lets the error of the size through to the conductivity", async () => {
    const exact = await analyse({ cellConstant: { value: 0.15, uncertainty: 0 } });
    const { slope, conductivity } = exact.withOffset;
    expect(conductivity?.value).toBeCloseTo(slope.value * 0.15, 18);
    expect((conductivity?.standardError ?? NaN) / ((slope.standardError ?? NaN) * 0.15)).toBeCloseTo(1, 9);
    const rough = await analyse({ cellConstant: { value: 0.15, uncertainty: 0.03 } });
    expect((rough.withOffset.conductivity?.standardError ?? NaN) / (conductivity?.value ?? NaN)).toBeCloseTo(
      0.2,
      3,
    );
  });

  it("tells the share of the ions where the total conductivity is known", async () => {
    const { withOffset } = await analyse({
      cellConstant: { value: 0.15, uncertainty: 0 },
      totalConductivity: { value: 1e-6, standardError: 1e-8 },
    });
    const { electronicTransference: electronic, ionicTransference: ionic, conductivity } = withOffset;
    expect(electronic?.value).toBeCloseTo((conductivity?.value ?? NaN) / 1e-6, 12);
    expect((ionic?.value ?? NaN) + (electronic?.value ?? NaN)).toBeCloseTo(1, 12);
    expect(ionic?.standardError).toBe(electronic?.standardError);
  });

  it("takes as steady what the user says", async () => {
    const { steadyFrom, withOffset } = await analyse({});
    expect(steadyFrom).toBe(3000);
    const early = await analyse({ steadyFrom: 60 });
    expect(early.steadyFrom).toBe(60);
    expect(early.withOffset.slope.value).toBeGreaterThan(withOffset.slope.value);
    expect(await desk.analysePolarisation({ ...usual, steadyFrom: 1e6 })).toMatchObject({ kind: "refused" });
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
    expect(answer.places[1]?.place[0]).toBeCloseTo(1000 / 298.15, 12);
    expect(
      answer.lines.map(({ cell, activationEnergy }) => [cell, activationEnergy.value.toFixed(6)]),
    ).toEqual([
      ["a", "0.300000"],
      ["b", "0.400000"],
    ]);
    expect(answer.replicates?.activationEnergy.mean).toBeCloseTo(0.35, 9);
    expect(answer.replicates?.activationEnergy.deviation).toBeCloseTo(0.1 / Math.SQRT2, 9);
  });

  it("has a mean over cells at each temperature, with their standard deviation as error, and a line through them", () => {
    const points = ["a", "b", "c"].flatMap((cell, i) =>
      at(cell, 0.3).map((point) => ({
        ...point,
        temperatureC: point.temperatureC + 0.1 * i,
        conductivity: point.conductivity * (1 + 0.1 * (i - 1)),
      })),
    );
    const { replicates } = arrheniusAnswer({ points, weighting: "scaled", form: "log10(sigma)" });
    expect(replicates).toBeNull();
    const answer = arrheniusAnswer({ points, weighting: "none", form: "log10(sigma)" });
    const means = answer.replicates?.means ?? [];
    expect(means.map(({ cells }) => cells)).toEqual([3, 3, 3, 3]);
    const middle = points[4]?.conductivity ?? NaN;
    expect(means[0]?.place[1]).toBeCloseTo(Math.log10(middle), 9);
    expect(means[0]?.error).toBeCloseTo(0.1 / Math.LN10, 9);
    expect(answer.replicates?.line?.points).toBe(4);
  });

  it("has the error of each point in the units of the plot", () => {
    const points = at("a", 0.3).map((point) => ({ ...point, deviation: 0.02 * point.conductivity }));
    const errors = (["ln(sigma T)", "log10(sigma)"] as const).map(
      (form) => arrheniusAnswer({ points, weighting: "none", form }).places[0]?.error,
    );
    expect(errors[0]).toBeCloseTo(0.02, 12);
    expect(errors[1]).toBeCloseTo(0.02 / Math.LN10, 12);
  });

  it("has no line through one temperature, and says so", () => {
    const points = at("a", 0.3).slice(0, 1);
    expect(arrheniusAnswer({ points, weighting: "none", form: "ln(sigma T)" })).toMatchObject({
      lines: [],
      replicates: null,
      problems: ["a: a line needs conductivities at two temperatures."],
    });
  });

  it("says of points without errors that they cannot be weighted by them", () => {
    const answer = arrheniusAnswer({ points: at("a", 0.3), weighting: "absolute", form: "ln(sigma T)" });
    expect(answer).toMatchObject({
      lines: [],
      problems: ["a: points without an error cannot be weighted by it."],
    });
  });
});
