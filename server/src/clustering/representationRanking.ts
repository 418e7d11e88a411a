/** A way to represent crystals, with how well its clusters sort labels. */
export interface RankedRepresentation<Representation> {
  readonly representation: Representation;
  /** From 1, by rising mean. */
  readonly rank: number;
  /** Of the variances at the depths of the ranking. */
  readonly mean: number;
  /** Those variances, in order of depth. */
  readonly values: Float64Array;
}

/** Depths that the thesis ranks by (figure 2.2). */
export const rankingDepths = { from: 2, to: 50 } as const;

/**
 * Representations by the mean of their label variance over a range of depths, the lowest first; equals keep their order.
 *
 * @param variance Of a representation, for 1, 2, 3... clusters.
 */
export function rankRepresentations<Representation>(
  representations: readonly Representation[],
  variance: (representation: Representation) => Float64Array,
  { from, to }: { readonly from: number; readonly to: number } = rankingDepths,
): RankedRepresentation<Representation>[] {
  return representations
    .map((representation) => {
      const values = variance(representation).slice(from - 1, to);
      return { representation, values, mean: values.reduce((sum, value) => sum + value, 0) / values.length };
    })
    .sort((a, b) => a.mean - b.mean)
    .map((one, i) => ({ ...one, rank: i + 1 }));
}
