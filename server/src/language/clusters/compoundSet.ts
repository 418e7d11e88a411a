import type { DescribedText } from "../../clustering/describedVectors";
import type { FeatureMatrix } from "../../clustering/featureMatrix";
import type { DescriptorPair, UndescribedCompound } from "../../protocol/clusters";
import type { ScreeningRow } from "../../protocol/screening";
import type { BlockToScreen } from "../../screening/screener";
import type { ClusterBlocks } from "./clusterInput";
import type { ClusterReply, DescribedVectors, SharedMatrix } from "./clusterTask";
import type { ClusterPool } from "./clusterThreads";

/** A compound that can be described, as long as its panel is open. */
export interface Compound {
  readonly row: ScreeningRow;
  /** Numbers in databases, `icsd-1234`. */
  readonly identifiers: readonly string[];
  readonly block: BlockToScreen;
  /** As `crystalText.ts` writes it; `null` where it cannot be matched. */
  readonly crystal: string | null;
  /** From the user's table, eV. */
  readonly activationEnergy: number | null;
}

export interface DescribedSet {
  readonly compounds: readonly Compound[];
  /** Of each compound, a vector for each pair. */
  readonly vectors: readonly (readonly DescribedText[])[];
  readonly undescribed: readonly UndescribedCompound[];
}

/** The thesis clusters 26 000; texts of the compounds stay in memory. */
const mostCompounds = 30_000;

/** Of fewer no tree tells anything. */
export const fewestCompounds = 3;

/**
 * Reads and describes compounds, in the order of their coming; stops when the signal is aborted.
 *
 * @throws RangeError where there are more than {@link mostCompounds}.
 */
export async function describeBlocks(
  blocks: ClusterBlocks,
  pairs: readonly DescriptorPair[],
  pool: ClusterPool,
  tell: (done: number, total: number | null) => void,
  signal: AbortSignal,
): Promise<DescribedSet> {
  const [asked, undescribed]: [Promise<readonly Introduced[]>[], UndescribedCompound[]] = [[], []];
  let done = 0;
  let total: number | null = null;
  for await (const source of blocks) {
    if (signal.aborted) break;
    if (source.kind === "problem") {
      undescribed.push({ file: source.file, block: "", reason: source.message });
      continue;
    }
    if (asked.length >= mostCompounds)
      throw new RangeError(
        `These are more than ${mostCompounds} compounds: screen them first, and cluster what a filter shows.`,
      );
    await pool.free();
    const { file, ...block } = source;
    const reply = pool.run({ kind: "introduce", block, pairs }, signal);
    asked.push(
      reply.then((answer) => {
        tell(++done, total);
        return introduced(file, block, answer);
      }),
    );
  }
  total = asked.length;
  const found = (await Promise.all(asked)).flat();
  const described = found.flatMap((one) => ("reason" in one ? [] : [one]));
  undescribed.push(...found.flatMap((one) => ("reason" in one ? [one] : [])));
  return {
    compounds: described.map(({ compound }) => compound),
    vectors: described.map(({ vectors }) => vectors),
    undescribed,
  };
}

type Introduced =
  { readonly compound: Compound; readonly vectors: readonly DescribedText[] } | UndescribedCompound;

function introduced(file: string, block: BlockToScreen, reply: ClusterReply): readonly Introduced[] {
  if (reply.kind !== "introduced") return [{ file, block: "", reason: reasonOf(reply) }];
  return reply.compounds.map(({ screened: { row, identifiers, crystal }, vectors }) =>
    vectors.ok
      ? {
          compound: { row: { ...row, file }, identifiers, block, crystal, activationEnergy: null },
          vectors: vectors.vectors,
        }
      : { file, block: row.block, reason: vectors.reason },
  );
}

/** Describes compounds that are read already: of each its vectors or why it has none. */
export async function describeAgain(
  compounds: readonly Compound[],
  pairs: readonly DescriptorPair[],
  pool: ClusterPool,
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<readonly DescribedVectors[]> {
  const asked: Promise<DescribedVectors>[] = [];
  let done = 0;
  for (const { block, row } of compounds) {
    if (signal.aborted) break;
    await pool.free();
    const reply = pool.run({ kind: "describe", block, code: row.block, pairs }, signal);
    asked.push(
      reply.then((answer) => {
        tell(++done);
        return answer.kind === "described" ? answer.vectors : { ok: false, reason: reasonOf(answer) };
      }),
    );
  }
  return Promise.all(asked);
}

/** In words why a thread did not give what it was asked for. */
export function reasonOf(reply: ClusterReply): string {
  if (reply.kind !== "failed") return "The thread gave another answer than it was asked for.";
  return reply.cause === "time-limit" || reply.cause === "worker-died"
    ? `Given up: ${reply.reason}.`
    : reply.reason;
}

export function shared({ rows, columns, values }: FeatureMatrix): SharedMatrix {
  const buffer = new SharedArrayBuffer(8 * values.length);
  new Float64Array(buffer).set(values);
  return { rows, columns, values: buffer };
}
