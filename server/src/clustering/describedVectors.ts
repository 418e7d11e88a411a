import { alignedMatrix } from "./alignedMatrix";
import { weightedUnion, type FeatureMatrix } from "./featureMatrix";
import type { Description } from "../descriptors/descriptor";

export type Described = Extract<Description, { readonly ok: true }>;

/** A vector as it travels between threads. */
export interface DescribedText {
  readonly values: Float64Array;
  /** Those of the values, a line each: one text travels faster than many. */
  readonly labels: string;
}

export function describedText({ values, labels }: Described): DescribedText {
  return { values, labels: labels.join("\n") };
}

/** What {@link describedText} put together; vectors with the same labels share one list of them. */
function fromTexts(texts: readonly DescribedText[]): Described[] {
  const known = new Map<string, readonly string[]>();
  return texts.map(({ values, labels: text }) => {
    const labels = known.get(text) ?? text.split("\n");
    known.set(text, labels);
    return { ok: true, values, labels };
  });
}

/** Of a matrix; more do not fit the memory. */
const mostNumbers = 1e8;

/** Vectors of crystals beside each other; in words why there is no such matrix. */
export function matrixOf(descriptions: readonly Described[]): FeatureMatrix | string {
  const names = new Set<string>();
  for (const { labels } of descriptions) for (const label of labels) names.add(label);
  if (names.size * descriptions.length > mostNumbers)
    return `vectors of ${names.size} numbers for ${descriptions.length} compounds are too many: choose a simplification with representative elements, such as can`;
  return alignedMatrix(descriptions.map(({ values, labels }) => ({ values, names: labels })));
}

/**
 * The vectors of one descriptor, or the union of those of two; in words why there is no such matrix.
 *
 * @param vectors Of each crystal, one for each descriptor.
 * @param alpha What the numbers of the second are multiplied by; absent where there is none.
 */
export function matrixOfTexts(
  vectors: readonly (readonly DescribedText[])[],
  alpha: number | undefined,
): FeatureMatrix | string {
  const matrixAt = (place: number) => matrixOf(fromTexts(vectors.flatMap((own) => own[place] ?? [])));
  const first = matrixAt(0);
  if (alpha === undefined || typeof first === "string") return first;
  const other = matrixAt(1);
  return typeof other === "string" ? other : weightedUnion(first, other, alpha);
}
