import { elements } from "../crystal/elements";
import type { Occupant } from "../crystal/structure";
import type { ParentModel } from "./parentModel";

/** An element whose embedding points into nearly the same direction as that of a site. */
export interface SimilarElement {
  readonly symbol: string;
  /** Cosine of the angle between the two embeddings, -1 to 1. */
  readonly cosine: number;
}

/** Elements that a parent has never met keep embeddings shorter than this; those of the others are longer than 0.6. */
const shortest = 0.3;

/**
 * The element that a site looks like to a parent: the one with the nearest embedding by cosine. A site of one element
 * alone looks like that: the next one is told.
 *
 * @param embedding of the site, as many numbers as the parent's embeddings have.
 */
export function similarElement(
  { embedding: { elements: known, width, values } }: ParentModel,
  embedding: Float64Array,
  occupants: readonly Occupant[],
): SimilarElement | undefined {
  const own = new Set(occupants.map(({ element }) => element));
  const [only] = own.size === 1 ? own : [];
  const length = Math.hypot(...embedding);
  let best: SimilarElement | undefined;
  for (const { atomicNumber, symbol } of length > 0 ? elements : []) {
    const row = values.subarray(atomicNumber * width, (atomicNumber + 1) * width);
    const rowLength = Math.hypot(...row);
    if (atomicNumber >= known || symbol === only || rowLength < shortest) continue;
    const cosine = row.reduce((sum, value, k) => sum + value * (embedding[k] ?? 0), 0) / (length * rowLength);
    if (cosine > (best?.cosine ?? -Infinity)) best = { symbol, cosine };
  }
  return best;
}
