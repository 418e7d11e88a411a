import { outputActivations } from "./activations";
import { BondTable } from "./bondExpansion";
import type { CrystalGraph } from "./crystalGraph";
import { applyDense, applyStack, type Dense } from "./dense";
import { embedOrbits } from "./embedding";
import { addProduct, productPlusRow } from "./matrixProduct";
import type { MegnetBlock, MegnetReadout, OutputName, ParentModel } from "./parentModel";
import { applySet2Set } from "./set2set";
import { softplus2 } from "./softplus";

/** What the parent makes of a crystal. */
export interface MegnetResult {
  /** Atom features of the level asked for, `orbits x width`. */
  readonly features: Float64Array;
  /** 16 for V0, 32 above. */
  readonly width: number;
  /** The parent's own outputs, where they were asked for. */
  readonly outputs: Outputs;
}

/** The first one is what the parent was made for. */
export type Outputs = ReadonlyMap<OutputName, number>;

/**
 * MEGNet's forward pass (Chen et al., Chem. Mater. 31, 3564, 2019) on the quotient graph, in double precision: the
 * features are those of the full cell, to rounding. V0 are the embeddings; V1 to V3 are the atom vectors that leave
 * blocks 1 to 3, before the residual addition, as maml's describer takes them.
 */
export class Megnet {
  private readonly bondTable: BondTable;

  constructor(readonly parent: ParentModel) {
    this.bondTable = new BondTable(parent);
  }

  /**
   * @param level 0 to the number of the parent's blocks.
   * @param outputs the outputs to compute: all of the parent's, those of them that are named, or none.
   * @throws RangeError for a level that the parent does not compute.
   */
  run(graph: CrystalGraph, level: number, outputs: boolean | readonly OutputName[] = false): MegnetResult {
    const { parent } = this;
    if (level > parent.blocks.length) throw new RangeError(`${parent.name} computes no V${level}`);
    const embeddings = embedOrbits(parent, graph.structure);
    const readouts = parent.readouts.filter(({ output }) =>
      typeof outputs === "boolean" ? outputs : outputs.includes(output),
    );
    const blocks = readouts.length > 0 ? parent.blocks : parent.blocks.slice(0, level);
    let features = embeddings;
    let state = this.start(graph, embeddings);
    blocks.forEach((block, i) => {
      const isLast = i === blocks.length - 1;
      const update = runBlock(block, graph, state, isLast && readouts.length === 0);
      if (i + 1 === level) features = update.atoms;
      state = addStates(state, update);
    });
    const width = features.length / Math.max(1, graph.multiplicities.length);
    return {
      features,
      width,
      outputs: new Map(readouts.map((readout) => [readout.output, readOut(readout, graph, state)])),
    };
  }

  private start(graph: CrystalGraph, embeddings: Float64Array): GraphState {
    const { parent } = this;
    const stateInputs = parent.stateLayers[0]?.inputs ?? 0;
    return {
      atoms: applyStack(parent.atomLayers, embeddings, graph.multiplicities.length, softplus2),
      bonds: this.bondTable.lookUp(graph.distances),
      global: applyStack(parent.stateLayers, new Float64Array(stateInputs), 1, softplus2),
    };
  }
}

/** Vectors of atoms (a row a node), bonds (a row a bond of the graph) and the global state. */
interface GraphState {
  readonly atoms: Float64Array;
  readonly bonds: Float64Array;
  readonly global: Float64Array;
}

function addStates(a: GraphState, b: GraphState): GraphState {
  return {
    atoms: added(a.atoms, b.atoms),
    bonds: added(a.bonds, b.bonds),
    global: added(a.global, b.global),
  };
}

function added(x: Float64Array, y: Float64Array): Float64Array {
  const sum = x.slice();
  for (let i = 0; i < y.length; i++) sum[i] = (sum[i] ?? 0) + (y[i] ?? 0);
  return sum;
}

/** New vectors before the residual addition; with `atomsOnly` the bonds and the state come back empty. */
function runBlock(
  block: MegnetBlock,
  graph: CrystalGraph,
  input: GraphState,
  atomsOnly: boolean,
): GraphState {
  const nodes = graph.multiplicities.length;
  const rows = graph.distances.length;
  const state: GraphState = {
    atoms: applyStack(block.atomLayers, input.atoms, nodes, softplus2),
    bonds: applyStack(block.bondLayers, input.bonds, rows, softplus2),
    global: applyStack(block.stateLayers, input.global, 1, softplus2),
  };
  const [first, second, third] = block.messages.bonds;
  const hidden = applyDense(second, firstBondLayer(first, graph, state), rows, softplus2);
  const bondMeans = meanOverBonds(third, graph, hidden);
  const atoms = applyMessages(block.messages.atoms, joinRows(nodes, [bondMeans, state.atoms], state.global));
  const networks = block.messages.state;
  if (atomsOnly || !networks) return { atoms, bonds: new Float64Array(0), global: new Float64Array(0) };
  const bonds = applyDense(third, hidden, rows);
  const means = [
    weightedMean(bonds, third.outputs, bondWeights(graph)),
    weightedMean(atoms, third.outputs, graph.multiplicities),
  ];
  return { atoms, bonds, global: applyMessages(networks, joinRows(1, means, state.global)) };
}

