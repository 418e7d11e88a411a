import type { Labels } from "../../clustering/labelVariance";
import type { ClusteringOutcome, ClusteringProgress, StartClusteringParams } from "../../protocol/clusters";
import { readScreeningTable, type ScreeningTable } from "../../screening/screeningTable";
import { readInput } from "./clusterInput";
import { findLabels } from "./clusterLabels";
import type { ClusterThreads } from "./clusterThreads";
import { describeBlocks, pairsOf, type Compound, type DescribedSet } from "./compoundSet";
import { growTree, type GrownTree } from "./growTree";

/** Compounds in their tree. */
export interface ClusteredSet extends GrownTree, Pick<DescribedSet, "compounds" | "undescribed"> {
  readonly labels: Labels;
  /** What is worth knowing, in words. */
  readonly notices: readonly string[];
}

export type ClusteredCompounds =
  | { readonly kind: "clustered"; readonly set: ClusteredSet }
  | Exclude<ClusteringOutcome, { kind: "clustered" }>;

const fewestCompounds = 3;
const fewLabels =
  "Fewer than two of the compounds have a measured conductivity, so that clusters cannot be judged by it: choose a table of your own by Change.";

/**
 * Reads, describes and clusters.
 *
 * @throws Error with a reason for the user where a file cannot be read.
 */
export async function clusterCompounds(
  params: Omit<StartClusteringParams, "id" | "jobs">,
  threads: ClusterThreads,
  tell: (progress: Omit<ClusteringProgress, "id">) => void,
  signal: AbortSignal,
): Promise<ClusteredCompounds> {
  const found = await describeInput(params, threads, tell, signal);
  if (found.kind !== "described") return found;
  const { compounds, vectors, undescribed } = found.set;
  if (compounds.length < fewestCompounds) return { kind: "refused", reason: tooFew(found.set), undescribed };
  const rows = compounds.map(({ row }) => row);
  const { labels, notices } = await findLabels(params.labels, rows);
  const merges = compounds.length - 1;
  const growth = await growTree(
    vectors,
    params.representation,
    labels,
    threads,
    (share) => {
      tell({ state: share < 1 ? "merging" : "comparing", done: Math.round(share * merges), total: merges });
    },
    signal,
  );
  if (growth.kind === "cancelled") return growth;
  if (growth.kind === "refused") return { ...growth, undescribed };
  const { grown } = growth;
  const told = grown.curve === null ? [fewLabels, ...notices] : notices;
  return { kind: "clustered", set: { ...grown, compounds, labels, undescribed, notices: told } };
}

type DescribedInput =
  | { readonly kind: "described"; readonly set: DescribedSet }
  | Exclude<ClusteringOutcome, { kind: "clustered" }>;

async function describeInput(
  { input, representation, table: path }: Omit<StartClusteringParams, "id" | "jobs">,
  threads: ClusterThreads,
  tell: (progress: Omit<ClusteringProgress, "id">) => void,
  signal: AbortSignal,
): Promise<DescribedInput> {
  const read = await readInput(input);
  if (read.kind === "refused") return { ...read, undescribed: [] };
  const parsed = path === null ? undefined : await readScreeningTable(path);
  if (parsed?.kind === "refused") return { ...parsed, undescribed: [] };
  const told = (done: number, total: number | null) => {
    tell({ state: "describing", done, total });
  };
  const set = await threads.many((pool) =>
    describeBlocks(read.blocks, pairsOf(representation), pool, told, signal),
  );
  if (signal.aborted) return { kind: "cancelled" };
  const compounds = parsed ? set.compounds.map((one) => extended(one, parsed.table)) : set.compounds;
  return { kind: "described", set: { ...set, compounds } };
}

function extended(compound: Compound, table: ScreeningTable): Compound {
  return { ...compound, row: table.extend(compound.row, compound.identifiers) };
}

function tooFew({ compounds, undescribed }: DescribedSet): string {
  const [first] = undescribed;
  const described = compounds.length === 1 ? "1 compound" : `${compounds.length} compounds`;
  const others = first === undefined ? "" : ` ${first.block || first.file}: ${first.reason}`;
  return `Only ${described} could be described, and clustering takes ${fewestCompounds} or more.${others}`;
}
