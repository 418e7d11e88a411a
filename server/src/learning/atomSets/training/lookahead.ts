/** How often the slow weights follow, and how much of the way they go. */
const [period, slowStep] = [6, 0.5];

/**
 * Lookahead: k steps forward, one step back (Zhang et al., arXiv:1907.08610). After every sixth step of another optimiser
 * the slow weights go half of the way to its weights, which begin anew from there.
 */
export class Lookahead {
  private readonly slow: readonly Float64Array[];
  private steps = 0;

  /** @param parameters that the other optimiser changes; {@link follow} changes them too. */
  constructor(private readonly parameters: readonly Float64Array[]) {
    this.slow = parameters.map((array) => array.slice());
  }

  /** To be called after each step of the other optimiser. */
  follow(): void {
    this.steps++;
    if (this.steps % period !== 0) return;
    this.parameters.forEach((fast, i) => {
      const slow = this.slow[i] ?? fast;
      for (let k = 0; k < fast.length; k++) {
        const start = slow[k] ?? 0;
        slow[k] = start + slowStep * ((fast[k] ?? 0) - start);
      }
      fast.set(slow);
    });
  }
}
