import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMeasurements } from "../../../../server/src/learning/measurements/readMeasurements";

/** A table of one row under these headers. */
const table = (header: string, ...rows: string[]) => readMeasurements([header, ...rows].join("\n"));
const only = (header: string, row: string) => {
  const { measurements, problems } = table(header, row);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(measurements).toHaveLength(1);
  return measurements[0];
};

describe("the header of a table of measurements", () => {
  it.each([
    ["conductivity", "0.002"],
    ["Ionic conductivity (S cm-1)", "0.002"],
    ["sigma (mS/cm)", "2"],
    ["σ / S cm^-1", "2e-3"],
    ["σ [mS cm⁻¹]", "2"],
    ["sigma_25C (S/m)", "0.2"],
    ["Conductivity (µS/cm)", "2000"],
    ["log10 conductivity (S/cm)", "-2.6989700043"],
    ["log10(sigma)", "-2.6989700043"],
  ])("names the unit of the conductivity: %s", (name, value) => {
    expect(only(`file,${name}`, `a.cif,${value}`)?.conductivity).toBeCloseTo(0.002, 12);
  });

  it.each([
    ["T (K)", "333.15"],
    ["Temperature [°C]", "60"],
    ["T / K", "333.15"],
    ["temp (C)", "60"],
  ])("names the unit of the temperature: %s", (name, value) => {
    expect(only(`file,conductivity,${name}`, `a.cif,1e-4,${value}`)?.temperature).toBeCloseTo(333.15, 9);
  });

  it.each([
    ["Ea (eV)", "0.3"],
    ["E_a [meV]", "300"],
    ["Activation energy (kJ/mol)", "28.945599636"],
    ["activation_energy", "0.3"],
    ["Ea (kJ mol^-1)", "28.945599636"],
  ])("names the unit of the activation energy: %s", (name, value) => {
    expect(only(`file,conductivity,${name}`, `a.cif,1e-4,${value}`)?.activationEnergy).toBeCloseTo(0.3, 9);
  });

  it("takes a temperature without a unit for kelvin where no value is below 200, else for degrees, and says so", () => {
    const header = "file,conductivity,temperature";
    const kelvin = table(header, "a.cif,1e-4,298.15", "b.cif,1e-4,400");
    expect(kelvin.measurements.map(({ temperature }) => temperature)).toEqual([298.15, 400]);
    const celsius = table(header, "a.cif,1e-4,25", "b.cif,1e-4,250");
    expect(celsius.measurements.map(({ temperature }) => temperature)).toEqual([298.15, 523.15]);
    for (const { problems } of [kelvin, celsius])
      expect(problems).toMatchObject([{ code: "temperature-unit-assumed", severity: "warning", column: 3 }]);
  });

  it("counts as room temperature where no column tells the temperature", () => {
    expect(only("file,conductivity", "a.cif,1e-4")?.temperature).toBe(298.15);
  });

  it.each([
    ["file,value", "no-conductivity-column"],
    ["name of it,conductivity", "no-file-column"],
    ["file,conductivity (S)", "unknown-unit"],
    ["file,conductivity,T (F)", "unknown-unit"],
  ])("is refused as a whole: %s", (header, code) => {
    const { measurements, problems } = table(header, "a.cif,1e-4,300");
    expect(measurements).toEqual([]);
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([{ code }]);
  });

  it("may have columns that mean nothing here, which are told", () => {
    const { problems } = table("file,sample,conductivity,operator", "a.cif,7,1e-4,Ann");
    expect(problems).toMatchObject([{ code: "unused-columns", severity: "information" }]);
    expect(problems[0]?.message).toContain("sample, operator");
  });
});

describe("the rows of a table of measurements", () => {
  const header = "file,conductivity,T (K),Ea (eV),doi";

  it.each([
    ["a.cif,-1e-4,298,,", "conductivity-not-positive", 2],
    ["a.cif,0,298,,", "conductivity-not-positive", 2],
    ["a.cif,high,298,,", "unreadable-number", 2],
    ['a.cif,"1.000,5",298,,', "unreadable-number", 2],
    ["a.cif,,298,,", "no-conductivity", 2],
    ["a.cif,>1e-3,298,,", "lower-bound", 2],
    ["a.cif,1200,298,,", "conductivity-impossible", 2],
    ["a.cif,1e-4,,,", "no-temperature", 3],
    ["a.cif,1e-4,-5,,", "temperature-impossible", 3],
    ["a.cif,1e-4,25,,", "temperature-impossible", 3],
    ["a.cif,1e-4,warm,,", "unreadable-number", 3],
    ["a.cif,1e-4,298,30,", "energy-impossible", 4],
    ["a.cif,1e-4,298,some,", "unreadable-number", 4],
    [",1e-4,298,,", "no-file", 1],
    ["a.cif,1,2e-4,298,,10.1/a", "too-many-cells", null],
  ])("are refused with one problem at their place: %s", (row, code, column) => {
    const { measurements, problems } = table(header, "good.cif,1e-4,298,0.3,10.1/a", row);
    expect(measurements.map(({ file }) => file)).toEqual(["good.cif"]);
    expect(problems).toMatchObject([{ code, severity: "error", row: 3, column }]);
    expect(problems[0]?.message).toMatch(/^.+[.?]$/);
  });

  it("may give an upper bound", () => {
    for (const bound of ["<1e-10", "< 1E-10", "≤1·10⁻¹⁰", "<= 1e-10"])
      expect(only("file,conductivity", `a.cif,${bound}`)).toMatchObject({
        conductivity: 1e-10,
        isUpperBound: true,
      });
  });

  it.each(["1,2e-4", "1.2(3)e-4", "1.2 × 10^-4", "1.2x10-4", "1,2·10⁻⁴", "~1.2E-04", "0,00012"])(
    "may write a number as people do: %s",
    (number) => {
      expect(only("file;conductivity", `a.cif;${number}`)).toMatchObject({
        conductivity: 1.2e-4,
        isUpperBound: false,
      });
    },
  );

  it("name one paper in many ways", () => {
    for (const doi of ["10.1038/NMAT3066", "https://doi.org/10.1038/nmat3066", "doi:10.1038/nmat3066"])
      expect(only("file,conductivity,doi", `a.cif,1,${doi}`)?.doi).toBe("10.1038/nmat3066");
  });

  it("count as a spreadsheet counts, empty ones too", () => {
    const { measurements } = table("file,conductivity", "", "a.cif,1e-4", "", "b.cif,1e-5", "");
    expect(measurements.map(({ row }) => row)).toEqual([3, 5]);
  });

  it("are missed where there are none", () => {
    expect(table("file,conductivity").problems).toMatchObject([{ code: "no-rows" }]);
    expect(readMeasurements("").problems.map(({ code }) => code)).toContain("no-file-column");
  });

  it("give a measurement or a problem each, whatever they hold", () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/["\r\n,]/g, ""));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const filled = rows.map(([file, ...others]) => [`x${file}`, ...others].join(","));
        const { measurements, problems } = table("file,conductivity,T (K),Ea (eV)", ...filled);
        const errors = problems.filter(({ severity, row }) => severity === "error" && row !== 1);
        const told = [...measurements, ...errors]
          .map(({ row }) => row)
          .toSorted((a, b) => (a ?? 0) - (b ?? 0));
        expect(told).toEqual(filled.map((_, i) => i + 2));
      }),
    );
  });
});
