import { Option, type Command } from "commander";
import { weightings, type Weighting } from "../impedance/fit/weights";
import type { Circuit } from "../impedance/circuit/circuit";
import { arrheniusAnswer, type CellPoint } from "./arrheniusFits";
import { ArrheniusSeries, quantities, type SeriesOptions } from "./arrheniusSeries";
import { answersOf, dataFilesIn, fault, type DataAnswer } from "./dataFiles";
import { circuitOption, spectrumFile } from "./eis";
import { withGeometry } from "./geometryOptions";
import { readNumberTable } from "./numberTable";
import { Report, type OutputOptions, type PlacedProblem } from "./report";

interface ArrheniusOptions extends OutputOptions, SeriesOptions {
  readonly circuit?: Circuit;
  readonly weights: Weighting;
}

/** `superion arrhenius`: activation energies from tables of conductivities, or from the spectra of a series. */
export function registerArrhenius(program: Command): void {
  const command = program
    .command("arrhenius")
    .description("fit activation energy, prefactor and conductivity at 25 C to conductivities by temperature")
    .argument(
      "<file...>",
      "CSV tables with temperature_C, sigma_S_cm, and maybe sigma_sd_S_cm and cell; or the spectra of one series",
    )
    .option("--json", "print one JSON array: an element a table, and one for all spectra")
    .option("--ndjson", "print one line of JSON each")
    .addOption(new Option("--quantity <name>", "of spectra").choices(quantities).default("total"))
    .option("--circuit <string>", "of spectra; without it the best of the usual circuits", circuitOption)
    .addOption(new Option("--weights <name>", "of the fit").choices(weightings).default("modulus"));
  withGeometry(command).action(async (paths: string[], options: ArrheniusOptions) => {
    const report = new Report(options);
    const series = new ArrheniusSeries(options);
    const items = await dataFilesIn(paths, spectrumFile);
    const answer = async (bytes: Uint8Array, file: string) =>
      isTable(bytes) ? fromTable(bytes) : ((await series.take(bytes, file)) ?? fromTable(bytes));
    for await (const { file, problems, ...rest } of answersOf(items, answer))
      if (!series.has(file)) report.write(file, [...problems], rest);
    const whole = series.answer();
    if (whole) report.write(series.folder, [...whole.problems], whole);
    report.finish();
  });
}

const columns = {
  temperature: { names: ["temperature_c", "temperature"] },
  conductivity: { names: ["sigma_s_cm", "conductivity_s_cm", "sigma"] },
  deviation: { names: ["sigma_sd_s_cm", "sigma_sd"], isOptional: true },
  cell: { names: ["cell", "sample"], isOptional: true, isText: true },
} as const;

const zeroKelvin = -273.15;

/** Whether the heading is that of conductivities. */
function isTable(bytes: Uint8Array): boolean {
  const { problems } = readNumberTable(new TextDecoder().decode(bytes.subarray(0, 4096)), columns);
  return problems.every(({ code }) => code !== "missing-column");
}

function fromTable(bytes: Uint8Array): DataAnswer {
  const { rows, problems } = readNumberTable(new TextDecoder().decode(bytes), columns);
  const wrong: PlacedProblem[] = [];
  const points: CellPoint[] = [];
  for (const { line, number, text } of rows) {
    const [temperatureC, conductivity, deviation] = [
      number("temperature"),
      number("conductivity"),
      number("deviation"),
    ];
    if (temperatureC === null || conductivity === null) continue;
    const reason = refusal(temperatureC, conductivity, deviation);
    if (reason) wrong.push({ ...fault("impossible-value", reason), line });
    else points.push({ cell: text("cell") || null, temperatureC, conductivity, deviation });
  }
  const answer = arrheniusAnswer(points);
  return { ...answer, problems: [...problems, ...wrong, ...answer.problems] };
}

function refusal(temperatureC: number, conductivity: number, deviation: number | null): string | undefined {
  if (temperatureC <= zeroKelvin) return `${temperatureC} C lies below absolute zero.`;
  if (conductivity <= 0) return `A conductivity of ${conductivity} S/cm has no logarithm.`;
  if (deviation !== null && deviation <= 0) return `A standard deviation of ${deviation} S/cm is impossible.`;
  return undefined;
}
