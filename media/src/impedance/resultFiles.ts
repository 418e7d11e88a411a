import { unparse } from "papaparse";
import type { AnalysedSpectrum } from "../../../server/src/protocol/impedanceAnalysis";
import type { EstimatedValue } from "../../../server/src/protocol/values";
import type { ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import { choicesFor } from "./choices";
import type { Exported } from "./exported";

/**
 * A file of direct currents or a spectrum a row; ohm, S/cm and degrees Celsius, each with its standard error. Parameters of
 * circuits follow by name.
 */
export function resultsCsv(exported: Exported): string {
  const rows = [...spectrumRows(exported), ...polarisationRows(exported)];
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return unparse(rows, { columns, newline: "\n" }) + "\n";
}

type Row = Readonly<Record<string, string | number>>;

function spectrumRows({ series, choices, analysisOf }: Exported): Row[] {
  return series.spectra.map((spectrum) => {
    const { id } = spectrum;
    const analysis = analysisOf(id);
    const found = analysis?.kind === "analysed" ? analysis : undefined;
    return {
      ...nameOf(spectrum, series),
      excluded_points: choicesFor(choices, id).excluded.length,
      ...numbersOf(found),
    };
  });
}

function polarisationRows({ series, polarised }: Exported): Row[] {
  return polarised.map(({ read, result }) => {
    const line = result?.kind === "analysed" ? result.withOffset : undefined;
    return {
      ...nameOf(read, series),
      ...columnsOf("sigma_electronic_S_cm", line?.conductivity),
      ...columnsOf("t_ionic", line?.ionicTransference),
    };
  });
}

/** What every row begins with. */
function nameOf(
  { name, cell, temperatureC }: Pick<ReadSpectrum, "name" | "cell" | "temperatureC">,
  { cells }: Exported["series"],
): Row {
  return {
    spectrum: name,
    cell: cells.find(({ path }) => path === cell)?.name ?? "",
    temperature_C: temperatureC ?? "",
  };
}

function numbersOf(analysis: AnalysedSpectrum | undefined): Row {
  const { tail, circuit } = analysis ?? {};
  const { total, bulk, grainBoundary } = circuit?.conductivity ?? {};
  return {
    circuit: circuit?.circuit ?? "",
    chi2: circuit?.chi2 ?? "",
    ...columnsOf("R_total_ohm", circuit?.resistanceTotal),
    ...columnsOf("R_tail_ohm", tail?.resistance),
    ...columnsOf("sigma_S_cm", total),
    ...columnsOf("sigma_bulk_S_cm", bulk),
    ...columnsOf("sigma_grain_boundary_S_cm", grainBoundary),
    ...columnsOf("sigma_tail_S_cm", tail?.conductivity),
    ...Object.fromEntries(
      (circuit?.parameters ?? []).flatMap((one) => Object.entries(columnsOf(one.name, one))),
    ),
  };
}

function columnsOf(name: string, estimate: EstimatedValue | null | undefined): Row {
  const deviation = name.endsWith("_S_cm") ? `${name.slice(0, -"_S_cm".length)}_sd_S_cm` : `${name}_sd`;
  return { [name]: estimate?.value ?? "", [deviation]: estimate?.standardError ?? "" };
}

/** All that was found, with the choices that led to it. */
export function resultsJson({ series, choices, analysisOf, arrhenius, polarised }: Exported): string {
  const spectra = series.spectra.map(({ id, name, file, loop, temperatureC, cellConstant }) => {
    const analysis = analysisOf(id);
    const result = analysis?.kind === "analysed" ? { tail: analysis.tail, circuit: analysis.circuit } : null;
    return { name, file, loop, temperatureC, cellConstant, choices: choicesFor(choices, id), result };
  });
  const { quantity, weighting, form } = choices;
  const content = {
    spectra,
    arrhenius: arrhenius && {
      quantity,
      weighting,
      form,
      lines: arrhenius.lines,
      replicates: arrhenius.replicates,
    },
    polarisations: polarised.map(({ read, chosen, result }) => {
      const { name, file, temperatureC, cellConstant } = read;
      return { name, file, temperatureC, cellConstant, choices: chosen, result: result ?? null };
    }),
  };
  return JSON.stringify(content, null, 2) + "\n";
}
