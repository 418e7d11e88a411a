import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { parseFormula } from "../../crystal/parseFormula";
import { readMeasurements, type Measurement } from "../../learning/measurements/readMeasurements";
import { roomTemperatureValue } from "../../learning/measurements/roomTemperatureValue";
import { areSimilar } from "../../learning/validation/similarity";
import type { LabelSource } from "../../protocol/clusters";
import type { ScreeningRow } from "../../protocol/screening";

/** What labels are found by. */
export type LabelledRow = Pick<ScreeningRow, "file" | "block" | "formula" | "dTraining" | "nearest">;

export interface FoundLabels {
  /** log10 of the conductivity at room temperature, S/cm, of each row; NaN where none is known. */
  readonly labels: Float64Array;
  /** What of the source was not used, in words. */
  readonly notices: readonly string[];
}

/** A compound that is only known to conduct less counts as the thesis' notebooks count it: log10 of S/cm. */
const logOfBound = -10;
/** Training standard deviations: what is farther is another compound, though its composition be alike. */
const mostDistance = 1;

/** @throws Error where a table cannot be read. */
export async function findLabels(source: LabelSource, rows: readonly LabelledRow[]): Promise<FoundLabels> {
  if (source.kind === "training") return { labels: Float64Array.from(rows, trainingLabel), notices: [] };
  return tableLabels(await readFile(source.file, "utf8"), source.file, rows);
}

/** That of the nearest training compound, where it has the same composition within the 5 % of the thesis. */
function trainingLabel({ formula, dTraining, nearest }: LabelledRow): number {
  if (nearest === null || dTraining === null || dTraining > mostDistance) return NaN;
  const [own, other] = [parseFormula(formula), parseFormula(nearest.formula)];
  const isSame = own.ok && other.ok && areSimilar(own.composition, other.composition);
  return isSame ? Math.log10(nearest.conductivity) : NaN;
}

/** @param path of the table, from where those of its files count; names alone do too. */
export function tableLabels(text: string, path: string, rows: readonly LabelledRow[]): FoundLabels {
  const { measurements, problems } = readMeasurements(text);
  const series = new Map<string, Measurement[]>();
  const add = (key: string, measurement: Measurement) => {
    series.set(key, [...(series.get(key) ?? []), measurement]);
  };
  for (const measurement of measurements) {
    const { file, block = "" } = measurement;
    for (const name of new Set([resolve(dirname(path), file), basename(file)]))
      add(keyOf(name, block), measurement);
  }
  const used = new Set<Measurement>();
  const labels = Float64Array.from(rows, ({ file, block }) => {
    const own = [resolve(file), basename(file)]
      .flatMap((name) => [keyOf(name, block), keyOf(name, "")])
      .map((key) => series.get(key))
      .find((found) => found !== undefined);
    for (const measurement of own ?? []) used.add(measurement);
    return own ? labelOf(own) : NaN;
  });
  const errors = problems.filter(({ severity }) => severity === "error");
  const [first] = errors;
  const unused = measurements.length - used.size;
  return {
    labels,
    notices: [
      ...(first
        ? [
            `${basename(path)}: ${first.message}${errors.length > 1 ? ` (and ${errors.length - 1} more)` : ""}`,
          ]
        : []),
      ...(unused > 0
        ? [
            `${basename(path)}: ${unused === 1 ? "1 row names" : `${unused} rows name`} none of the compounds.`,
          ]
        : []),
    ],
  };
}

function keyOf(file: string, block: string): string {
  return `${file.toLowerCase()}\n${block.toLowerCase()}`;
}

function labelOf(measurements: readonly Measurement[]): number {
  const value = roomTemperatureValue(measurements);
  if ("code" in value) return NaN;
  return value.isUpperBound ? logOfBound : Math.log10(value.conductivity);
}
