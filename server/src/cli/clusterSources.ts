import type { Command } from "commander";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { CompoundProperties } from "../clustering/candidates";
import type { StatedOxidationStates } from "../crystal/oxidation/statedOxidationStates";
import { loadModel } from "../screening/modelFiles";
import { readScreeningTable, type ScreeningTable } from "../screening/screeningTable";
import { fromDescriptions, isDescriptions } from "./clusterDescriptions";
import type { ClusterInput, FiledProblem } from "./clusterInput";
import { readClusterTable, type NamedColumns } from "./clusterTable";
import { crystalRows, knownRows, labelledRows, type CrystalRow } from "./describedRows";
import { matrixOfTexts, type DescribedText } from "../clustering/describedVectors";
import type { DescribedCrystal } from "./describeTask";
import { describeCrystals } from "./describeThreads";
import { modelFolder, orUsageError } from "./modelFolder";
import type { ConfiguredRepresentation } from "../screening/representation";

export interface MatrixSource extends NamedColumns {
  /** Path of a table, or of what `superion describe` printed; - for standard input. */
  readonly matrix: string;
  /** Which descriptor of several. */
  readonly descriptor: string | undefined;
  /** Path of a table of conductivities, for what has no column of them. */
  readonly measurements: string | undefined;
}

/** Compounds with a row of features each. */
export async function fromMatrix(source: MatrixSource, command: Command): Promise<ClusterInput> {
  const { matrix: path, descriptor, measurements } = source;
  const content = await orUsageError(path === "-" ? text(process.stdin) : readFile(path, "utf8"), command);
  if (isDescriptions(content)) {
    const measured =
      measurements === undefined
        ? undefined
        : { text: await orUsageError(readFile(measurements, "utf8"), command), path: measurements };
    return fromDescriptions(content, path, descriptor, measured);
  }
  if (measurements !== undefined)
    command.error("error: a table names its column of conductivities by --labels, not by --measurements");
  const { problems, ...table } = readClusterTable(content, source);
  return { ...table, file: path, problems: problems.map((problem) => ({ ...problem, file: path })) };
}

export interface CrystalSource {
  readonly paths: readonly string[];
  readonly representation: ConfiguredRepresentation;
  /** A second one, whose vectors count times `alpha`. */
  readonly second: { readonly representation: ConfiguredRepresentation; readonly alpha: number } | undefined;
  /** Path of a table of conductivities. */
  readonly measurements: string | undefined;
  /** Whether crystals that Superion learned from have the conductivities that it knows of. */
  readonly known: boolean;
  /** Path of a table of E_hull, E_g and E_a. */
  readonly table: string | undefined;
  readonly oxidation: StatedOxidationStates | undefined;
  /** Whether activation energies are computed that the table does not have. */
  readonly barriers: boolean;
  /** Threads at most. */
  readonly jobs: number;
}

/** Crystals of files, described; one that a descriptor refuses is left out, with a problem that says why. */
export async function fromCrystals(source: CrystalSource, command: Command): Promise<ClusterInput> {
  const { paths, measurements, known } = source;
  const read = await crystalRows(paths, source.oxidation);
  const learned = known
    ? knownRows(read.rows, await orUsageError(loadModel(modelFolder), command))
    : read.rows;
  const measured =
    measurements === undefined
      ? { rows: learned, problems: [] }
      : labelledRows(learned, await orUsageError(readFile(measurements, "utf8"), command), measurements);
  const table = source.table === undefined ? undefined : await tableOf(source.table, command);
  const { rows, problems, ...found } = await described(measured.rows, source, table);
  return {
    file: paths[0] ?? measurements ?? "",
    rows: rows.map(({ file, block, formula }) => ({
      name: block === "" ? file : `${file}: ${block}`,
      ...{ file, block, formula },
    })),
    ...found,
    labels: measurements === undefined && !known ? undefined : Float64Array.from(rows, ({ label }) => label),
    problems: [...read.problems, ...measured.problems, ...problems],
  };
}

async function tableOf(path: string, command: Command): Promise<ScreeningTable> {
  const read = await orUsageError(readScreeningTable(path), command);
  return read.kind === "table" ? read.table : command.error(`error: ${read.reason}`);
}

/** What a table says of a crystal. */
function propertiesOf(row: CrystalRow, table: ScreeningTable | undefined): CompoundProperties {
  const known = table?.find(row, row.identifiers);
  return {
    energyAboveHull: known?.eHull ?? null,
    bandGap: known?.bandGap ?? null,
    activationEnergy: known?.activationEnergy ?? null,
  };
}

async function described(
  crystals: readonly CrystalRow[],
  source: CrystalSource,
  table: ScreeningTable | undefined,
) {
  const { representation, second } = source;
  const rows: CrystalRow[] = [];
  const properties: CompoundProperties[] = [];
  const vectors: (readonly DescribedText[])[] = [];
  const problems: FiledProblem[] = [];
  const known = crystals.map((row) => propertiesOf(row, table));
  const found = await describeCrystals(
    crystals.map(({ structure }, i) => ({
      structure,
      withBarrier: source.barriers && known[i]?.activationEnergy === null,
    })),
    second ? [representation, second.representation] : [representation],
    source.jobs,
  );
  for (const [i, row] of crystals.entries()) {
    const [one, own] = [found[i], known[i]];
    if (!one || !own) continue;
    if (!one.ok) problems.push(notDescribed(row, one));
    else {
      rows.push(row);
      vectors.push(one.vectors);
      properties.push({ ...own, activationEnergy: own.activationEnergy ?? one.barrier });
    }
  }
  const matrix = matrixOfTexts(vectors, second?.alpha);
  if (typeof matrix !== "string") return { rows, properties, problems, matrix };
  const [file, message] = [source.paths[0] ?? "", `${sentence(matrix)}.`];
  problems.push({ code: "too-many-features", severity: "error", line: null, column: null, message, file });
  return { rows: [], properties: [], problems, matrix: { rows: 0, columns: 0, values: new Float64Array() } };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function notDescribed(
  { file, block }: CrystalRow,
  { descriptor, reason }: Extract<DescribedCrystal, { ok: false }>,
): FiledProblem {
  const what = block === "" ? "" : `${block}: `;
  const message = `${what}${descriptor}: ${reason}. It is left out.`;
  return { code: "not-described", severity: "error", line: null, column: null, message, file };
}
