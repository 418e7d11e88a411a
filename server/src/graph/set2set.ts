import { applyDense, type Dense, type DenseLayer } from "./dense";

/**
 * An order-free readout of a set of vectors (Vinyals et al., arXiv:1511.06391) as MEGNet has it. An LSTM without carried
 * cell state (a fault of the original that its weights rely on) asks questions; attention over the set answers.
 */
export interface Set2Set<Layer = Dense> {
  /** Projects the vectors to `hidden` numbers. */
  readonly projection: Layer;
  /** `2 hidden` to `4 hidden`: input gate, forget gate, candidate, output gate. */
  readonly recurrence: Layer;
  readonly steps: number;
}

/** Vectors of many sets, one below the other. */
export interface SetRows {
  /** Set `s` has the rows from `offsets[s]` to `offsets[s + 1]`. */
  readonly offsets: Uint32Array;
  /** How many equal vectors each row stands for. */
  readonly weights: Float64Array;
}

/**
 * The readouts of sets of vectors (`x`: `rows x projection.inputs`): the last question to each set and its answer,
 * `sets x 2 hidden`. An empty set answers with zeros.
 */
export function applySet2Set(layer: Set2Set<DenseLayer>, x: Float64Array, rows: SetRows): Float64Array {
  const hidden = layer.projection.outputs;
  const sets = rows.offsets.length - 1;
  const memory = applyDense(layer.projection, x, rows.weights.length);
  const state = new Float64Array(sets * 2 * hidden);
  for (let step = 0; step < layer.steps; step++) {
    const gates = applyDense(layer.recurrence, state, sets);
    for (let set = 0; set < sets; set++) {
      const middle = (2 * set + 1) * hidden;
      const question = state.subarray(middle - hidden, middle);
      ask(gates.subarray(4 * set * hidden, 4 * (set + 1) * hidden), question);
      attend(memory, rows, set, question, state.subarray(middle, middle + hidden));
    }
  }
  return state;
}

const hardSigmoid = (x: number) => Math.min(1, Math.max(0, 0.2 * x + 0.5));

function ask(gates: Float64Array, question: Float64Array): void {
  const hidden = question.length;
  for (let k = 0; k < hidden; k++) {
    const cell = hardSigmoid(gates[k] ?? 0) * Math.tanh(gates[2 * hidden + k] ?? 0);
    question[k] = hardSigmoid(gates[3 * hidden + k] ?? 0) * Math.tanh(cell);
  }
}

/** The mean of the memory's rows of a set, weighted by their weights times exp(row . question). */
function attend(
  memory: Float64Array,
  { offsets, weights }: SetRows,
  set: number,
  question: Float64Array,
  answer: Float64Array,
): void {
  const hidden = question.length;
  const [from, to] = [offsets[set] ?? 0, offsets[set + 1] ?? 0];
  const scores = new Float64Array(to - from);
  for (let row = from; row < to; row++) {
    let score = 0;
    for (let k = 0; k < hidden; k++) score += (memory[row * hidden + k] ?? 0) * (question[k] ?? 0);
    scores[row - from] = score;
  }
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  answer.fill(0);
  let total = 0;
  for (let row = from; row < to; row++) {
    const share = (weights[row] ?? 0) * Math.exp((scores[row - from] ?? 0) - highest);
    total += share;
    for (let k = 0; k < hidden; k++) answer[k] = (answer[k] ?? 0) + share * (memory[row * hidden + k] ?? 0);
  }
  if (total > 0) for (let k = 0; k < hidden; k++) answer[k] = (answer[k] ?? 0) / total;
}
