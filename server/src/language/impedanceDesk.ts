import { basename } from "node:path";
import { analyseSpectrum, defaultAnalysis, type SpectrumAnalysis } from "../impedance/analysis";
import { cellConstant, cellFileEnding, relativeDensity, type Measured } from "../impedance/cell/cell";
import { changeCell } from "../impedance/cell/writeCell";
import { parseCircuit } from "../impedance/circuit/parseCircuit";
import { relaxationTimes } from "../impedance/relaxation/drt";
import type { ImpedanceFile, ImpedanceReading, Spectrum } from "../impedance/spectrum";
import { testLinKk } from "../impedance/validity/linKk";
import { outliersOf } from "../impedance/validity/outliers";
import type {
  AnalyseImpedanceParams,
  AnalyseImpedanceResult,
  ChangeCellParams,
  ChangeCellResult,
  FileProblem,
  InspectImpedanceParams,
  InspectImpedanceResult,
  ReadCell,
  ReadImpedanceParams,
  ReadImpedanceResult,
  ReadSpectrum,
  Refused,
  Residuals,
} from "../protocol/impedance";
import type {
  AnalysePolarisationParams,
  AnalysePolarisationResult,
  ReadPolarisation,
} from "../protocol/polarisation";
import { analysedSpectrum, type Selection } from "./impedanceAnswers";
import { cellsOf, cellText, type FoundCell } from "./impedanceCells";
import { ImpedanceFiles } from "./impedanceFiles";
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
    const reading = choices.circuit === null ? null : parseCircuit(choices.circuit);
    if (reading?.ok === false) {
      const { message, position } = reading.error;
      return { kind: "refused", reason: `${message} (at character ${position + 1} of the circuit)` };
    }
    const selection = without(found.loop, choices.excluded);
    const key = JSON.stringify([file, loop, found.stamp, choices]);
    const analysis =
      this.fits.get(key) ??
      analyseSpectrum(selection.spectrum, {
        ...defaultAnalysis,
        circuit: reading?.circuit ?? null,
        weighting: choices.weighting,
        tailMethod: choices.tailMethod,
        tailWindow: choices.tailWindow,
      });
    this.fits.set(key, analysis);
    return analysedSpectrum(analysis, selection, constant);
  }

  async inspect({ file, loop, excluded, lambda }: InspectImpedanceParams): Promise<InspectImpedanceResult> {
    const found = await this.files.loop(file, loop);
    if (!found) return gone(file);
    const { spectrum, places } = thinned(without(found.loop, excluded));
    if (places.length < 5) return { kind: "refused", reason: "Fewer than 5 points count." };
    const { elements, mu, residuals } = testLinKk(spectrum);
    const {
      times,
      gamma,
      peaks,
      lambda: used,
      lambdaRule,
    } = relaxationTimes(spectrum, lambda === null ? {} : { lambda });
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
  const measured = (value: number | null): Measured | null =>
    value === null ? null : { value, uncertainty: 0 };
  const constant = cellConstant({
    ...cell,
    thicknessCm: cell.thicknessCm ?? measured(file.thicknessCm),
    areaCm2: cell.areaCm2 ?? (cell.diameterCm ? null : measured(file.areaCm2)),
  });
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

function without(whole: Spectrum, excluded: readonly number[]): Selection {
  const left = new Set(excluded);
  const places = [...whole.frequencies.keys()].filter((place) => !left.has(place));
  return select(whole, places, places);
}

function thinned({ spectrum, places }: Selection): Selection {
  const step = Math.ceil(places.length / mostInspected);
  if (step <= 1) return { spectrum, places };
  const taken = [...places.keys()].filter((i) => i % step === 0);
  return select(
    spectrum,
    taken,
    taken.map((i) => places[i] ?? 0),
  );
}

function select({ frequencies, zRe, zIm }: Spectrum, taken: readonly number[], places: readonly number[]) {
  const pick = (values: Float64Array) => Float64Array.from(taken, (i) => values[i] ?? NaN);
  return { spectrum: { frequencies: pick(frequencies), zRe: pick(zRe), zIm: pick(zIm) }, places };
}

function inPercent(
  { re, im }: { readonly re: Float64Array; readonly im: Float64Array },
  points: readonly number[],
): Residuals {
  const percent = (values: Float64Array) => Array.from(values, (value) => 100 * value);
  return { points, re: percent(re), im: percent(im) };
}
