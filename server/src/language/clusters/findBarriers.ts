import type { ClusterBarriersOutcome, FoundBarrier, BarriersProgress } from "../../protocol/clusterBarriers";
import type { ClusteredSet } from "./clusterCompounds";
import type { ClusterPool } from "./clusterThreads";
import { reasonOf } from "./compoundSet";

type Tell = (found: readonly FoundBarrier[], progress: BarriersProgress) => void;

/** Milliseconds between two tellings. */
const interval = 250;

/** Computes the activation energies of compounds that have none, and enters them; what is found stays when it is cancelled. */
export async function findBarriers(
  set: ClusteredSet,
  indices: readonly number[],
  pool: ClusterPool,
  tell: Tell,
  signal: AbortSignal,
): Promise<ClusterBarriersOutcome> {
  const wanted = indices.filter((index) => Number.isNaN(set.barriers[index] ?? 0));
  let found: FoundBarrier[] = [];
  let done = 0;
  const tellFound = () => {
    tell(found, { done, total: wanted.length });
    found = [];
  };
  const timer = setInterval(tellFound, interval);
  const asked: Promise<void>[] = [];
  for (const index of wanted) {
    await pool.free();
    if (signal.aborted) break;
    asked.push(
      barrierOf(set, index, pool, signal).then((barrier) => {
        if (signal.aborted) return;
        set.barriers[index] = barrier.energy ?? NaN;
        found.push(barrier);
        done++;
      }),
    );
  }
  await Promise.all(asked);
  clearInterval(timer);
  tellFound();
  return { kind: signal.aborted ? "cancelled" : "finished" };
}

async function barrierOf(
  { compounds }: ClusteredSet,
  index: number,
  pool: ClusterPool,
  signal: AbortSignal,
): Promise<FoundBarrier> {
  const compound = compounds[index];
  if (!compound) return { index, energy: null, reason: "There is no such compound." };
  const { block, row } = compound;
  const reply = await pool.run({ kind: "barrier", block, code: row.block }, signal);
  if (reply.kind !== "barrier") return { index, energy: null, reason: reasonOf(reply) };
  return { index, energy: reply.energy, reason: reply.reason };
}
