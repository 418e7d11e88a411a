import { basename } from "node:path";
import { analyseSpectrum, defaultAnalysis, type SpectrumAnalysis } from "../impedance/analysis";
import { cellConstant, cellFileEnding, relativeDensity } from "../impedance/cell/cell";
import { changeCell } from "../impedance/cell/writeCell";
import { parseCircuit } from "../impedance/circuit/parseCircuit";
import { relaxationTimes } from "../impedance/relaxation/drt";
import { fittedExponent } from "../impedance/relaxation/fittedExponent";
import { thinnedOut, withoutPoints } from "../impedance/selection";
import { frequencyRange, type ImpedanceFile, type ImpedanceReading } from "../impedance/spectrum";
import { testLinKk } from "../impedance/validity/linKk";
import { outliersOf } from "../impedance/validity/outliers";
import {
  usualChoices,
  type AnalyseImpedanceParams,
  type AnalyseImpedanceResult,
  type InspectImpedanceParams,
  type InspectImpedanceResult,
  type Residuals,
} from "../protocol/impedanceAnalysis";
import type { ChangeCellParams, ChangeCellResult, ReadCell } from "../protocol/cellFile";
import type { FileProblem, ReadSpectrum } from "../protocol/impedanceFiles";
import type { ReadImpedanceParams, ReadImpedanceResult } from "../protocol/impedance";
import type { Refused } from "../protocol/values";
import type {
  AnalysePolarisationParams,
  AnalysePolarisationResult,
  ReadPolarisation,
} from "../protocol/polarisation";
import { analysedSpectrum } from "./impedanceAnswers";
import { cellsOf, cellText, type FoundCell } from "./impedanceCells";
import { ImpedanceFiles, type FoundLoop } from "./impedanceFiles";
import { LruMap } from "./lruMap";
import { analysedPolarisation, readPolarisationOf } from "./polarisationAnswers";

/** Spectra shown at most. */
const mostSpectra = 500;
/** Points that are tested and turned into relaxation times at most. */
const mostInspected = 300;
const mostFits = 1000;

/** Reads and analyses spectra for the editor; what did not change is not computed again. */
export class ImpedanceDesk {
  private readonly files = new ImpedanceFiles();
  private readonly fits = new LruMap<string, SpectrumAnalysis>(mostFits);

  async read({ files }: ReadImpedanceParams): Promise<ReadImpedanceResult> {
    const cells = await cellsOf(files);
    const spectra: ReadSpectrum[] = [];
    const polarisations: ReadPolarisation[] = [];
    const problems: FileProblem[] = [];
    const sized = new Set<string>();
    for (const file of files) {
      const { reading, polarisation } = await this.files.read(file);
      const found = reading.kind === "read" ? reading.file : undefined;
      const told = (found ?? polarisation ?? refusalOf(reading)).problems;
      problems.push(...told.map(({ severity, message, line }) => ({ file, severity, message, line })));
      const cell = cells.get(file);
      if (polarisation && cell) polarisations.push(readPolarisationOf(file, polarisation, cell));
      if (!found || !cell) continue;
      if (found.areaCm2 !== null || found.thicknessCm !== null) sized.add(cell.path);
      spectra.push(...spectraOf(file, found, cell));
    }
    if (spectra.length > mostSpectra) {
      const message = `Only the first ${mostSpectra} of ${spectra.length} spectra are shown.`;
      problems.push({ file: "", severity: "warning", message, line: null });
    }
    const used = new Map([...cells.values()].map((cell) => [cell.path, cell]));
    problems.push(...[...used.values()].flatMap((cell) => cell.problems));
    return {
      spectra: spectra.slice(0, mostSpectra),
      polarisations,
      cells: [...used.values()].map((cell) => readCellOf(cell, sized.has(cell.path))),
      problems,
    };
  }

  async analyse(params: AnalyseImpedanceParams): Promise<AnalyseImpedanceResult> {
    const { file, loop, choices, cellConstant: constant } = params;
    const found = await this.files.loop(file, loop);
    if (!found) return gone(file);
    const analysis = this.analysisOf({ file, loop, choices }, found);
    if ("kind" in analysis) return analysis;
    return analysedSpectrum(analysis, withoutPoints(found.loop, choices.excluded), constant);
  }

