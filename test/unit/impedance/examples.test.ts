import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cellConstant, relativeDensity } from "../../../server/src/impedance/cell/cell";
import { readCell } from "../../../server/src/impedance/cell/readCell";
import { fitPolarisation, steadyCurrents } from "../../../server/src/impedance/dc/dcPolarisation";
import { readPolarisation } from "../../../server/src/impedance/dc/readPolarisation";
import { readImpedance } from "../../../server/src/impedance/readImpedance";
import { impedanceExamples } from "../../support/impedanceExamples";
import {
  electronicConductivity,
  polarisationCell,
  polarisationExample,
} from "../../support/polarisationExample";

const folder = "examples/impedance";
const made = impedanceExamples();
const polarisation = new Map([
  ["garnet_25C_dc.csv", polarisationExample()],
  ["garnet.superion.json", polarisationCell],
]);

/** `SUPERION_WRITE_EXAMPLES=1` writes them anew. */
if (process.env["SUPERION_WRITE_EXAMPLES"] === "1") {
  mkdirSync(folder, { recursive: true });
  for (const [name, data] of made) writeFileSync(`${folder}/${name}`, data);
  mkdirSync("examples/polarisation", { recursive: true });
  for (const [name, data] of polarisation) writeFileSync(`examples/polarisation/${name}`, data);
}

describe("the examples of impedance", () => {
  it("are what their simulation makes", () => {
    expect(readdirSync(folder).toSorted()).toEqual([...made.keys()].toSorted());
    for (const [name, data] of made) expect(readFileSync(`${folder}/${name}`).equals(data), name).toBe(true);
  });

  it.each([
    ["garnet_-10C_aborted.DTA", "Gamry .DTA", -10, 40],
    ["garnet_10C.mpt", "BioLogic .mpt", 10, 66],
    ["garnet_25C.mpt", "BioLogic .mpt", 25, 66],
    ["garnet_40C.mpt", "BioLogic .mpt", 40, 66],
    ["garnet_55C.DTA", "Gamry .DTA", 55, 66],
    ["garnet_70C.z", "ZPlot .z", 70, 66],
    ["garnet_hot.csv", "delimited text", null, 66],
  ])("are read: %s", (name, format, temperatureC, points) => {
    const reading = readImpedance(new Uint8Array(readFileSync(`${folder}/${name}`)), name);
    if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
    expect(reading.file).toMatchObject({ format, temperatureC });
    expect(reading.file.loops.map(({ frequencies }) => frequencies.length)).toEqual([points]);
    const warnings = reading.file.problems.filter(({ severity }) => severity === "warning");
    expect(warnings.map(({ code }) => code)).toEqual(name.includes("aborted") ? ["aborted"] : []);
  });

  it("have a cell file without a fault", () => {
    const { cell, problems } = readCell(readFileSync(`${folder}/garnet.superion.json`, "utf8"));
    expect(problems).toEqual([]);
    expect(cellConstant(cell)?.value).toBeCloseTo(0.12 / (Math.PI / 4), 12);
    expect(relativeDensity(cell)).toBeCloseTo(0.94, 2);
    expect(cell.temperaturesC.get("garnet_hot.csv")).toBe(85);
  });
});

describe("the example of direct currents", () => {
  it("is what its simulation makes", () => {
    for (const [name, text] of polarisation)
      expect(readFileSync(`examples/polarisation/${name}`, "utf8"), name).toBe(text);
  });

  it("gives the electronic conductivity of the simulation", () => {
    const bytes = new TextEncoder().encode(polarisationExample());
    const { transients = [], problems } = readPolarisation(bytes, "garnet_25C_dc.csv") ?? {};
    expect(problems).toEqual([]);
    const { cell } = readCell(polarisationCell);
    const { fit } = fitPolarisation(steadyCurrents(transients), cellConstant(cell)?.value ?? NaN) ?? {};
    expect((fit?.conductivity ?? NaN) / electronicConductivity).toBeCloseTo(1, 1);
  });
});
