import Papa from "papaparse";
import { expect, it } from "vitest";
import { resultsCsv, resultsJson } from "../../../../media/src/impedance/resultFiles";
import { exported } from "./exported";

it("has a row for each file in the CSV, with numbers at full length and units in the names", () => {
  const { data, errors } = Papa.parse<Record<string, string>>(resultsCsv(exported).trim(), { header: true });
  expect(errors).toEqual([]);
  expect(data).toMatchObject([
    {
      spectrum: "a_25C.mpt",
      cell: "pellet",
      temperature_C: "25",
      circuit: "R0-p(R1,CPE1)",
      R_total_ohm: "50",
      R_total_ohm_sd: "1",
      sigma_S_cm: "0.003",
      sigma_sd_S_cm: "0.00006",
      R0: "50",
      R0_sd: "1",
    },
    { spectrum: "b_50C.mpt", circuit: "", sigma_S_cm: "" },
    {
      spectrum: "a_25C_dc.csv",
      sigma_electronic_S_cm: "1.5e-9",
      sigma_electronic_sd_S_cm: "2e-11",
      t_ionic: "0.9999995",
    },
  ]);
});

it("has all that was found in the JSON, with the choices that led to it", () => {
  const { spectra, arrhenius, polarisations } = JSON.parse(resultsJson(exported)) as Record<string, unknown>;
  expect(spectra).toMatchObject([
    {
      name: "a_25C.mpt",
      temperatureC: 25,
      choices: { weighting: "modulus" },
      result: { circuit: { chi2: 0.01 } },
    },
    { name: "b_50C.mpt", result: null },
  ]);
  expect(arrhenius).toMatchObject({ quantity: "total", lines: [{ activationEnergy: { value: 0.331 } }] });
  expect(polarisations).toMatchObject([
    { name: "a_25C_dc.csv", result: { withOffset: { isUpperLimitOnly: true } } },
  ]);
});
