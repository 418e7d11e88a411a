import { basename, dirname } from "node:path";
import { analyseFile } from "../impedance/analyseFile";
import { defaultAnalysis, type SpectrumAnalysis } from "../impedance/analysis";
import { cellFileEnding, type Measured } from "../impedance/cell/cell";
import type { Circuit } from "../impedance/circuit/circuit";
import { conductivityOf } from "../impedance/conductivity/conductivity";
import type { Estimate } from "../impedance/fit/circuitFit";
import type { Weighting } from "../impedance/fit/weights";
import { arrheniusAnswer } from "./arrheniusFits";
import { CellFiles, temperatureOf, type FoundCell } from "./cellFiles";
import { fault, type DataAnswer } from "./dataFiles";
import { estimateText } from "./estimateText";
import { cellConstantOf, type GeometryOptions } from "./geometryOptions";
import type { PlacedProblem } from "./report";
import { table } from "./table";

/** Of which resistance the conductivity is. */
export const quantities = ["total", "bulk", "grain-boundary", "tail"] as const;

export interface SeriesOptions extends GeometryOptions {
  readonly quantity: (typeof quantities)[number];
  readonly circuit?: Circuit;
  readonly weights: Weighting;
}

interface SeriesSpectrum {
  readonly file: string;
  /** From 0. */
  readonly loop: number;
  readonly cell: string | null;
  readonly temperatureC: number;
  readonly conductivity: Estimate;
  readonly circuit: string | null;
}

/** The spectra of one series, from which all its activation energies come. */
export class ArrheniusSeries {
  private readonly cells = new CellFiles();
  private readonly files: string[] = [];
  private readonly spectra: SeriesSpectrum[] = [];
  private readonly problems: PlacedProblem[] = [];

  constructor(private readonly options: SeriesOptions) {}

  has(file: string): boolean {
    return this.files.includes(file);
  }

  /** That of the first spectrum, which stands for all. */
  get folder(): string {
    return dirname(this.files[0] ?? ".");
  }

  /** Adds the spectra of a file; answers why it has none, `undefined` where it is a table rather than a spectrum. */
  async take(bytes: Uint8Array, file: string): Promise<DataAnswer | undefined> {
    const found = await this.cells.of(file);
    const { options } = this;
    let constant: Measured | null = null;
    const { reading, analyses } = analyseFile(bytes, basename(file), (content) => {
      constant = cellConstantOf(options, found?.cell, content);
      const circuit = options.circuit ?? null;
      return { ...defaultAnalysis, circuit, weighting: options.weights, cellConstant: constant };
    });
    if (reading.kind === "refused")
      return /\.csv$/i.test(file)
        ? undefined
        : { fields: () => ({ format: reading.format }), readable: () => "", problems: reading.problems };
    this.files.push(file);
    this.tell(file, [...reading.file.problems, ...(found?.problems ?? [])]);
    reading.file.loops.forEach((loop, i) => {
      const analysis = analyses[i];
      const own = temperatureOf(found?.cell, file, loop.temperatureC ?? reading.file.temperatureC);
      if (analysis) this.add(file, i, found, own, analysis, constant);
    });
    return nothing;
  }

  /** `undefined` where there are no spectra. */
  answer(): DataAnswer | undefined {
    if (this.files.length === 0) return undefined;
    const points = this.spectra.map(({ cell, temperatureC, conductivity: { value, standardError } }) => ({
      cell,
      temperatureC,
      conductivity: value,
      deviation: standardError,
    }));
    const { fields, readable, problems } = arrheniusAnswer(points);
    return {
      fields: () => ({ ...fields(), quantity: this.options.quantity, spectra: this.spectra }),
      readable: () => `${this.table()}${readable()}`,
      problems: [...this.problems, ...problems],
    };
  }

  private add(
    file: string,
    loop: number,
    cell: FoundCell | undefined,
    temperatureC: number | null,
    analysis: SpectrumAnalysis,
    constant: Measured | null,
  ): void {
    const conductivity = this.conductivityIn(analysis, constant);
    this.tell(file, analysis.problems);
    const missing = missingOf(temperatureC, constant, conductivity, this.options.quantity);
    if (missing) this.tell(file, [missing]);
    if (missing || temperatureC === null || !conductivity) return;
    const name = cell ? (cell.cell.sample ?? basename(cell.name, cellFileEnding)) : null;
    const circuit = analysis.circuit?.fit.circuit.text ?? null;
    this.spectra.push({ file, loop, cell: name, temperatureC, conductivity, circuit });
  }

  private conductivityIn({ tail, circuit }: SpectrumAnalysis, constant: Measured | null): Estimate | null {
    switch (this.options.quantity) {
      case "tail": {
        const resistance = tail && { value: tail.resistance, standardError: tail.standardError };
        return resistance && constant && conductivityOf(resistance, constant);
      }
      case "grain-boundary":
        return circuit?.conductivity?.grainBoundary ?? null;
      case "total":
      case "bulk":
        return circuit?.conductivity?.[this.options.quantity] ?? null;
    }
  }

  /** Errors of one spectrum are no reason to refuse the series; its lines are not those of the element that is written. */
  private tell(file: string, problems: readonly PlacedProblem[]): void {
    for (const { code, severity, line, message } of problems) {
      const place = line === null ? basename(file) : `${basename(file)}, line ${line}`;
      this.problems.push({ code, severity, line: null, column: null, message: `${place}: ${message}` });
    }
  }

  private table(): string {
    const rows = this.spectra.map(({ file, cell, temperatureC, conductivity, circuit }) => [
      basename(file),
      cell ?? "-",
      temperatureC.toFixed(1),
      estimateText(conductivity),
      circuit ?? "",
    ]);
    return table([["spectrum", "cell", "C", `sigma ${this.options.quantity}, S/cm`, "circuit"], ...rows]);
  }
}

const nothing: DataAnswer = { fields: () => ({}), readable: () => "", problems: [] };

/** Why a spectrum gives no point. */
function missingOf(
  temperatureC: number | null,
  constant: Measured | null,
  conductivity: Estimate | null,
  quantity: string,
): PlacedProblem | undefined {
  if (temperatureC === null)
    return fault("no-temperature", "Its temperature is not known: write it into the cell file.");
  if (!constant)
    return fault(
      "no-size",
      "The size of the cell is not known: write it into the cell file, or give --thickness-cm and --area-cm2.",
    );
  if (!conductivity || !(conductivity.value > 0))
    return fault("no-conductivity", `It has no conductivity (${quantity}).`);
  return undefined;
}
