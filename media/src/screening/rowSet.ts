/** The rows that a mask lets through, of so many; all of them without one. */
export function rowsOf(count: number, mask: Float32Array | undefined): number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (mask === undefined || mask[row] === 1) rows.push(row);
  return rows;
}

/** More points than this make a chart slow and no clearer. */
const mostPoints = 20_000;

/** All these rows, or of very many the candidates and every so many of the others. */
export function drawnRows(pSi: Float32Array, rows: readonly number[]): readonly number[] {
  const step = Math.ceil(rows.length / mostPoints);
  if (step <= 1) return rows;
  return rows.filter((row, place) => (pSi[row] ?? 0) >= 0.5 || place % step === 0);
}
