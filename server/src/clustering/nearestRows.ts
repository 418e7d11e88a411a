/** The nearest rows of each, nearest first, the row itself before all others. */
export interface NearestRows {
  readonly indices: number[][];
  /** Euclidean. */
  readonly distances: number[][];
}

/**
 * The exact nearest rows, for rows that spread most along their first number, as principal components do: whatever lies
 * farther than the farthest neighbour along that number alone is not looked at.
 *
 * @param values Row by row, `columns` numbers each.
 * @param count Of each row, itself among them; at most as many as there are rows.
 */
export function nearestRows(values: Float64Array, columns: number, count: number): NearestRows {
  const rows = columns > 0 ? values.length / columns : 0;
  const along = (row: number) => values[row * columns] ?? 0;
  const order = Int32Array.from({ length: rows }, (_, row) => row).sort(
    (a, b) => along(a) - along(b) || a - b,
  );
  const found: NearestRows = { indices: new Array<number[]>(rows), distances: new Array<number[]>(rows) };
  for (const [place, row] of order.entries()) {
    const nearest = new Nearest(count, row);
    const reach = (other: number) => (along(other) - along(row)) ** 2;
    for (let [below, above] = [place - 1, place + 1]; below >= 0 || above < rows;) {
      const [left, right] = [order[below] ?? -1, order[above] ?? -1];
      const isLeft = right < 0 || (left >= 0 && reach(left) <= reach(right));
      const other = isLeft ? left : right;
      if (reach(other) > nearest.worst) break;
      nearest.offer(other, squaredDistance(values, columns, row, other, nearest.worst));
      if (isLeft) below--;
      else above++;
    }
    found.indices[row] = nearest.rows;
    found.distances[row] = nearest.squares.map(Math.sqrt);
  }
  return found;
}

/** The nearest so far, nearest first, equals by their number. */
class Nearest {
  readonly rows: number[];
  readonly squares = [0];

  constructor(
    private readonly count: number,
    own: number,
  ) {
    this.rows = [own];
  }

  get worst(): number {
    return this.rows.length < this.count ? Infinity : (this.squares.at(-1) ?? 0);
  }

  offer(row: number, square: number): void {
    if (square > this.worst) return;
    let place = this.rows.length;
    while (place > 1 && this.isBehind(place - 1, row, square)) place--;
    this.rows.splice(place, 0, row);
    this.squares.splice(place, 0, square);
    if (this.rows.length > this.count) {
      this.rows.pop();
      this.squares.pop();
    }
  }

  private isBehind(place: number, row: number, square: number): boolean {
    const own = this.squares[place] ?? 0;
    return own > square || (own === square && (this.rows[place] ?? 0) > row);
  }
}

/** Stops where it is too far already. */
function squaredDistance(
  values: Float64Array,
  columns: number,
  one: number,
  other: number,
  most: number,
): number {
  let sum = 0;
  for (let k = 0; k < columns && sum <= most; k++) {
    const difference = (values[one * columns + k] ?? 0) - (values[other * columns + k] ?? 0);
    sum += difference * difference;
  }
  return sum;
}
