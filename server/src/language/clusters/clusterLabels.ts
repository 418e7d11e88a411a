import { readFile } from "node:fs/promises";
import { basename } from "node:path";
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

/** The rows of one data block, or of a file whose block the table does not name. */
type SeriesByName = ReadonlyMap<string, readonly Measurement[]>;

/** @param path of the table, for users; its files are known by the end of their paths. */
export function tableLabels(text: string, path: string, rows: readonly LabelledRow[]): FoundLabels {
  const { measurements, problems } = readMeasurements(text);
  const series: SeriesByName = grouped(measurements, ({ file, block = "" }) =>
    keyOf(partsOf(file).join("/"), block),
  );
  const blocksOf = grouped(rows, ({ file }) => file);
  const used = new Set<Measurement>();
  const labels = Float64Array.from(rows, (row) => {
    const own = seriesOf(row, series, blocksOf.get(row.file)?.length === 1);
    for (const measurement of own) used.add(measurement);
    return own.length > 0 ? labelOf(own) : NaN;
  });
  const [first, ...others] = problems.filter(({ severity }) => severity === "error");
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  const unused = measurements.length - used.size;
  const name = basename(path);
  const names = unused === 1 ? "1 row names" : `${unused} rows name`;
  return {
    labels,
    notices: [
      ...(first ? [`${name}: ${first.message}${more}`] : []),
      ...(unused > 0 ? [`${name}: ${names} none of the compounds.`] : []),
    ],
  };
}

/** What was measured of a row, by the longest end of its path that the table names. */
function seriesOf(
  { file, block }: LabelledRow,
  series: SeriesByName,
  isAlone: boolean,
): readonly Measurement[] {
  const parts = partsOf(file);
  const ends = parts.map((_, from) => parts.slice(from).join("/"));
  const keys = ends.flatMap((end) => [keyOf(end, block), ...(isAlone ? [keyOf(end, "")] : [])]);
  return keys.map((key) => series.get(key)).find((found) => found !== undefined) ?? [];
}

/** `./a/b.cif` and `a\\b.cif` are the same. */
function partsOf(path: string): string[] {
  return path.split(/[\\/]/).filter((part) => part !== "" && part !== ".");
}

function keyOf(file: string, block: string): string {
  return `${file.toLowerCase()}\n${block.toLowerCase()}`;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function labelOf(measurements: readonly Measurement[]): number {
  const value = roomTemperatureValue(measurements);
  if ("code" in value) return NaN;
  return value.isUpperBound ? logOfBound : Math.log10(value.conductivity);
}
