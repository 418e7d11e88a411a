import type { ColumnRange } from "../../../server/src/protocol/screening";

/** Equal bins of P_SI, which end at 1. */
export interface Bins {
  readonly from: number;
  readonly width: number;
  readonly count: number;
}

export function binsFrom(from: number, count: number): Bins {
  return { from, width: (1 - from) / count, count };
}

/** How many of these rows have their P_SI in each bin; what lies outside is not counted. */
export function countPSi(pSi: Float32Array, rows: readonly number[], bins: Bins): number[] {
  const counts = new Array<number>(bins.count).fill(0);
  for (const row of rows) {
    const bin = binOf(pSi[row] ?? NaN, bins);
    if (bin !== undefined) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

export function binOf(value: number, bins: Bins): number | undefined {
  const near = Math.floor((value - bins.from) / bins.width);
  return [near - 1, near, near + 1].find((bin) => {
    const { from, to } = rangeOfBin(bins, bin);
    return bin >= 0 && bin < bins.count && value >= from && value < to;
  });
}

/** What lies in a bin; the last one holds its upper end too. */
export function rangeOfBin({ from, width, count }: Bins, bin: number): ColumnRange {
  // P_SI comes as 32-bit floats, and a bit of rounding puts 0.15 below the bin that it begins.
  const edge = (place: number) => from + (place - 1e-6) * width;
  return { column: "pSi", from: edge(bin), to: edge(bin === count - 1 ? count + 1 : bin + 1) };
}
