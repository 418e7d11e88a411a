import { InvalidArgumentError, Option, type Command } from "commander";
import { basename } from "node:path";
import { analyseFile } from "../impedance/analyseFile";
import { defaultAnalysis, type SpectrumAnalysis } from "../impedance/analysis";
import type { Measured } from "../impedance/cell/cell";
import type { CellReading } from "../impedance/cell/readCell";
import type { Circuit } from "../impedance/circuit/circuit";
import { parseCircuit } from "../impedance/circuit/parseCircuit";
import { weightings, type Weighting } from "../impedance/fit/weights";
import type { ImpedanceFile } from "../impedance/spectrum";
import { CellFiles, temperatureOf } from "./cellFiles";
import { forEachDataFile, type DataAnswer } from "./dataFiles";
import { fileJson, type AnalysedLoop } from "./eisJson";
import { fileText } from "./eisText";
import { cellConstantOf, withGeometry, type GeometryOptions } from "./geometryOptions";
import type { PlacedProblem } from "./report";

interface EisOptions extends GeometryOptions {
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly circuit?: Circuit;
  readonly weights: Weighting;
  readonly linKk?: boolean;
}

/** Names of files that may hold spectra. */
export const spectrumFile = /\.(?:mpt|mpr|dta|z|txt|csv|tsv|dat|asc|par|p00|i2b|dfr|idf|ids)$/i;

/** `superion eis`: spectra of instrument files with tail, circuit and conductivity. */
export function registerEis(program: Command): void {
  const command = program
    .command("eis")
    .description("read impedance spectra, fit tail and circuit, and tell resistance and conductivity")
    .argument("<file...>", "files of an instrument, or folders of them")
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .option(
      "--circuit <string>",
      "such as R0-p(R1,CPE1)-CPE2; without it the best of the usual circuits",
      circuitOption,
    )
    .addOption(new Option("--weights <name>", "of the fit").choices(weightings).default("modulus"))
    .option("--lin-kk", "test for Kramers-Kronig consistency");
  withGeometry(command).action(async (files: string[], options: EisOptions) => {
    const cells = new CellFiles();
    await forEachDataFile(files, spectrumFile, options, async (bytes, file) =>
      answer(bytes, file, options, await cells.of(file)),
    );
  });
}

/** Reads `--circuit`. */
export function circuitOption(text: string): Circuit {
  const reading = parseCircuit(text);
  if (reading.ok) return reading.circuit;
  const { message, position } = reading.error;
  throw new InvalidArgumentError(`${message}\n  ${text}\n  ${" ".repeat(position)}^`);
}

function answer(
  bytes: Uint8Array,
  file: string,
  options: EisOptions,
  cell: CellReading | undefined,
): DataAnswer {
  const constantOf = (content: ImpedanceFile) => cellConstantOf(options, cell?.cell, content);
  const { reading, analyses } = analyseFile(bytes, basename(file), (content) => ({
    ...defaultAnalysis,
    circuit: options.circuit ?? null,
    weighting: options.weights,
    cellConstant: constantOf(content),
    withLinKk: options.linKk ?? false,
  }));
  if (reading.kind === "refused")
    return { fields: () => ({ format: reading.format }), readable: () => "", problems: reading.problems };
  const temperatureC = temperatureOf(cell?.cell, file, reading.file.temperatureC);
  const content = { ...reading.file, temperatureC };
  const loops = loopsOf(content, analyses, constantOf(content));
  return {
    fields: () => fileJson(content, loops),
    readable: () => fileText(file, content.temperatureC, loops),
    problems: [
      ...content.problems,
      ...(cell?.problems ?? []).map(ofCellFile),
      ...loops.flatMap(({ analysis, name }) => named(analysis.problems, name)),
    ],
  };
}

function loopsOf(
  { loops }: ImpedanceFile,
  analyses: readonly SpectrumAnalysis[],
  cellConstant: Measured | null,
): AnalysedLoop[] {
  return analyses.flatMap((analysis, i) => {
    const loop = loops[i];
    const name = loops.length > 1 ? `Loop ${i + 1}` : "";
    return loop ? [{ loop, name, analysis, cellConstant }] : [];
  });
}

/** A cell file that is wrong keeps no spectrum from being read; its lines are not those of the data. */
function ofCellFile({ code, severity, message }: PlacedProblem): PlacedProblem {
  const weight = severity === "error" ? "warning" : severity;
  return { code, severity: weight, line: null, column: null, message: `In the cell file: ${message}` };
}

function named(problems: AnalysedLoop["analysis"]["problems"], name: string): DataAnswer["problems"] {
  return problems.map((problem) => (name ? { ...problem, message: `${name}: ${problem.message}` } : problem));
}
