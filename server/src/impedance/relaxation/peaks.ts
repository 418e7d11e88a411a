/** One process in a distribution of relaxation times. */
export interface RelaxationPeak {
  /** Of its top, seconds. */
  readonly time: number;
  /** Hertz. */
  readonly frequency: number;
  /** Its area from valley to valley, ohm. */
  readonly resistance: number;
}

/** Smaller peaks, as a share of the area of all, are noise. */
const leastShare = 0.01;

/** The peaks of gamma, the fastest first, for times `step` apart in their natural logarithm. */
export function peaksOf(times: Float64Array, gamma: Float64Array, step: number): RelaxationPeak[] {
  const total = gamma.reduce((sum, value) => sum + value, 0) * step;
  const at = (k: number) => gamma[k] ?? 0;
  const tops = [...gamma.keys()].filter((k) => at(k) > at(k - 1) && at(k) >= at(k + 1));
  const peaks = tops.map((top) => {
    let [from, to] = [top, top];
    while (from > 0 && at(from - 1) < at(from)) from--;
    while (to < gamma.length - 1 && at(to + 1) <= at(to) && at(to) > 0) to++;
    const resistance = gamma.subarray(from, to + 1).reduce((sum, value) => sum + value, 0) * step;
    const time = times[top] ?? NaN;
    return { time, frequency: 1 / (2 * Math.PI * time), resistance };
  });
  return peaks.filter(({ resistance }) => resistance > leastShare * total);
}
