import { factorise, solve } from "./symmetricSystem";

/** Keeps twin columns from making a system singular. */
const ridge = 1 + 1e-12;
const leastShare = 1e-2;

/**
 * Sizes of the parts of a circuit by linear least squares, for thousands of choices of one column for each part. Only scalar
 * products of columns with each other and with the data count, hence they are computed once.
 */
export class PartSizes {
  /** For the parts of the last choice, none negative: 0 where a part wants to be negative. */
  private readonly sizes: Float64Array;
  private readonly width: number;
  private readonly products: Float64Array;
  private readonly right: Float64Array;
  private readonly total: number;
  /** Places in the choice that are not held at zero. */
  private readonly used: number[] = [];
  private readonly matrix: Float64Array;
  private readonly solution: Float64Array;

  /** @param partOf of each column, from 0: columns of one part never meet. */
  constructor(
    columns: readonly Float64Array[],
    partOf: readonly number[],
    private readonly parts: number,
    data: Float64Array,
  ) {
    this.width = columns.length;
    this.products = new Float64Array(this.width ** 2);
    this.right = new Float64Array(this.width);
    columns.forEach((own, a) => {
      this.right[a] = dot(own, data);
      for (let b = 0; b <= a; b++)
        if (a === b || partOf[a] !== partOf[b]) this.setProduct(a, b, dot(own, columns[b] ?? own));
    });
    this.total = dot(data, data);
    this.sizes = new Float64Array(parts);
    this.matrix = new Float64Array(parts * parts);
    this.solution = new Float64Array(parts);
  }

  private setProduct(a: number, b: number, value: number): void {
    this.products[a * this.width + b] = this.products[b * this.width + a] = value;
  }

  /** The sum of squares that the best sizes of the columns of a choice leave. */
  cost(choice: Int32Array): number {
    const { used, solution, sizes } = this;
    used.length = 0;
    for (let i = 0; i < this.parts; i++) used.push(i);
    for (;;) {
      this.solve(choice);
      const worst = this.mostNegative();
      if (worst < 0 || used.length === 1) break;
      used.splice(worst, 1);
    }
    sizes.fill(0);
    let gain = 0;
    for (let k = 0; k < used.length; k++) {
      const part = used[k] ?? 0;
      const size = Math.max(solution[k] ?? 0, 0);
      sizes[part] = size;
      gain += size * (this.right[choice[part] ?? 0] ?? 0);
    }
    return this.total - gain;
  }

  /** The best sizes of the columns of a choice; one that hardly shows for a part whose best size is zero. */
  visibleSizes(choice: Int32Array): number[] {
    this.cost(choice);
    return Array.from(choice, (column, part) => {
      const size = this.sizes[part] ?? 0;
      const own = this.products[column * (this.width + 1)] ?? 1;
      return size > 0 ? size : leastShare * Math.sqrt(this.total / own);
    });
  }

  private solve(choice: Int32Array): void {
    const { used, matrix, solution, products, width } = this;
    const size = used.length;
    for (let i = 0; i < size; i++) {
      const row = choice[used[i] ?? 0] ?? 0;
      solution[i] = this.right[row] ?? 0;
      for (let k = 0; k < i; k++)
        matrix[i * size + k] = products[row * width + (choice[used[k] ?? 0] ?? 0)] ?? 0;
      matrix[i * size + i] = (products[row * width + row] ?? 0) * ridge;
    }
    if (factorise(matrix, size)) solve(matrix, solution, size);
    else solution.fill(0);
  }

  /** Its place among the used ones; -1 where all are above zero. */
  private mostNegative(): number {
    let worst = -1;
    let least = Infinity;
    for (let k = 0; k < this.used.length; k++) {
      const value = this.solution[k] ?? 0;
      if (value > 0 || value >= least) continue;
      least = value;
      worst = k;
    }
    return worst;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
