import * as tf from "@tensorflow/tfjs-core";
import { elementBySymbol } from "../crystal/elements";
import { expandDistances } from "./bondExpansion";
import type { CrystalGraph } from "./crystalGraph";
import {
  mapParent,
  type MegnetBlock,
  type MegnetReadout,
  type OutputName,
  type ParentModel,
} from "./parentModel";
import {
  applyLayer,
  applyLayers,
  applySet2Set,
  gatherRows,
  product,
  segmentMaxima,
  softplus2,
  sumRows,
  toTensorLayer,
  type TensorLayer,
} from "./tensorOps";

/** A parent whose layers and embedding (`elements x width`) are tensors. */
export type TensorParent = ParentModel<TensorLayer, tf.Tensor>;

export function toTensorParent(parent: ParentModel): TensorParent {
  return mapParent(parent, toTensorLayer, ({ elements, width, values }) =>
    tf.tensor2d(Float32Array.from(values), [elements, width]),
  );
}

/** Many graphs as one, without bonds between them. */
export interface GraphBatch {
  readonly graphs: number;
  readonly nodes: number;
  /** Occupancy of each element (by atomic number) on each node, `nodes x elements`. */
  readonly occupancies: Float32Array;
  readonly multiplicities: Float32Array;
  /** The graph of each node. */
  readonly graphOfNode: Int32Array;
  /** Per bond: the nodes it joins, its length in angstrom, and how many equal bonds of one site it stands for. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly distances: Float64Array;
  readonly counts: Float32Array;
}

/** @param elements rows of the parent's embedding table */
export function batchGraphs(graphs: readonly CrystalGraph[], elements: number): GraphBatch {
  const nodes = graphs.reduce((sum, { multiplicities }) => sum + multiplicities.length, 0);
  const bonds = graphs.reduce((sum, { distances }) => sum + distances.length, 0);
  const batch: GraphBatch = {
    graphs: graphs.length,
    nodes,
    occupancies: new Float32Array(nodes * elements),
    multiplicities: new Float32Array(nodes),
    graphOfNode: new Int32Array(nodes),
    starts: new Int32Array(bonds),
    ends: new Int32Array(bonds),
    distances: new Float64Array(bonds),
    counts: new Float32Array(bonds),
  };
  let [node, bond] = [0, 0];
  graphs.forEach((graph, index) => {
    batch.distances.set(graph.distances, bond);
    batch.counts.set(graph.counts, bond);
    batch.ends.set(
      graph.ends.map((end) => end + node),
      bond,
    );
    graph.structure.orbits.forEach(({ occupants, multiplicity }, i) => {
      batch.multiplicities[node + i] = multiplicity;
      batch.graphOfNode[node + i] = index;
      batch.starts.fill(node + i, bond + (graph.offsets[i] ?? 0), bond + (graph.offsets[i + 1] ?? 0));
      for (const { element, occupancy } of occupants) {
        const at = (node + i) * elements + (elementBySymbol(element)?.atomicNumber ?? NaN);
        batch.occupancies[at] = (batch.occupancies[at] ?? 0) + occupancy;
      }
    });
    node += graph.multiplicities.length;
    bond += graph.distances.length;
  });
  return batch;
}

/** What the parent makes of a batch. */
export interface BatchResult {
  /** Atom features of the level asked for, `nodes x width`. */
  readonly features: tf.Tensor;
  /** Where they were asked for: each `graphs x 1`. */
  readonly outputs: ReadonlyMap<OutputName, tf.Tensor>;
}

/** Vectors of the atoms (`nodes x width`) and bonds (`bonds x width`) of a batch, and of its graphs. */
export interface GraphState {
  readonly atoms: tf.Tensor;
  readonly bonds: tf.Tensor;
  /** `graphs x width`. */
  readonly global: tf.Tensor;
}

/**
 * The forward pass of `Megnet` on a batch, in single precision and differentiable: the way of training and of large
 * screenings. Call it inside `tf.tidy`.
 */
export function runBatch(
  parent: TensorParent,
  batch: GraphBatch,
  level: number,
  withOutputs = false,
): BatchResult {
  const embeddings = embedNodes(parent, batch);
  const readouts = withOutputs ? parent.readouts : [];
  const blocks = readouts.length > 0 ? parent.blocks : parent.blocks.slice(0, level);
  const lookups = new Lookups(batch);
  let features: tf.Tensor = embeddings;
  let state = startState(parent, batch, embeddings);
  blocks.forEach((block, i) => {
    const update = runBlock(block, lookups, state, i === blocks.length - 1 && readouts.length === 0);
    if (i + 1 === level) features = update.atoms;
    state = addUpdate(state, update);
  });
  return {
    features,
    outputs: new Map(readouts.map((readout) => [readout.output, readOut(readout, lookups, state)])),
  };
}

/** V0 of every node. */
export function embedNodes(parent: TensorParent, { nodes, occupancies }: GraphBatch): tf.Tensor {
  return product(tf.tensor2d(occupancies, [nodes, occupancies.length / nodes]), parent.embedding);
}

/** The residual addition. */
export function addUpdate(state: GraphState, update: BlockUpdate): GraphState {
  return {
    atoms: tf.add(state.atoms, update.atoms),
    bonds: update.bonds ? tf.add(state.bonds, update.bonds) : state.bonds,
    global: update.global ? tf.add(state.global, update.global) : state.global,
  };
}

/** What enters the first block. */
export function startState(
  parent: TensorParent,
  batch: GraphBatch,
  embeddings: tf.Tensor,
  bonds = bondVectors,
): GraphState {
  const stateInputs = parent.stateLayers[0]?.kernel.shape[0] ?? 0;
  return {
    atoms: applyLayers(parent.atomLayers, embeddings, softplus2),
    bonds: bonds(parent, batch),
    global: applyLayers(parent.stateLayers, tf.zeros([batch.graphs, stateInputs]), softplus2),
  };
}

function bondVectors({ gaussians, bondLayers }: TensorParent, { distances }: GraphBatch): tf.Tensor {
  const expanded = Float32Array.from(expandDistances(gaussians, distances));
  const rows = tf.tensor2d(expanded, [distances.length, gaussians.centres.length]);
  return applyLayers(bondLayers, rows, softplus2);
}

/** Far below any weight: 0 / (0 + nothing) is 0, and unlike `divNoNan` it has a gradient. */
const nothing = 1e-30;

/** The sums and means over a batch's graphs. */
export class Lookups {
  readonly graphOfBond: Int32Array;
  private readonly bondShares: tf.Tensor;
  readonly bondWeights: tf.Tensor;
  readonly atomWeights: tf.Tensor;

