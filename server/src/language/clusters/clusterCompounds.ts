import { resolve } from "node:path";
import { barrierLabels } from "../../clustering/clusterAnalysis";
import type { Labels } from "../../clustering/labelVariance";
import type {
  ClusteringOutcome,
  ClusteringProgress,
  StartClusteringParams,
  UndescribedCompound,
} from "../../protocol/clusters";
import type { ScreeningRow } from "../../protocol/screening";
import { readScreeningTable, type ScreeningTable } from "../../screening/screeningTable";
import { sourceBlocks } from "../../screening/sources/sourceBlocks";
import { readInput, type ClusterBlocks } from "./clusterInput";
import { labelLookup, type FoundLabels } from "./clusterLabels";
import type { ClusterThreads } from "./clusterThreads";
import { describeBlocks, fewestCompounds, type Compound, type DescribedSet } from "./compoundSet";
import { growTree, type GrownTree } from "./growTree";
import { faultOf, pairsOf } from "./settledPairs";

/** Compounds in their tree. */
export interface ClusteredSet extends GrownTree, Pick<DescribedSet, "compounds" | "undescribed"> {
  readonly labels: Labels;
  /** Activation energies, eV; NaN where none is known. */
  readonly barriers: Float64Array;
  /** What is worth knowing, in words. */
  readonly notices: readonly string[];
}

export type ClusteredCompounds =
  | { readonly kind: "clustered"; readonly set: ClusteredSet }
  | Exclude<ClusteringOutcome, { kind: "clustered" }>;

type ClusteringParams = Omit<StartClusteringParams, "id" | "jobs">;
type Tell = (progress: Omit<ClusteringProgress, "id">) => void;

const fewLabels =
  "Fewer than two of the compounds have a measured conductivity, so that clusters cannot be judged by it: choose a table of your own by Change.";

/**
 * Reads, describes and clusters.
 *
 * @throws Error with a reason for the user where a file cannot be read.
 */
export async function clusterCompounds(
  params: ClusteringParams,
  threads: ClusterThreads,
  tell: Tell,
  signal: AbortSignal,
): Promise<ClusteredCompounds> {
  const found = await describeInput(params, threads, tell, signal);
  if (found.kind !== "described") return found;
  const { compounds, vectors, undescribed, labels, notices } = found.set;
  if (compounds.length < fewestCompounds) return { kind: "refused", reason: tooFew(found.set), undescribed };
  const barriers = Float64Array.from(compounds, ({ activationEnergy }) => activationEnergy ?? NaN);
  const growth = await growTree(
    vectors,
    params.representation,
    { labels, barriers: barrierLabels(barriers) },
    threads,
    tell,
    signal,
  );
  if (growth.kind === "cancelled") return growth;
  if (growth.kind === "refused") return { ...growth, undescribed };
  const { grown } = growth;
  const told = grown.curve === null ? [fewLabels, ...notices] : notices;
  return { kind: "clustered", set: { ...grown, compounds, labels, barriers, undescribed, notices: told } };
}

type LabelledSet = DescribedSet & Pick<FoundLabels, "labels" | "notices">;

type DescribedInput =
  | { readonly kind: "described"; readonly set: LabelledSet }
  | Exclude<ClusteringOutcome, { kind: "clustered" }>;

/** The compounds with their vectors and labels, and after them those that were measured besides. */
async function describeInput(
  { input, representation, table: path, labels: source }: ClusteringParams,
  threads: ClusterThreads,
  tell: Tell,
  signal: AbortSignal,
): Promise<DescribedInput> {
  const fault = faultOf(representation);
  if (fault !== undefined) return { kind: "refused", reason: fault, undescribed: [] };
  const read = await readInput(input);
  if (read.kind === "refused") return { ...read, undescribed: [] };
  const parsed = path === null ? undefined : await readScreeningTable(path);
  if (parsed?.kind === "refused") return { ...parsed, undescribed: [] };
  const lookup = await labelLookup(source);
  const told = (done: number, total: number | null) => {
    tell({ state: "describing", done, total });
  };
  const set = await threads.many(async (pool) => {
    const described = (blocks: ClusterBlocks) =>
      describeBlocks(blocks, pairsOf(representation), pool, told, signal);
    const asked = await described(read.blocks);
    const found = lookup.find(asked.compounds);
    const added = await described(sourceBlocks(found.others));
    const { labels } = lookup.find(added.compounds);
    return withLabelled({ ...asked, ...found }, { ...added, labels });
  });
  if (signal.aborted) return { kind: "cancelled" };
  const compounds = parsed ? set.compounds.map((one) => extended(one, parsed.table)) : set.compounds;
  return { kind: "described", set: { ...set, compounds } };
}

/** A file that holds a measured crystal may hold others too, and some that are known already: these stay away. */
function withLabelled(set: LabelledSet, added: DescribedSet & Pick<FoundLabels, "labels">): LabelledSet {
  const known = new Set([...set.compounds.map(({ row }) => row), ...set.undescribed].map(nameOf));
  const isNew = added.compounds.map(
    ({ row }, place) => !known.has(nameOf(row)) && !Number.isNaN(added.labels[place] ?? NaN),
  );
  const ofNew = (_: unknown, place: number) => isNew[place] === true;
  return {
    ...set,
    compounds: [...set.compounds, ...added.compounds.filter(ofNew)],
    vectors: [...set.vectors, ...added.vectors.filter(ofNew)],
    labels: Float64Array.of(...set.labels, ...added.labels.filter(ofNew)),
    undescribed: [...set.undescribed, ...added.undescribed.filter((one) => !known.has(nameOf(one)))],
  };
}

function nameOf({ file, block }: UndescribedCompound | ScreeningRow): string {
  return `${resolve(file)}\n${block}`;
}

function extended(compound: Compound, table: ScreeningTable): Compound {
  const { row, identifiers } = compound;
  const { activationEnergy = null } = table.find(row, identifiers) ?? {};
  return { ...compound, row: table.extend(row, identifiers), activationEnergy };
}

function tooFew({ compounds, undescribed }: DescribedSet): string {
  const [first] = undescribed;
  const described = compounds.length === 1 ? "1 compound" : `${compounds.length} compounds`;
  const others = first === undefined ? "" : ` ${first.block || first.file}: ${first.reason}`;
  return `Only ${described} could be described, and clustering takes ${fewestCompounds} or more.${others}`;
}
