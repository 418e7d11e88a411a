import type { Set2Set, SetRows } from "../../../graph/set2set";
import { backwardDense, forwardDense } from "./denseGradients";

/** What the way back needs of one step of the readout. */
interface Step {
  /** `sets x 2 hidden`, what the step began with. */
  readonly before: Float64Array;
  /** `sets x 4 hidden`. */
  readonly gates: Float64Array;
  /** `sets x 2 hidden`: questions and answers. */
  readonly after: Float64Array;
  /** Attention that each row gets in its set, `rows`. */
  readonly shares: Float64Array;
}

export interface Set2SetPass {
  readonly memory: Float64Array;
  readonly steps: readonly Step[];
  /** `sets x 2 hidden`. */
  readonly output: Float64Array;
}

/** The readout (see `applySet2Set`) of many sets, with what {@link backwardSet2Set} needs. */
export function forwardSet2Set(layer: Set2Set, x: Float64Array, rows: SetRows): Set2SetPass {
  const hidden = layer.projection.outputs;
  const sets = rows.offsets.length - 1;
  const memory = forwardDense(layer.projection, x, rows.weights.length);
  const steps: Step[] = [];
  let state = new Float64Array(sets * 2 * hidden);
  for (let i = 0; i < layer.steps; i++) {
    const gates = forwardDense(layer.recurrence, state, sets);
    const after = new Float64Array(sets * 2 * hidden);
    ask(gates, after, hidden);
    const shares = attend(memory, rows, after, hidden);
    steps.push({ before: state, gates, after, shares });
    state = after;
  }
  return { memory, steps, output: state };
}

/** Adds to `gradients`, and gives the gradient with respect to the rows `x` that went in. */
export function backwardSet2Set(
  layer: Set2Set,
  gradients: Set2Set,
  { memory, steps }: Set2SetPass,
  x: Float64Array,
  rows: SetRows,
  dOutput: Float64Array,
): Float64Array {
  const hidden = layer.projection.outputs;
  const sets = rows.offsets.length - 1;
  const dMemory = new Float64Array(memory.length);
  let dState = dOutput;
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i];
    if (!step) break;
    attendBackward(memory, dMemory, rows, step, dState, hidden);
    const dGates = askBackward(step.gates, dState, hidden);
    dState = backwardDense(layer.recurrence, gradients.recurrence, step.before, dGates, sets, i === 0);
  }
  return backwardDense(layer.projection, gradients.projection, x, dMemory, rows.weights.length);
}

const hardSigmoid = (x: number) => Math.min(1, Math.max(0, 0.2 * x + 0.5));
const hardSigmoidSlope = (x: number) => (Math.abs(x) < 2.5 ? 0.2 : 0);

/** Questions from the gates into the first half of each row of `state`. */
function ask(gates: Float64Array, state: Float64Array, hidden: number): void {
  for (let set = 0; set < gates.length / (4 * hidden); set++)
    for (let k = 0; k < hidden; k++) {
      const at = set * 4 * hidden + k;
      const cell = hardSigmoid(gates[at] ?? 0) * Math.tanh(gates[at + 2 * hidden] ?? 0);
      state[set * 2 * hidden + k] = hardSigmoid(gates[at + 3 * hidden] ?? 0) * Math.tanh(cell);
    }
}

/** The gradient with respect to the gates; the forget gate has none, since no cell state is carried. */
function askBackward(gates: Float64Array, dState: Float64Array, hidden: number): Float64Array {
  const dGates = new Float64Array(gates.length);
  for (let set = 0; set < gates.length / (4 * hidden); set++)
    for (let k = 0; k < hidden; k++) {
      const at = set * 4 * hidden + k;
      const [input, output] = [gates[at] ?? 0, gates[at + 3 * hidden] ?? 0];
      const candidate = Math.tanh(gates[at + 2 * hidden] ?? 0);
      const squashed = Math.tanh(hardSigmoid(input) * candidate);
      const dQuestion = dState[set * 2 * hidden + k] ?? 0;
      const dCell = dQuestion * hardSigmoid(output) * (1 - squashed ** 2);
      dGates[at] = dCell * candidate * hardSigmoidSlope(input);
      dGates[at + 2 * hidden] = dCell * hardSigmoid(input) * (1 - candidate ** 2);
      dGates[at + 3 * hidden] = dQuestion * squashed * hardSigmoidSlope(output);
    }
  return dGates;
}

/** Answers to the questions into the second half of each row of `state`; gives the attention of each row. */
function attend(
  memory: Float64Array,
  { offsets, weights }: SetRows,
  state: Float64Array,
  hidden: number,
): Float64Array {
  const shares = new Float64Array(weights.length);
  for (let set = 0; set + 1 < offsets.length; set++) {
    const question = set * 2 * hidden;
    const [from, to] = [offsets[set] ?? 0, offsets[set + 1] ?? 0];
    let highest = -Infinity;
    for (let row = from; row < to; row++) {
      const score = dot(memory, row * hidden, state, question, hidden);
      shares[row] = score;
      highest = Math.max(highest, score);
    }
    let total = 0;
    for (let row = from; row < to; row++)
      total += shares[row] = (weights[row] ?? 0) * Math.exp((shares[row] ?? 0) - highest);
    for (let row = from; row < to; row++) {
      const share = (shares[row] ?? 0) / total;
      shares[row] = share;
      addScaled(state, question + hidden, share, memory, row * hidden, hidden);
    }
  }
  return shares;
}

/** Adds to `dMemory`, and to the questions' half of `dState` what came through the answers. */
function attendBackward(
  memory: Float64Array,
  dMemory: Float64Array,
  { offsets }: SetRows,
  { after, shares }: Step,
  dState: Float64Array,
  hidden: number,
): void {
  for (let set = 0; set + 1 < offsets.length; set++) {
    const question = set * 2 * hidden;
    const answer = question + hidden;
    const [from, to] = [offsets[set] ?? 0, offsets[set + 1] ?? 0];
    // The mean over the shares of the gradient with respect to them: they sum to one.
    const mean = dot(dState, answer, after, answer, hidden);
    for (let row = from; row < to; row++) {
      const share = shares[row] ?? 0;
      const dScore = share * (dot(dState, answer, memory, row * hidden, hidden) - mean);
      addScaled(dMemory, row * hidden, share, dState, answer, hidden);
      addScaled(dMemory, row * hidden, dScore, after, question, hidden);
      addScaled(dState, question, dScore, memory, row * hidden, hidden);
    }
  }
}

function dot(a: Float64Array, atA: number, b: Float64Array, atB: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (a[atA + k] ?? 0) * (b[atB + k] ?? 0);
  return sum;
}

function addScaled(
  sum: Float64Array,
  atSum: number,
  factor: number,
  x: Float64Array,
  atX: number,
  length: number,
): void {
  for (let k = 0; k < length; k++) sum[atSum + k] = (sum[atSum + k] ?? 0) + factor * (x[atX + k] ?? 0);
}
