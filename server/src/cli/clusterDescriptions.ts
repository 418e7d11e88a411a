import { dirname, resolve } from "node:path";
import { readMeasurements } from "../learning/measurements/readMeasurements";
import { isRecord } from "../screening/isRecord";
import type { ClusterInput, FiledProblem } from "./clusterInput";
import { structuresInTable } from "../screening/measurementFiles";
import { matrixOf, type Described } from "../clustering/describedVectors";

/** A data block as `superion describe` told of it. */
interface DescribedBlock {
  readonly file: string;
  readonly block: string;
  readonly descriptors: Readonly<Record<string, unknown>>;
}

interface Measurements {
  readonly text: string;
  readonly path: string;
}

/** Whether a text is JSON, of whatever kind, and no table. */
export function isDescriptions(text: string): boolean {
  return /^\s*[[{]/u.test(text);
}

/**
 * Crystals as `superion describe --json` or `--ndjson` printed them, with the vectors of one descriptor.
 *
 * @param path of the text.
 * @param wanted The descriptor; the one that there is, where it is not told.
 */
export function fromDescriptions(
  text: string,
  path: string,
  wanted: string | undefined,
  measurements: Measurements | undefined,
): ClusterInput {
  const blocks = describedBlocks(text);
  const names = new Set(blocks.flatMap(({ descriptors }) => Object.keys(descriptors)));
  const name = wanted ?? (names.size === 1 ? [...names][0] : undefined);
  if (name === undefined || !names.has(name)) {
    const which = [...names].join(", ") || "none";
    const message = `Name a descriptor by --descriptor: the file has ${which}.`;
    return { ...nothing, file: path, problems: [problem("which-descriptor", message, path)] };
  }
  const read = blocks.map((block) => ({ block, vector: vectorOf(block.descriptors[name]) }));
  const rows = read.flatMap(({ block, vector }) => (typeof vector === "string" ? [] : [{ block, vector }]));
  const refused = read.flatMap(({ block, vector }) =>
    typeof vector === "string"
      ? [problem("not-described", `${block.block}: ${name}: ${vector}. It is left out.`, block.file)]
      : [],
  );
  const matrix = matrixOf(rows.map(({ vector }) => vector));
  if (typeof matrix === "string")
    return { ...nothing, file: path, problems: [problem("too-many-features", `There are ${matrix}.`, path)] };
  const measured = measurements && conductivities(measurements);
  return {
    file: path,
    rows: rows.map(({ block: { file, block } }) => ({ name: `${file}: ${block}`, file, block })),
    matrix,
    labels:
      measured &&
      Float64Array.from(rows, ({ block }) => Math.log10(measured.of.get(resolve(block.file)) ?? NaN)),
    properties: [],
    problems: [...refused, ...(measured?.problems ?? [])],
  };
}

const nothing = {
  rows: [],
  matrix: { rows: 0, columns: 0, values: new Float64Array() },
  labels: undefined,
  properties: [],
};

function problem(code: string, message: string, file: string): FiledProblem {
  return { code, severity: "error", line: null, column: null, message, file };
}

/** Blocks of an array, or of a line each; what is neither is passed over. */
function describedBlocks(text: string): DescribedBlock[] {
  const documents = text.trimStart().startsWith("[") ? [text] : text.split("\n");
  return documents
    .flatMap(parsed)
    .filter(isRecord)
    .flatMap(({ file, structures }) =>
      (Array.isArray(structures) ? structures : [])
        .filter(isRecord)
        .flatMap(({ block, descriptors }) =>
          isRecord(descriptors) ? [{ file: String(file), block: String(block), descriptors }] : [],
        ),
    );
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return [];
  }
}

/** Or why there is none. */
function vectorOf(entry: unknown): Described | string {
  if (!isRecord(entry)) return "it was not described";
  const { values, labels, error } = entry;
  if (!Array.isArray(values) || !Array.isArray(labels))
    return typeof error === "string" ? error : "it was not described";
  const numbers = Float64Array.from(values, Number);
  if (!numbers.every(Number.isFinite)) return "a value is no finite number";
  return { ok: true, values: numbers, labels: labels.map(String) };
}

/** S/cm by full path of the file. */
function conductivities({ text, path }: Measurements) {
  const { compounds, problems } = structuresInTable(text, path);
  const fileOf = new Map(readMeasurements(text).measurements.map(({ row, file }) => [row, file]));
  const of = new Map(
    compounds.flatMap(({ rows, conductivity }) =>
      rows.map((row) => [resolve(dirname(path), fileOf.get(row) ?? ""), conductivity] as const),
    ),
  );
  return { of, problems: problems.map(({ row, ...one }) => ({ ...one, line: row, file: path })) };
}
