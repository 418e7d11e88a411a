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
  /** Of P_SI on the structures that it was tried on: the largest, and root mean square. */
  readonly change: { readonly largest: number; readonly usual: number };
}

/** Bytes that the members may take in a file. */
const mostBytes = 1.95e6;

/** Tried from the finest on. */
const tolerances = [0, 0.001, 0.002, 0.003, 0.005, 0.007, 0.01, 0.014, 0.02, 0.03, 0.04, 0.06, 0.1, 0.2];

/**
 * The members with kernels no thinner than the size of the file asks for, rounded to half precision.
 *
 * @param examples on which the factors are found, standardised.
 * @param trials other structures, on which the change of P_SI is measured too.
 */
export function compact(
  members: readonly AtomSets[],
  examples: readonly AtomFeatures[],
  trials: readonly AtomFeatures[],
): Compaction {
  const factors = members.map((member) => findFactors(member, examples, tensorProduct));
  for (const tolerance of tolerances) {
    const thin = factors.map((at) => inHalfPrecision(at(tolerance)));
    if (bytesOf(thin) > mostBytes) continue;
    const all = [...examples, ...trials];
    const exact = meanProbabilities(members, all);
    const changes = meanProbabilities(thin, all).map((p, i) => Math.abs(p - (exact[i] ?? NaN)));
    const squares = changes.reduce((sum, change) => sum + change * change, 0);
    return {
      members: thin,
      tolerance,
      change: { largest: Math.max(...changes), usual: Math.sqrt(squares / changes.length) },
    };
  }
  throw new RangeError("no tolerance makes the members small enough");
}

function bytesOf(members: readonly AtomSets<DenseLayer>[]): number {
  let bytes = 0;
  for (const member of members)
    mapAtomSets(member, (layer) => {
      const numbers = "rank" in layer ? layer.left.length + layer.right.length : layer.kernel.length;
      bytes += 2 * numbers + 4 * layer.bias.length;
    });
  return bytes;
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
