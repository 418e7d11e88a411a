/** Counts of values in equal bins. */
export interface Histogram {
  readonly from: number;
  readonly width: number;
  readonly ordered: readonly number[];
  readonly disordered: readonly number[];
}

/** The P_SI of ordered and of disordered compounds from `from` to 1, as in figure 4.7a of the thesis. */
export function countPSi(pSi: Float32Array, ordered: Float32Array, from: number, bins: number): Histogram {
  const width = (1 - from) / bins;
  const counts = { ordered: new Array<number>(bins).fill(0), disordered: new Array<number>(bins).fill(0) };
  pSi.forEach((value, row) => {
    const bin = binOf(value, from, width, bins);
    if (bin === undefined) return;
    const kind = ordered[row] === 1 ? counts.ordered : counts.disordered;
    kind[bin] = (kind[bin] ?? 0) + 1;
  });
  return { from, width, ...counts };
}

/** The rows whose P_SI lies in a bin. */
export function rowsInBin(pSi: Float32Array, { from, width, ordered }: Histogram, bin: number): number[] {
  const rows: number[] = [];
  pSi.forEach((value, row) => {
    if (binOf(value, from, width, ordered.length) === bin) rows.push(row);
  });
  return rows;
}

/** The last bin holds its upper end too; nothing for what lies outside. */
function binOf(value: number, from: number, width: number, bins: number): number | undefined {
  // P_SI comes as 32-bit floats, and a bit of rounding puts 0.15 below the bin that it begins.
  const bin = Math.floor((value - from) / width + 1e-6);
  if (bin === bins && value <= 1 + 1e-6) return bins - 1;
  return bin >= 0 && bin < bins ? bin : undefined;
}
