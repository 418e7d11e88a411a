import { outputActivations } from "./activations";
import { BondTable } from "./bondExpansion";
import type { CrystalGraph } from "./crystalGraph";
import { applyDense, applyStack, stagesOf, type Dense } from "./dense";
import { embedOrbits } from "./embedding";
import { applyStages, type Stage } from "./layerChain";
import type { MegnetBlock, MegnetReadout, OutputName, ParentModel } from "./parentModel";
import { applySet2Set, oneSet } from "./set2set";

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
      if (i + 1 === level) features = update.atoms.slice();
      add(update.atoms, state.atoms);
      add(update.bonds, state.bonds);
      add(update.global, state.global);
      state = update;
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
      atoms: applyStack(parent.atomLayers, embeddings, graph.multiplicities.length, "softplus2"),
      bonds: this.bondTable.lookUp(graph.distances),
      global: applyStack(parent.stateLayers, new Float64Array(stateInputs), 1, "softplus2"),
    };
  }
}

/** Vectors of atoms (a row a node), bonds (a row a bond of the graph) and the global state. */
interface GraphState {
  readonly atoms: Float64Array;
  readonly bonds: Float64Array;
  readonly global: Float64Array;
}

function add(sum: Float64Array, x: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (x[i] ?? 0);
}

/** New vectors before the residual addition; with `atomsOnly` the state comes back empty. */
function runBlock(
  block: MegnetBlock,
  graph: CrystalGraph,
  input: GraphState,
  atomsOnly: boolean,
): GraphState {
  const nodes = graph.multiplicities.length;
  const state = {
    atoms: applyStack(block.atomLayers, input.atoms, nodes, "softplus2"),
    global: applyStack(block.stateLayers, input.global, 1, "softplus2"),
  };
  const bonds = runBonds(block, graph, input.bonds, state);
  const width = block.messages.bonds[2].outputs;
  const bondMeans = meansByNode(bonds, width, graph);
  const atoms = applyMessages(block.messages.atoms, joinRows(nodes, [bondMeans, state.atoms], state.global));
  const networks = block.messages.state;
  if (atomsOnly || !networks) return { atoms, bonds, global: new Float64Array(0) };
  const means = [
    weightedMean(bondMeans, width, graph.bondsOfNodes),
    weightedMean(atoms, width, graph.multiplicities),
  ];
  return { atoms, bonds, global: applyMessages(networks, joinRows(1, means, state.global)) };
}

/**
 * New bond vectors from [v_i, v_j, e, u]. All layers are one chain, so that what lies between them is not written out; the
 * products of the first message layer with v_i, v_j and u are taken once a node, not once a bond.
 */
function runBonds(
  { bondLayers, messages }: MegnetBlock,
  graph: CrystalGraph,
  bonds: Float64Array,
  { atoms, global }: Pick<GraphState, "atoms" | "global">,
): Float64Array {
  const [first, second, third] = messages.bonds;
  const { outputs } = first;
  const nodes = graph.multiplicities.length;
  const width = atoms.length / Math.max(1, nodes);
  const rowsOfKernel = (from: number, to: number) => first.kernel.subarray(from * outputs, to * outputs);
  const stage = (kernel: Float64Array, start: Stage["start"]) => ({ kernel, outputs, start });
  const ofState = stage(rowsOfKernel(first.inputs - global.length, first.inputs), first.bias);
  const constant = applyStages([ofState], global, 1);
  const starts = applyStages([stage(rowsOfKernel(0, width), constant)], atoms, nodes);
  const ends = applyStages([stage(rowsOfKernel(width, 2 * width), new Float64Array(outputs))], atoms, nodes);
  const ofBonds = stage(rowsOfKernel(2 * width, first.inputs - global.length), {
    one: starts,
    rowsOfOne: graph.starts,
    other: ends,
    rowsOfOther: graph.ends,
  });
  return applyStages(
    [
      ...bondLayers.flatMap((layer) => stagesOf(layer, "softplus2")),
      { ...ofBonds, activation: "softplus2" },
      ...stagesOf(second, "softplus2"),
      ...stagesOf(third),
    ],
    bonds,
    graph.distances.length,
  );
}

/** The mean over each node's bonds; a site without bonds has a mean of 0. */
function meansByNode(bonds: Float64Array, width: number, { offsets, counts }: CrystalGraph): Float64Array {
  const nodes = offsets.length - 1;
  const means = new Float64Array(nodes * width);
  for (let i = 0; i < nodes; i++)
    addMean(means.subarray(i * width, (i + 1) * width), bonds, counts, offsets[i] ?? 0, offsets[i + 1] ?? 0);
  return means;
}

function applyMessages(
  [first, second, third]: readonly [Dense, Dense, Dense],
  x: Float64Array,
): Float64Array {
  const stages = [...stagesOf(first, "softplus2"), ...stagesOf(second, "softplus2"), ...stagesOf(third)];
  return applyStages(stages, x, x.length / first.inputs);
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
  addMean(mean, x, weights, 0, weights.length);
  return mean;
}

/** Adds the mean of the rows `from` to `to`, if there is one. */
function addMean(mean: Float64Array, x: Float64Array, weights: Float64Array, from: number, to: number): void {
  const width = mean.length;
  let total = 0;
  for (let row = from; row < to; row++) total += weights[row] ?? 0;
  if (total === 0) return;
  for (let row = from; row < to; row++) {
    const share = (weights[row] ?? 0) / total;
    for (let k = 0, at = row * width; k < width; k++, at++) mean[k] = (mean[k] ?? 0) + share * (x[at] ?? 0);
  }
}

function readOut(readout: MegnetReadout, graph: CrystalGraph, { atoms, bonds, global }: GraphState): number {
  const [nodes, rows] = [graph.multiplicities.length, graph.distances.length];
  const atomVectors = applyStack(readout.atomLayers, atoms, nodes, "softplus2");
  const bondVectors = applyStack(readout.bondLayers, bonds, rows, "softplus2");
  const atomSet = applySet2Set(readout.atoms, atomVectors, oneSet(graph.multiplicities));
  const bondSet = applySet2Set(readout.bonds, bondVectors, oneSet(graph.weights));
  const joined = joinRows(1, [atomSet, bondSet], global);
  const hidden = applyStack(readout.layers.slice(0, -1), joined, 1, "softplus2");
  const output = readout.layers.at(-1);
  const [value = NaN] = output ? applyDense(output, hidden, 1) : [];
  return outputActivations[readout.activation](value);
}
