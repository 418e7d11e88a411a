import { kernelMemory as memory, kernels } from "./kernels";
import { blockColumns, blockRows } from "./productKernel";

/** The activations between layers. */
export type Activation = "softplus2" | "relu";

/** activation(start + x kernel) for each of many rows x. */
export interface Stage {
  /** `inputs x outputs`, row-major. */
  readonly kernel: Float64Array;
  readonly outputs: number;
  /** What the products are added to: one row for all, or a row each. */
  readonly start: Float64Array | RowSums;
  readonly activation?: Activation | undefined;
}

/** A row of one matrix plus a row of another, by their places, for each of many rows. */
export interface RowSums {
  readonly one: Float64Array;
  readonly rowsOfOne: Uint32Array;
  readonly other: Float64Array;
  readonly rowsOfOther: Uint32Array;
}

/** So many rows go through all stages before the next ones: what lies between stages stays in the processor's cache. */
const rowsTogether = 64;

/**
 * Stages one after the other on each of the rows of `x`, in double precision: what the last one gives, `rows x outputs`. A row
 * comes out the same, to the last bit, whatever rows are beside it.
 */
export function applyStages(stages: readonly Stage[], x: Float64Array, rows: number): Float64Array {
  const outputs = stages.at(-1)?.outputs;
  if (outputs === undefined) return x;
  const y = new Float64Array(rows * outputs);
  if (y.length === 0) return y;
  const inputs = x.length / rows;
  const most = Math.min(rows, rowsTogether);
  memory.clear();
  const placed = stages.map((stage) => placeStage(stage, most));
  const first: Rows = { place: memory.allot(most * inputs), width: inputs, stride: inputs };
  memory.allot(blockRows * Math.max(inputs, blockColumns));
  for (let row = 0; row < rows; row += most) {
    const end = Math.min(rows, row + most);
    memory.write(first.place, x.subarray(row * inputs, end * inputs));
    const last = placed.reduce((from, stage) => runStage(stage, from, row, end), first);
    const made = memory.read(last.place, (end - row) * last.stride);
    copyRows(y.subarray(row * outputs, end * outputs), outputs, made, last.stride);
  }
  return y;
}

/** Rows in the kernels' memory: `width` numbers each, `stride` numbers apart. */
interface Rows {
  readonly place: number;
  readonly width: number;
  readonly stride: number;
}

/** A stage with the places of its numbers. */
interface PlacedStage {
  readonly stage: Stage;
  readonly kernel: number;
  readonly start: number;
  /** The matrices that starts are summed up from. */
  readonly one: number;
  readonly other: number;
  readonly product: Rows;
}

function placeStage(stage: Stage, rows: number): PlacedStage {
  const { kernel, outputs: width, start } = stage;
  const stride = roundedUp(width, blockColumns);
  return {
    stage,
    kernel: memory.put(kernel),
    ...placeStart(start, rows * width),
    product: { place: memory.allot(roundedUp(rows, blockRows) * stride), width, stride },
  };
}

function placeStart(start: Stage["start"], numbers: number): Pick<PlacedStage, "start" | "one" | "other"> {
  if (start instanceof Float64Array) return { start: memory.put(start), one: 0, other: 0 };
  // Rows of an odd width are written one number beyond their end.
  return { start: memory.allot(numbers + 1), one: memory.put(start.one), other: memory.put(start.other) };
}

/** The rows `row` to `end` of a stage from those of the stage before. */
function runStage(placed: PlacedStage, x: Rows, row: number, end: number): Rows {
  const { stage, kernel, start, product } = placed;
  const { place, width, stride } = product;
  const hasRowEach = !(stage.start instanceof Float64Array);
  if (hasRowEach) sumStarts(placed, stage.start, row, end);
  const productEnd = place + (end - row) * stride;
  kernels.multiply(
    bytes(place),
    bytes(start),
    bytes(x.place),
    bytes(kernel),
    bytes(productEnd),
    bytes(x.width),
    bytes(stride),
    hasRowEach ? bytes(width) : 0,
    bytes(x.stride),
    bytes(width),
  );
  if (stage.activation) kernels[stage.activation](bytes(place), bytes(productEnd));
  return product;
}

function sumStarts(
  { start, one, other, product }: PlacedStage,
  sums: RowSums,
  row: number,
  end: number,
): void {
  const { width } = product;
  for (let i = row, at = start; i < end; i++, at += width)
    kernels.addRows(
      bytes(at),
      bytes(at + width),
      bytes(one + width * (sums.rowsOfOne[i] ?? 0)),
      bytes(other + width * (sums.rowsOfOther[i] ?? 0)),
    );
}

const bytes = (numbers: number) => numbers * Float64Array.BYTES_PER_ELEMENT;

/** Copies rows, as much of them as both sides have, from one stride to another. */
function copyRows(to: Float64Array, toStride: number, from: Float64Array, fromStride: number): void {
  if (toStride === fromStride) {
    to.set(from);
    return;
  }
  for (let row = 0; row * toStride < to.length; row++)
    for (let k = 0; k < toStride; k++) to[row * toStride + k] = from[row * fromStride + k] ?? 0;
}

function roundedUp(size: number, step: number): number {
  return Math.ceil(size / step) * step;
}
