import type { Command } from "commander";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { CompoundProperties } from "../clustering/candidates";
import { describedMatrix, type Described } from "../clustering/describedMatrix";
import { weightedUnion } from "../clustering/featureMatrix";
import type { StatedOxidationStates } from "../crystal/oxidation/statedOxidationStates";
import { readScreeningTable, type ScreeningTable } from "../screening/screeningTable";
import { spaceGroupDetector } from "../screening/spaceGroupFile";
import type { ClusterInput, FiledProblem } from "./clusterInput";
import { readClusterTable, type NamedColumns } from "./clusterTable";
import { crystalRows, labelledRows, type CrystalRow } from "./describedRows";
import { orUsageError } from "./modelFolder";
import type { ConfiguredRepresentation } from "./representationOption";

/** Compounds of a table with a row of features each. */
export async function fromTable(path: string, named: NamedColumns, command: Command): Promise<ClusterInput> {
  const content = await orUsageError(path === "-" ? text(process.stdin) : readFile(path, "utf8"), command);
  const { problems, ...table } = readClusterTable(content, named);
  return { ...table, file: path, problems: problems.map((problem) => ({ ...problem, file: path })) };
}

export interface CrystalSource {
  readonly paths: readonly string[];
  readonly representation: ConfiguredRepresentation;
  /** A second one, whose vectors count times `alpha`. */
  readonly second: { readonly representation: ConfiguredRepresentation; readonly alpha: number } | undefined;
  /** Path of a table of conductivities. */
  readonly measurements: string | undefined;
  /** Path of a table of E_hull and E_g. */
  readonly table: string | undefined;
  readonly oxidation: StatedOxidationStates | undefined;
}

/** Crystals of files, described; one that a descriptor refuses is left out, with a problem that says why. */
export async function fromCrystals(source: CrystalSource, command: Command): Promise<ClusterInput> {
  const { paths, measurements } = source;
  spaceGroupDetector();
  const read = await crystalRows(paths, source.oxidation);
  const measured =
    measurements === undefined
      ? { rows: read.rows, problems: [] }
      : labelledRows(read.rows, await orUsageError(readFile(measurements, "utf8"), command), measurements);
  const properties = source.table === undefined ? undefined : await tableOf(source.table, command);
  const { rows, problems, ...vectors } = described(measured.rows, source);
  return {
    file: paths[0] ?? measurements ?? "",
    rows: rows.map(({ file, block, formula }) => ({
      name: block === "" ? file : `${file}: ${block}`,
      ...{ file, block, formula },
    })),
    matrix: vectors.matrix,
    labels: measurements === undefined ? undefined : Float64Array.from(rows, ({ label }) => label),
    properties: rows.map((row) => propertiesOf(row, properties)),
    problems: [...read.problems, ...measured.problems, ...problems],
  };
}

async function tableOf(path: string, command: Command): Promise<ScreeningTable> {
  const read = await orUsageError(readScreeningTable(path), command);
  return read.kind === "table" ? read.table : command.error(`error: ${read.reason}`);
}

function propertiesOf(row: CrystalRow, table: ScreeningTable | undefined): CompoundProperties {
  const { eHull = null, bandGap = null } = table?.find(row, row.identifiers) ?? {};
  return { energyAboveHull: eHull, bandGap, activationEnergy: null };
}

function described(crystals: readonly CrystalRow[], { representation, second }: CrystalSource) {
  const rows: CrystalRow[] = [];
  const [first, other]: [Described[], Described[]] = [[], []];
  const problems: FiledProblem[] = [];
  for (const row of crystals) {
    const one = representation.describe(row.structure);
    const two = second?.representation.describe(row.structure);
    if (!one.ok) problems.push(notDescribed(row, representation, one.reason));
    else if (second && two?.ok === false) problems.push(notDescribed(row, second.representation, two.reason));
    else {
      rows.push(row);
      first.push(one);
      if (two?.ok) other.push(two);
    }
  }
  const matrix = describedMatrix(first);
  return {
    rows,
    problems,
    matrix: second ? weightedUnion(matrix, describedMatrix(other), second.alpha) : matrix,
  };
}

function notDescribed(
  { file, block }: CrystalRow,
  { descriptor }: ConfiguredRepresentation,
  reason: string,
): FiledProblem {
  const what = block === "" ? "" : `${block}: `;
  const message = `${what}${descriptor}: ${reason}. It is left out.`;
  return { code: "not-described", severity: "error", line: null, column: null, message, file };
}
