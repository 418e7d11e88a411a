/** A rate that rises and falls between two bounds. */
export interface CyclicalRate {
  readonly initial: number;
  readonly maximum: number;
  /** Steps, or epochs, from the initial rate to the maximum. */
  readonly halfCycle: number;
}

/** The policy "triangular2": triangles whose height halves with each cycle (Smith, arXiv:1506.01186). */
export function triangular2({ initial, maximum, halfCycle }: CyclicalRate, step: number): number {
  const cycle = Math.floor(step / (2 * halfCycle));
  const place = step / halfCycle - 2 * cycle;
  return initial + ((maximum - initial) * (1 - Math.abs(place - 1))) / 2 ** cycle;
}
