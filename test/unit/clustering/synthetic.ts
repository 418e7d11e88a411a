import Papa from "papaparse";
import { featureMatrix, type FeatureMatrix } from "../../../server/src/clustering/featureMatrix";
import { readSharedText } from "../../support/shared";

interface Means {
  readonly plain_mean: readonly number[];
  readonly plain_std: readonly number[];
  readonly frozen_mean: readonly number[];
  readonly frozen_std: readonly number[];
}

interface Reference {
  readonly linkage: readonly (readonly [number, number, number, number])[];
  readonly merge_heights_ascending: readonly number[];
  readonly cuts_by_first_appearance: Readonly<Record<string, readonly number[]>>;
  readonly W_sigma_plain_k_1_to_50: readonly number[];
  readonly W_sigma_frozen_k_1_to_50: readonly number[];
  readonly control_100_repeats_seed_7: { readonly shuffled: Means };
}

export interface Synthetic {
  readonly matrix: FeatureMatrix;
  /** NaN where there is none. */
  readonly labels: Float64Array;
  readonly linkage: Reference["linkage"];
  readonly heights: readonly number[];
  readonly cuts: Readonly<Record<string, readonly number[]>>;
  /** From one cluster on. */
  readonly plain: readonly number[];
  readonly frozen: readonly number[];
  readonly control: Means;
}

/** The reference set: 500 rows of 30 numbers, 120 with a label, as SciPy and the thesis' published routine see it. */
export function readSynthetic(): Synthetic {
  const reference = JSON.parse(readSharedText("reference/clustering/synthetic.json")) as Reference;
  const { data } = Papa.parse<Record<string, string>>(
    readSharedText("reference/clustering/synthetic.csv").trim(),
    { header: true },
  );
  return {
    matrix: featureMatrix(
      data.map((row) =>
        Object.keys(row).flatMap((name) => (name.startsWith("x") ? [Number(row[name])] : [])),
      ),
    ),
    labels: Float64Array.from(data, ({ label }) => (label ? Number(label) : NaN)),
    linkage: reference.linkage,
    heights: reference.merge_heights_ascending,
    cuts: reference.cuts_by_first_appearance,
    plain: reference.W_sigma_plain_k_1_to_50,
    frozen: reference.W_sigma_frozen_k_1_to_50,
    control: reference.control_100_repeats_seed_7.shuffled,
  };
}
