import type { DenseLayer } from "../../src/graph/dense";
import { fromHalf, toHalf } from "../../src/graph/float16";
import {
  classify,
  mapAtomSets,
  type AtomFeatures,
  type AtomSets,
} from "../../src/learning/atomSets/atomSets";
import { findFactors } from "../../src/learning/atomSets/factorisation";
import { tensorProduct } from "../../src/learning/atomSets/training/tensorProduct";

export interface Compaction {
  readonly members: readonly AtomSets<DenseLayer>[];
  /** By which the layers may change, of their deviation. */
  readonly tolerance: number;
  /** By which P_SI changes at most on the structures that it was tried on. */
  readonly largestChange: number;
}

/** P_SI may change by as much on any structure. */
const allowedChange = 1e-3;

/** Tried from the coarsest on. */
const tolerances = [0.2, 0.14, 0.1, 0.07, 0.05, 0.035, 0.025, 0.018, 0.012, 0.008, 0.005, 0.002, 0];

/**
 * The members with kernels as thin as P_SI allows, rounded to half precision.
 *
 * @param examples on which the factors are found, standardised.
 * @param trials other structures, on which the change of P_SI is measured.
 */
export function compact(
  members: readonly AtomSets[],
  examples: readonly AtomFeatures[],
  trials: readonly AtomFeatures[],
): Compaction {
  const all = [...examples, ...trials];
  const exact = meanProbabilities(members, all);
  const factors = members.map((member) => findFactors(member, examples, tensorProduct));
  for (const tolerance of tolerances) {
    const thin = factors.map((at) => inHalfPrecision(at(tolerance)));
    const changed = meanProbabilities(thin, all);
    const largestChange = Math.max(...exact.map((p, i) => Math.abs(p - (changed[i] ?? NaN))));
    if (largestChange < allowedChange) return { members: thin, tolerance, largestChange };
  }
  throw new RangeError("half precision changes P_SI by more than is allowed");
}

function meanProbabilities(
  members: readonly AtomSets<DenseLayer>[],
  structures: readonly AtomFeatures[],
): number[] {
  return structures.map(
    (features) => members.reduce((sum, member) => sum + classify(member, features), 0) / members.length,
  );
}

function inHalfPrecision(member: AtomSets<DenseLayer>): AtomSets<DenseLayer> {
  const round = (values: Float64Array) => values.map((value) => fromHalf(toHalf(value)));
  return mapAtomSets(member, (layer): DenseLayer =>
    "rank" in layer
      ? { ...layer, left: round(layer.left), right: round(layer.right) }
      : { ...layer, kernel: round(layer.kernel) },
  );
}
