/** A curve of how densely values lie. */
export interface Density {
  readonly at: readonly number[];
  /** The largest is 1. */
  readonly height: readonly number[];
}

const points = 64;
/** Widths of the kernel that the curve goes on beyond the outermost values. */
const beyond = 2;

/**
 * Gaussian kernel density with Silverman's width (Density Estimation, 1986, eq. 3.31), but at least `leastWidth`; for violins.
 *
 * @param values At least one.
 */
export function density(values: readonly number[], leastWidth: number): Density {
  const sorted = values.toSorted((one, other) => one - other);
  const width = Math.max(leastWidth, silverman(sorted));
  const [from, to] = [(sorted[0] ?? 0) - beyond * width, (sorted.at(-1) ?? 0) + beyond * width];
  const at = Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));
  const sums = at.map((x) =>
    sorted.reduce((sum, value) => sum + Math.exp(-(((x - value) / width) ** 2) / 2), 0),
  );
  const most = Math.max(...sums);
  return { at, height: sums.map((sum) => sum / most) };
}

function silverman(sorted: readonly number[]): number {
  const count = sorted.length;
  if (count < 2) return 0;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1));
  const quartiles = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
  return 0.9 * Math.min(deviation, quartiles || deviation) * count ** -0.2;
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (place - Math.floor(place)) * (above - below);
}