  constructor(readonly batch: GraphBatch) {
    const { starts, counts, multiplicities, graphOfNode, nodes } = batch;
    const totals = new Float64Array(nodes);
    counts.forEach((count, bond) => {
      const start = starts[bond] ?? 0;
      totals[start] = (totals[start] ?? 0) + count;
    });
    const column = (values: Float32Array) => tf.tensor2d(values, [values.length, 1]);
    this.graphOfBond = starts.map((start) => graphOfNode[start] ?? 0);
    this.bondShares = column(counts.map((count, bond) => count / (totals[starts[bond] ?? 0] ?? 1)));
    this.bondWeights = column(counts.map((count, bond) => count * (multiplicities[starts[bond] ?? 0] ?? 1)));
    this.atomWeights = column(multiplicities);
  }

  /** Mean over the bonds of each node; zeros for a node without bonds. */
  meanOverBonds(x: tf.Tensor): tf.Tensor {
    return sumRows(tf.mul(x, this.bondShares), this.batch.starts, this.batch.nodes);
  }

  /** Weighted mean over each graph's rows; zeros for a graph without any. */
  meanOverGraphs(x: tf.Tensor, weights: tf.Tensor, graphs: Int32Array): tf.Tensor {
    const total = sumRows(weights, graphs, this.batch.graphs);
    return tf.div(sumRows(tf.mul(x, weights), graphs, this.batch.graphs), tf.add(total, nothing));
  }
}

/** What leaves a block, before the residual addition. */
export interface BlockUpdate {
  readonly atoms: tf.Tensor;
  readonly bonds: tf.Tensor | undefined;
  readonly global: tf.Tensor | undefined;
}

/** One block on every graph of the batch; with `atomsOnly` it gives no bonds and no state. */
export function runBlock(
  block: MegnetBlock<TensorLayer>,
  lookups: Lookups,
  input: GraphState,
  atomsOnly = false,
): BlockUpdate {
  const { batch } = lookups;
  const state: GraphState = {
    atoms: applyLayers(block.atomLayers, input.atoms, softplus2),
    bonds: applyLayers(block.bondLayers, input.bonds, softplus2),
    global: applyLayers(block.stateLayers, input.global, softplus2),
  };
  const [first, second, third] = block.messages.bonds;
  const bonds = applyLayer(third, applyLayer(second, firstBondLayer(first, lookups, state), softplus2));
  const globalOfNode = gatherRows(state.global, batch.graphOfNode);
  const atoms = applyMessages(block.messages.atoms, [
    lookups.meanOverBonds(bonds),
    state.atoms,
    globalOfNode,
  ]);
  const networks = block.messages.state;
  if (atomsOnly || !networks) return { atoms, bonds: undefined, global: undefined };
  const bondMean = lookups.meanOverGraphs(bonds, lookups.bondWeights, lookups.graphOfBond);
  const atomMean = lookups.meanOverGraphs(atoms, lookups.atomWeights, batch.graphOfNode);
  return { atoms, bonds, global: applyMessages(networks, [bondMean, atomMean, state.global]) };
}

/** softplus2([v_i, v_j, e, u] W + b), with the products of v_i, v_j and u taken once a node. */
function firstBondLayer(
  layer: TensorLayer,
  { batch }: Lookups,
  { atoms, bonds, global }: GraphState,
): tf.Tensor {
  const widths = [atoms, atoms, bonds, global].map((part) => part.shape[1] ?? 0);
  const [ofStart, ofEnd, ofBond, ofGlobal] = tf.split(layer.kernel, widths, 0);
  if (!ofStart || !ofEnd || !ofBond || !ofGlobal) throw new RangeError("a bond message has four parts");
  const globalOfNode = gatherRows(product(global, ofGlobal), batch.graphOfNode);
  const starts = gatherRows(tf.add(product(atoms, ofStart), globalOfNode), batch.starts);
  const ends = gatherRows(product(atoms, ofEnd), batch.ends);
  return softplus2(tf.add(tf.addN([starts, ends, product(bonds, ofBond)]), layer.bias));
}

function applyMessages(
  [first, second, third]: readonly [TensorLayer, TensorLayer, TensorLayer],
  parts: tf.Tensor[],
): tf.Tensor {
  return applyLayer(third, applyLayers([first, second], tf.concat(parts, 1), softplus2));
}

/** The output of every graph, `graphs x 1`. */
export function readOut(
  readout: MegnetReadout<TensorLayer>,
  lookups: Lookups,
  { atoms, bonds, global }: GraphState,
): tf.Tensor {
  const { graphs, graphOfNode } = lookups.batch;
  const answer = (
    layer: MegnetReadout<TensorLayer>["atoms"],
    x: tf.Tensor,
    weights: tf.Tensor,
    graph: Int32Array,
  ) => {
    const memory = applyLayer(layer.projection, x);
    return applySet2Set(layer, graphs, memory.shape[1] ?? 0, (question) => {
      const scores = tf.sum(tf.mul(memory, gatherRows(question, graph)), 1, true);
      const shifted = tf.sub(scores, segmentMaxima(scores, graph, graphs));
      return lookups.meanOverGraphs(memory, tf.mul(weights, tf.exp(shifted)), graph);
    });
  };
  const sets = [
    answer(
      readout.atoms,
      applyLayers(readout.atomLayers, atoms, softplus2),
      lookups.atomWeights,
      graphOfNode,
    ),
    answer(
      readout.bonds,
      applyLayers(readout.bondLayers, bonds, softplus2),
      lookups.bondWeights,
      lookups.graphOfBond,
    ),
    global,
  ];
  const output = readout.layers.at(-1);
  if (!output) throw new RangeError("a readout ends in a layer");
  const hidden = applyLayers(readout.layers.slice(0, -1), tf.concat(sets, 1), softplus2);
  const value = applyLayer(output, hidden);
  return readout.activation === "sigmoid" ? tf.sigmoid(value) : value;
}
