import type { VarianceCurve } from "./clusters";
import type { Refused } from "./values";

/**
 * Client -> server, a request that lasts as long as it takes: activation energies of compounds that have none, by bond-valence
 * site energies. They are told as they come, and so is W_Ea of all that are known then.
 */
export const clusterBarriersMethod = "superion/clusters/barriers";

export interface ClusterBarriersParams {
  readonly id: string;
  /** Of which compounds, by index; `null` for all. */
  readonly indices: readonly number[] | null;
}

export type ClusterBarriersOutcome = { readonly kind: "finished" | "cancelled" } | Refused;

/** Server -> client, a notification, at most four a second. */
export const barriersFoundMethod = "superion/clusters/barriersFound";

export type BarriersNotification = {
  readonly id: string;
} & (
  | ({ readonly kind: "found"; readonly found: readonly FoundBarrier[] } & BarriersProgress)
  /** Comes last; `null` with fewer than two barriers. */
  | { readonly kind: "curve"; readonly curve: VarianceCurve | null }
);

export interface BarriersProgress {
  readonly done: number;
  readonly total: number;
}

export interface FoundBarrier {
  /** Of the compound. */
  readonly index: number;
  /** Electronvolt, in three dimensions, 20 where there is no way; `null` where it cannot be computed. */
  readonly energy: number | null;
  /** Why it cannot be computed. */
  readonly reason: string | null;
}