  private analysisOf(
    asked: Pick<AnalyseImpedanceParams, "file" | "loop" | "choices">,
    { loop, stamp }: FoundLoop,
  ): SpectrumAnalysis | Refused {
    const { circuit, ...choices } = asked.choices;
    const reading = circuit === null ? null : parseCircuit(circuit);
    if (reading?.ok === false) {
      const { message, position } = reading.error;
      return { kind: "refused", reason: `${message} (at character ${position + 1} of the circuit)` };
    }
    const key = JSON.stringify([asked, stamp]);
    const settings = { ...defaultAnalysis, ...choices, circuit: reading?.circuit ?? null };
    const analysis = this.fits.get(key) ?? analyseSpectrum(loop, settings);
    this.fits.set(key, analysis);
    return analysis;
  }

  /** The tail of the relaxation times has the exponent of the circuit that is fitted. */
  async inspect(params: InspectImpedanceParams): Promise<InspectImpedanceResult> {
    const { file, loop, excluded, lambda, circuit = null } = params;
    const found = await this.files.loop(file, loop);
    if (!found) return gone(file);
    const { spectrum, places } = thinnedOut(withoutPoints(found.loop, excluded), mostInspected);
    if (places.length < 5) return { kind: "refused", reason: "Fewer than 5 points count." };
    const analysis = this.analysisOf({ file, loop, choices: { ...usualChoices, circuit, excluded } }, found);
    if ("kind" in analysis) return analysis;
    const exponent = analysis.circuit
      ? fittedExponent(analysis.circuit.fit, frequencyRange(spectrum).lowest)
      : undefined;
    const { elements, mu, residuals } = testLinKk(spectrum);
    const {
      times,
      gamma,
      peaks,
      lambda: used,
      lambdaRule,
    } = relaxationTimes(spectrum, { lambda: lambda ?? undefined, exponent });
    const outliers = outliersOf(residuals).flatMap((i) => places[i] ?? []);
    return {
      kind: "inspected",
      linKk: { elements, mu, residuals: inPercent(residuals, places), outliers },
      relaxation: { times: [...times], gamma: [...gamma], peaks, lambda: used, rule: lambdaRule },
    };
  }

  async analysePolarisation(params: AnalysePolarisationParams): Promise<AnalysePolarisationResult> {
    const { polarisation } = await this.files.read(params.file);
    return polarisation ? analysedPolarisation(polarisation, params) : gone(params.file);
  }

  async changeCell({ path, changes }: ChangeCellParams): Promise<ChangeCellResult> {
    if (!path.endsWith(cellFileEnding))
      return { kind: "refused", reason: `${basename(path)} is no cell file.` };
    const { temperaturesC = {}, ...size } = changes;
    const temperatures = Object.fromEntries(
      Object.entries(temperaturesC).map(([file, value]) => [
        file,
        value === null ? null : ({ value, unit: "C" } as const),
      ]),
    );
    return { kind: "changed", text: changeCell(await cellText(path), { ...size, temperatures }) };
  }
}

/** An empty one for a file that was read. */
const refusalOf = (reading: ImpedanceReading) => (reading.kind === "refused" ? reading : { problems: [] });

const gone = (file: string): Refused => ({
  kind: "refused",
  reason: `${basename(file)} cannot be read any more.`,
});

function spectraOf(path: string, file: ImpedanceFile, { cell, path: cellPath }: FoundCell): ReadSpectrum[] {
  const name = basename(path);
  const fromCell = cell.temperaturesC.get(name);
  const constant = cellConstant(cell, file);
  return file.loops.map((one, loop) => ({
    id: `${path}#${loop}`,
    file: path,
    loop,
    name: file.loops.length > 1 ? `${name}, sweep ${loop + 1}` : name,
    temperatureC: fromCell ?? one.temperatureC ?? file.temperatureC,
    temperatureSource:
      fromCell !== undefined ? "cell" : one.temperatureC !== null ? "file" : file.temperatureSource,
    cell: cellPath,
    cellConstant: constant,
    frequencies: [...one.frequencies],
    zRe: [...one.zRe],
    zIm: [...one.zIm],
  }));
}

function readCellOf({ path, cell, written }: FoundCell, hasSizeFromFiles: boolean): ReadCell {
  const name = cell.sample ?? basename(path, cellFileEnding);
  return { path, name, ...written, relativeDensity: relativeDensity(cell), hasSizeFromFiles };
}

function inPercent(
  { re, im }: { readonly re: Float64Array; readonly im: Float64Array },
  points: readonly number[],
): Residuals {
  const percent = (values: Float64Array) => Array.from(values, (value) => 100 * value);
  return { points, re: percent(re), im: percent(im) };
}
