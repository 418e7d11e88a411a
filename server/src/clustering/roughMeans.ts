import { bytesOfPage } from "../graph/kernelMemory";
import { rowOf, type FeatureMatrix } from "./featureMatrix";
import { bytesOfNumber, nearestKernel, numbersAChunk, panelWidth, type NearestKernel } from "./nearestKernel";
import type { NeighbourSearch } from "./neighbourSearch";

/** Panels that fit the processor's second cache. */
const bytesOfBlock = 2 ** 18;
/** Clusters whose neighbours are looked for together. */
export const queriesOfBatch = 128;

/** Panels from one up to another. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** Of each bound, for what the kernel and the numbers here round: in proportion, and of the largest mean's square. */
const [marginOfBound, slack] = [1e-4, 1e-9];
/** Of one number in single precision. */
const rounding = 2 ** -24;

/**
 * Means in single precision, the longest of length 1, in panels for the kernel. With u the rounding of a number, a distance of
 * two means is off by at most 2 u, and a sum of n squares by n + 3 u of itself; (d + 2 u)² is at most d² (1 + m) + 4 u² (1 + 1 / m).
 */
export class RoughMeans {
  private readonly kernel: NearestKernel = nearestKernel();
  private readonly numbers: Float32Array;
  /** Numbers of a mean, filled up with zeros. */
  private readonly width: number;
  private readonly scale: number;
  private readonly margin: number;
  /** Places of the first numbers; the panels are at 0. */
  private readonly inverseSizes: number;
  private readonly queries: number;
  private readonly sums: number;

  constructor(matrix: FeatureMatrix) {
    const { rows, columns } = matrix;
    const places = Math.max(1, Math.ceil(rows / panelWidth)) * panelWidth;
    this.width = Math.max(1, Math.ceil(columns / numbersAChunk)) * numbersAChunk;
    this.margin = 1 + marginOfBound + (this.width + 8) * 2 * rounding;
    this.scale = 1 / longest(matrix);
    this.inverseSizes = places * this.width;
    this.queries = this.inverseSizes + places;
    this.sums = this.queries + queriesOfBatch * this.width;
    const bytes = (this.sums + panelWidth) * bytesOfNumber;
    this.kernel.memory.grow(Math.ceil(bytes / bytesOfPage));
    this.numbers = new Float32Array(this.kernel.memory.buffer);
    for (let place = 0; place < places; place++)
      if (place < rows) this.write(place, rowOf(matrix, place), 1);
      else this.clear(place);
  }

  write(place: number, mean: Float64Array, inverseSize: number): void {
    const first = Math.floor(place / panelWidth) * this.width * panelWidth + (place % panelWidth);
    for (let k = 0; k < mean.length; k++) this.numbers[first + k * panelWidth] = this.scale * (mean[k] ?? 0);
    this.numbers[this.inverseSizes + place] = inverseSize;
  }

  /** What is at a place is near to nothing. */
  clear(place: number): void {
    this.numbers[this.inverseSizes + place] = -Infinity;
  }

  /** Puts the mean of a query where the kernel finds it. */
  query(i: number, mean: Float64Array): number {
    const place = this.queries + i * this.width;
    for (let k = 0; k < mean.length; k++) this.numbers[place + k] = this.scale * (mean[k] ?? 0);
    return place;
  }

  /** All panels of the first `count` places, in parts that stay in the cache while one query after the other passes. */
  blocks(count: number): Block[] {
    const panels = Math.ceil(count / panelWidth);
    const step = Math.max(1, Math.floor(bytesOfBlock / (this.width * panelWidth * bytesOfNumber)));
    return Array.from({ length: Math.ceil(panels / step) }, (_, i) => ({
      from: i * step,
      to: Math.min(panels, (i + 1) * step),
    }));
  }

  /** The next panel in which something may be as near as the best so far, or the end. */
  nextPanel(search: NeighbourSearch, from: number, to: number): number {
    if (from >= to) return to;
    const bytesOfPanel = this.width * panelWidth * bytesOfNumber;
    const stopped = this.kernel.nearer(
      from * bytesOfPanel,
      to * bytesOfPanel,
      bytesOfPanel,
      (this.inverseSizes + from * panelWidth) * bytesOfNumber,
      search.query * bytesOfNumber,
      search.inverseSize,
      this.factor(search),
      slack,
      this.sums * bytesOfNumber,
    );
    return stopped / bytesOfPanel;
  }

  /** Whether a place of the panel where the kernel stopped may be as near as the best so far. */
  isNear(search: NeighbourSearch, place: number): boolean {
    const sum = this.numbers[this.sums + (place % panelWidth)] ?? 0;
    const inverse = this.numbers[this.inverseSizes + place] ?? 0;
    return sum <= this.factor(search) * (search.inverseSize + inverse) + slack;
  }

  /** What the sum of both inverse sizes is multiplied by to have the squared distance that is as far as the best so far. */
  private factor({ best }: NeighbourSearch): number {
    return (best.squaredHeight / 2) * this.scale ** 2 * this.margin;
  }
}

function longest(matrix: FeatureMatrix): number {
  let most = 0;
  for (let row = 0; row < matrix.rows; row++)
    most = Math.max(
      most,
      rowOf(matrix, row).reduce((sum, value) => sum + value * value, 0),
    );
  return most > 0 ? Math.sqrt(most) : 1;
}
