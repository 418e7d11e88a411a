/** Whole cells along a, b and c. */
export type Shift = readonly [number, number, number];

/**
 * What is connected in a crystal, and whether it goes on through all cells: a union of sets in which every member knows how
 * many cells away its set's first member is.
 */
export class PeriodicComponents {
  private readonly parents: Int32Array;
  /** From each member to its parent, `3 x members`. */
  private readonly shifts: Int32Array;

  constructor(members: number) {
    this.parents = Int32Array.from({ length: members }, (_, i) => i);
    this.shifts = new Int32Array(3 * members);
  }

  /**
   * Connects a member with one so many cells on. Where both were connected already, tells how many cells on the way leads back
   * to the same member: a way through the crystal where it is not zero.
   */
  connect(from: number, to: number, [i, j, k]: Shift): Shift | undefined {
    const [start, [a, b, c]] = this.first(from);
    const [end, [x, y, z]] = this.first(to);
    // From the first of one set to the first of the other.
    const between: Shift = [i + x - a, j + y - b, k + z - c];
    if (start === end) return between;
    this.parents[start] = end;
    this.shifts.set(between, 3 * start);
    return undefined;
  }

  /** The first member of a set, and how many cells on it is; ways to it become one step. */
  private first(member: number): readonly [number, Shift] {
    const path: number[] = [];
    let current = member;
    while ((this.parents[current] ?? current) !== current) {
      path.push(current);
      current = this.parents[current] ?? current;
    }
    let [i, j, k] = [0, 0, 0];
    for (const step of path.reverse()) {
      i += this.shifts[3 * step] ?? 0;
      j += this.shifts[3 * step + 1] ?? 0;
      k += this.shifts[3 * step + 2] ?? 0;
      this.parents[step] = current;
      this.shifts.set([i, j, k], 3 * step);
    }
    return [current, [i, j, k]];
  }
}
