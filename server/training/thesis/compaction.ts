import type { DenseLayer } from "../../src/graph/dense";
import { fromHalf, toHalf } from "../../src/graph/float16";
import { classify, mapAtomSets, type AtomSets } from "../../src/learning/atomSets/atomSets";
import type { AtomFeatures } from "../../src/learning/atomSets/atomFeatures";
import { findFactors } from "../../src/learning/atomSets/factorisation";

export interface Compaction {
  readonly members: readonly AtomSets<DenseLayer>[];
  /** By which what a member says changes at most, root mean square over structures. */
  readonly allowed: number;
  /** Of P_SI on the structures that it was tried on: the largest, and root mean square. */
  readonly change: { readonly largest: number; readonly usual: number };
}

/** By which layers may change, from the coarsest on. */
const tolerances = [0.1, 0.06, 0.04, 0.03, 0.02, 0.014, 0.01, 0.005, 0.002, 0];

/** By which members may change, from the finest on. */
const allowances = [0, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 3e-3, 5e-3, 7e-3, 0.01, 0.014, 0.02, 0.03, 0.05, 0.1];

/**
 * The members with kernels no thinner than the size of the file asks for, rounded to half precision. All members change
 * about as much: those that bear more become thinner.
 *
 * @param examples on which the factors are found, standardised.
 * @param trials other structures, on which the change of P_SI is measured too.
 * @param mostBytes that the members may take in a file.
 */
export function compact(
  members: readonly AtomSets[],
  examples: readonly AtomFeatures[],
  trials: readonly AtomFeatures[],
  mostBytes: number,
): Compaction {
  const structures = [...examples, ...trials];
  const exact = members.map((member) => probabilities(member, structures));
  const choices = members.map((member, i) => thinForms(member, exact[i] ?? [], examples, structures));
  for (const allowed of allowances) {
    const chosen = choices.flatMap(
      (forms) => forms.find(({ change }) => change <= allowed) ?? forms.slice(-1),
    );
    if (chosen.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes) continue;
    const changes = structures.map((_, k) =>
      chosen.reduce((sum, form, i) => sum + ((form.says[k] ?? NaN) - (exact[i]?.[k] ?? NaN)), 0),
    );
    const ofMean = changes.map((sum) => Math.abs(sum) / members.length);
    return {
      members: chosen.map(({ member }) => member),
      allowed,
      change: { largest: Math.max(...ofMean), usual: rootMeanSquare(ofMean) },
    };
  }
  throw new RangeError("no allowance makes the members small enough");
}

interface ThinForm {
  readonly member: AtomSets<DenseLayer>;
  readonly bytes: number;
  /** On each structure. */
  readonly says: readonly number[];
  /** Of what it says, root mean square. */
  readonly change: number;
}

/** A member in every thinness, the thinnest first. */
function thinForms(
  member: AtomSets,
  exact: readonly number[],
  examples: readonly AtomFeatures[],
  structures: readonly AtomFeatures[],
): ThinForm[] {
  return tolerances.map(findFactors(member, examples)).map((factored) => {
    const thin = inHalfPrecision(factored);
    const says = probabilities(thin, structures);
    const change = rootMeanSquare(says.map((p, k) => p - (exact[k] ?? NaN)));
    return { member: thin, bytes: bytesOf(thin), says, change };
  });
}

function probabilities(member: AtomSets<DenseLayer>, structures: readonly AtomFeatures[]): readonly number[] {
  return structures.map((features) => classify(member, features));
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

/** In a file, with kernels in half and biases in single precision. */
function bytesOf(member: AtomSets<DenseLayer>): number {
  let bytes = 0;
  mapAtomSets(member, (layer) => {
    const numbers = "rank" in layer ? layer.left.length + layer.right.length : layer.kernel.length;
    bytes += 2 * numbers + 4 * layer.bias.length;
  });
  return bytes;
}

function inHalfPrecision(member: AtomSets<DenseLayer>): AtomSets<DenseLayer> {
  const round = (values: Float64Array) => values.map((value) => fromHalf(toHalf(value)));
  return mapAtomSets(member, (layer): DenseLayer =>
    "rank" in layer
      ? { ...layer, left: round(layer.left), right: round(layer.right) }
      : { ...layer, kernel: round(layer.kernel) },
  );
}
