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

const hardSigmoid = (x: number) => Math.min(1, Math.max(0, 0.2 * x + 0.5));

/**
 * The readout of `rows` vectors (`x`: `rows x projection.inputs`), row `i` standing for `weights[i]` equal ones: the
 * last question and its answer, `2 hidden` numbers. An empty set answers with zeros.
 */
export function applySet2Set(
  layer: Set2Set<DenseLayer>,
  x: Float64Array,
  weights: ArrayLike<number>,
  rows: number,
): Float64Array {
  const hidden = layer.projection.outputs;
  const memory = applyDense(layer.projection, x, rows);
  const state = new Float64Array(2 * hidden);
  for (let step = 0; step < layer.steps; step++) {
    const question = askQuestion(applyDense(layer.recurrence, state, 1), hidden);
    state.set(question);
    state.set(attend(memory, weights, question), hidden);
  }
  return state;
}

function askQuestion(gates: Float64Array, hidden: number): Float64Array {
  return Float64Array.from({ length: hidden }, (_, k) => {
    const cell = hardSigmoid(gates[k] ?? 0) * Math.tanh(gates[2 * hidden + k] ?? 0);
    return hardSigmoid(gates[3 * hidden + k] ?? 0) * Math.tanh(cell);
  });
}

/** The mean of the memory's rows, weighted by `weights` times exp(row . question). */
function attend(memory: Float64Array, weights: ArrayLike<number>, question: Float64Array): Float64Array {
  const hidden = question.length;
  const rows = memory.length / hidden;
  const scores = new Float64Array(rows);
  let highest = -Infinity;
  for (let row = 0; row < rows; row++) {
    let score = 0;
    for (let k = 0; k < hidden; k++) score += (memory[row * hidden + k] ?? 0) * (question[k] ?? 0);
    scores[row] = score;
    highest = Math.max(highest, score);
  }
  const answer = new Float64Array(hidden);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const share = (weights[row] ?? 0) * Math.exp((scores[row] ?? 0) - highest);
    total += share;
    for (let k = 0; k < hidden; k++) answer[k] = (answer[k] ?? 0) + share * (memory[row * hidden + k] ?? 0);
  }
  return total > 0 ? answer.map((value) => value / total) : answer;
}