/**
 * softplus2([v_i, v_j, e, u] W + b). The products with v_i, v_j and u are taken once a node, not once a bond.
 */
function firstBondLayer(
  layer: Dense,
  graph: CrystalGraph,
  { atoms, bonds, global }: GraphState,
): Float64Array {
  const nodes = graph.multiplicities.length;
  const width = atoms.length / Math.max(1, nodes);
  const { kernel, outputs, bias } = layer;
  const constant = Float64Array.from(bias);
  addProduct(constant, global, kernel, 1, global.length, outputs, layer.inputs - global.length);
  const starts = productPlusRow(atoms, kernel.subarray(0, width * outputs), constant, nodes, width);
  const ends = new Float64Array(nodes * outputs);
  addProduct(ends, atoms, kernel, nodes, width, outputs, width);
  const rows = graph.distances.length;
  const hidden = new Float64Array(rows * outputs);
  for (let i = 0; i < nodes; i++)
    for (let row = graph.offsets[i] ?? 0; row < (graph.offsets[i + 1] ?? 0); row++) {
      const end = (graph.ends[row] ?? 0) * outputs;
      for (let k = 0; k < outputs; k++)
        hidden[row * outputs + k] = (starts[i * outputs + k] ?? 0) + (ends[end + k] ?? 0);
    }
  const bondWidth = layer.inputs - 2 * width - global.length;
  addProduct(hidden, bonds, kernel, rows, bondWidth, outputs, 2 * width);
  softplus2(hidden);
  return hidden;
}

/**
 * The mean over each node's bonds of the third, linear, message layer, which is the layer of the mean. A site without
 * bonds has a mean of 0.
 */
function meanOverBonds(third: Dense, graph: CrystalGraph, hidden: Float64Array): Float64Array {
  const nodes = graph.multiplicities.length;
  const width = third.inputs;
  const means = new Float64Array(nodes * width);
  for (let i = 0; i < nodes; i++) {
    const [from, to] = [graph.offsets[i] ?? 0, graph.offsets[i + 1] ?? 0];
    means.set(
      weightedMean(hidden.subarray(from * width, to * width), width, graph.counts.subarray(from, to)),
      i * width,
    );
  }
  const messages = applyDense(third, means, nodes);
  for (let i = 0; i < nodes; i++)
    if (graph.offsets[i] === graph.offsets[i + 1])
      messages.fill(0, i * third.outputs, (i + 1) * third.outputs);
  return messages;
}

function applyMessages(
  [first, second, third]: readonly [Dense, Dense, Dense],
  x: Float64Array,
): Float64Array {
  const rows = x.length / first.inputs;
  return applyDense(third, applyStack([first, second], x, rows, softplus2), rows);
}

/** Matrices of `rows` rows side by side, and beside every row the vector that all rows share. */
function joinRows(rows: number, matrices: readonly Float64Array[], shared: Float64Array): Float64Array {
  const widths = matrices.map((matrix) => matrix.length / Math.max(1, rows));
  const joined = new Float64Array(rows * (widths.reduce((sum, width) => sum + width, 0) + shared.length));
  let at = 0;
  for (let row = 0; row < rows; row++) {
    matrices.forEach((matrix, i) => {
      const width = widths[i] ?? 0;
      joined.set(matrix.subarray(row * width, (row + 1) * width), at);
      at += width;
    });
    joined.set(shared, at);
    at += shared.length;
  }
  return joined;
}

/** Mean of the rows of `x`, each counted `weights[row]` times; zeros where there is nothing to average. */
function weightedMean(x: Float64Array, width: number, weights: Float64Array): Float64Array {
  const mean = new Float64Array(width);
  addProduct(mean, weights, x, 1, weights.length, width);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? mean.map((value) => value / total) : mean;
}

/** How many bonds of the full cell each row of the graph stands for. */
function bondWeights(graph: CrystalGraph): Float64Array {
  const weights = Float64Array.from(graph.counts);
  graph.multiplicities.forEach((multiplicity, i) => {
    for (let row = graph.offsets[i] ?? 0; row < (graph.offsets[i + 1] ?? 0); row++)
      weights[row] = (weights[row] ?? 0) * multiplicity;
  });
  return weights;
}

function readOut(readout: MegnetReadout, graph: CrystalGraph, { atoms, bonds, global }: GraphState): number {
  const [nodes, rows] = [graph.multiplicities.length, graph.distances.length];
  const atomVectors = applyStack(readout.atomLayers, atoms, nodes, softplus2);
  const bondVectors = applyStack(readout.bondLayers, bonds, rows, softplus2);
  const atomSet = applySet2Set(readout.atoms, atomVectors, graph.multiplicities, nodes);
  const bondSet = applySet2Set(readout.bonds, bondVectors, bondWeights(graph), rows);
  const joined = joinRows(1, [atomSet, bondSet], global);
  const hidden = applyStack(readout.layers.slice(0, -1), joined, 1, softplus2);
  const output = readout.layers.at(-1);
  return output ? (applyDense(output, hidden, 1, outputActivations[readout.activation])[0] ?? NaN) : NaN;
}
