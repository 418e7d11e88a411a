/** The table has a point every 1/256, up to where the function is a straight line to the last bit. */
const [pointsPerUnit, farthest] = [256, 37];
const terms = 4;
const table = tabulate();

/**
 * log(1 + exp x) - log 2 in place: softplus shifted through the origin (Chen et al., Chem. Mater. 31, 3564, 2019). It is
 * x / 2 and an even rest, log cosh(x / 2), which comes from its Taylor series about the nearest point of a table, to 1e-13:
 * several times as fast as by an exponential and a logarithm.
 */
export function softplus2(values: Float64Array): void {
  const series = table;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? 0;
    const size = Math.abs(x);
    if (size > farthest) {
      values[i] = Math.max(x, 0) - Math.LN2;
      continue;
    }
    const point = (size * pointsPerUnit + 0.5) | 0;
    const d = size - point / pointsPerUnit;
    const at = terms * point;
    const slope = ((series[at + 3] ?? 0) * d + (series[at + 2] ?? 0)) * d + (series[at + 1] ?? 0);
    values[i] = 0.5 * x + (slope * d + (series[at] ?? 0));
  }
}

/** The first terms of the Taylor series of log cosh(x / 2) about each point. */
function tabulate(): Float64Array {
  const points = farthest * pointsPerUnit + 1;
  const series = new Float64Array(terms * points);
  for (let point = 0; point < points; point++) {
    const x = point / pointsPerUnit;
    const t = Math.tanh(x / 2);
    const rest = x / 2 + Math.log1p(Math.exp(-x)) - Math.LN2;
    series.set([rest, t / 2, (1 - t * t) / 8, (-t * (1 - t * t)) / 24], terms * point);
  }
  return series;
}
