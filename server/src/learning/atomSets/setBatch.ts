import type { SetRows } from "../../graph/set2set";
import type { AtomFeatures } from "./atomFeatures";

/** The atoms of many structures, one below the other. */
export interface SetBatch extends SetRows {
  /** `rows x width`. */
  readonly values: Float64Array;
}

export function joinSets(sets: readonly AtomFeatures[]): SetBatch {
  const width = sets[0]?.width ?? 0;
  const offsets = new Uint32Array(sets.length + 1);
  sets.forEach(({ values }, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + values.length / width;
  });
  const rows = offsets[sets.length] ?? 0;
  const values = new Float64Array(rows * width);
  const weights = new Float64Array(rows);
  sets.forEach((set, i) => {
    values.set(set.values, (offsets[i] ?? 0) * width);
    weights.set(set.multiplicities, offsets[i]);
  });
  return { offsets, values, weights };
}
