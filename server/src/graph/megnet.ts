import { outputActivations } from "./activations";
import { BondTable } from "./bondExpansion";
import type { CrystalGraph } from "./crystalGraph";
import { applyDense, applyStack, stagesOf, type Dense } from "./dense";
import { embedOrbits } from "./embedding";
import { uniteGraphs, type GraphUnion } from "./graphUnion";
import { applyStages, type Stage } from "./layerChain";
import type { MegnetBlock, MegnetReadout, OutputName, ParentModel } from "./parentModel";
import { joinColumns, weightedMeans } from "./rows";
import { applySet2Set } from "./set2set";

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

/** All outputs of a parent or none, or those that are named. */
type WantedOutputs = boolean | readonly OutputName[];

/**
 * MEGNet's forward pass (Chen et al., Chem. Mater. 31, 3564, 2019) on the quotient graph, in double precision: the
 * features are those of the full cell, to rounding. V0 are the embeddings; V1 to V3 are the atom vectors that leave
 * blocks 1 to 3, before the residual addition, as maml's describer takes them.
 */
export class Megnet {
  private bondTable: BondTable | undefined;

  constructor(readonly parent: ParentModel) {}

  /**
   * @param level 0 to the number of the parent's blocks.
   * @param outputs the outputs to compute: all of the parent's, those of them that are named, or none.
   * @throws RangeError for a level that the parent does not compute.
   */
  run(graph: CrystalGraph, level: number, outputs: WantedOutputs = false): MegnetResult {
    const [result] = this.runAll([graph], level, outputs);
    if (!result) throw new RangeError("every graph has a result");
    return result;
  }

  /** As {@link run}, of many graphs in a fraction of the time: each as it would come out alone, to the last bit. */
  runAll(graphs: readonly CrystalGraph[], level: number, outputs: WantedOutputs = false): MegnetResult[] {
    const { parent } = this;
    if (level > parent.blocks.length) throw new RangeError(`${parent.name} computes no V${level}`);
    const readouts = parent.readouts.filter(({ output }) =>
      typeof outputs === "boolean" ? outputs : outputs.includes(output),
    );
    return parts(graphs).flatMap((part) => this.runUnion(uniteGraphs(part), level, readouts));
  }

  private runUnion(union: GraphUnion, level: number, readouts: readonly MegnetReadout[]): MegnetResult[] {
    const { parent } = this;
    const embeddings = embedOrbits(
      parent,
      union.graphs.flatMap(({ structure }) => structure.orbits),
    );
    const blocks = readouts.length > 0 ? parent.blocks : parent.blocks.slice(0, level);
    let features = embeddings;
    let state = this.start(union, embeddings);
    blocks.forEach((block, i) => {
      const isLast = i === blocks.length - 1;
      const update = runBlock(block, union, state, isLast && readouts.length === 0);
      if (i + 1 === level) features = update.atoms.slice();
      add(update.atoms, state.atoms);
      add(update.bonds, state.bonds);
      add(update.global, state.global);
      state = update;
    });
    const width = features.length / Math.max(1, union.multiplicities.length);
    const outputs = readouts.map((readout) => [readout.output, readOut(readout, union, state)] as const);
    return union.graphs.map((_, g) => ({
      features: features.slice(
        (union.nodesOfGraphs[g] ?? 0) * width,
        (union.nodesOfGraphs[g + 1] ?? 0) * width,
      ),
      width,
      outputs: new Map(outputs.map(([name, values]) => [name, values[g] ?? NaN])),
    }));
  }

  private start(union: GraphUnion, embeddings: Float64Array): GraphState {
    const { parent } = this;
    const graphs = union.graphs.length;
    const stateInputs = parent.stateLayers[0]?.inputs ?? 0;
    return {
      atoms: applyStack(parent.atomLayers, embeddings, union.multiplicities.length, "softplus2"),
      bonds: (this.bondTable ??= new BondTable(parent)).lookUp(union.distances),
      global: applyStack(parent.stateLayers, new Float64Array(graphs * stateInputs), graphs, "softplus2"),
    };
  }
}

/** Graphs with more bonds than these together are no faster together, and take memory. */
const mostBondsTogether = 4096;

/** Graphs that are run together. */
function parts(graphs: readonly CrystalGraph[]): CrystalGraph[][] {
  const parts: CrystalGraph[][] = [];
  let bonds = Infinity;
  for (const graph of graphs) {
    bonds += graph.distances.length;
    if (bonds <= mostBondsTogether) parts.at(-1)?.push(graph);
    else {
      parts.push([graph]);
      bonds = graph.distances.length;
    }
  }
  return parts;
}

/** Vectors of atoms (a row a node), bonds (a row a bond) and of the state of each graph. */
interface GraphState {
  readonly atoms: Float64Array;
  readonly bonds: Float64Array;
  readonly global: Float64Array;
}

function add(sum: Float64Array, x: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (x[i] ?? 0);
}

/** New vectors before the residual addition; with `atomsOnly` the state comes back empty. */
function runBlock(block: MegnetBlock, union: GraphUnion, input: GraphState, atomsOnly: boolean): GraphState {
  const [nodes, graphs] = [union.multiplicities.length, union.graphs.length];
  const state = {
    atoms: applyStack(block.atomLayers, input.atoms, nodes, "softplus2"),
    global: applyStack(block.stateLayers, input.global, graphs, "softplus2"),
  };
  const bonds = runBonds(block, union, input.bonds, state);
  const width = block.messages.bonds[2].outputs;
  const [atomWidth, stateWidth] = [state.atoms.length / Math.max(1, nodes), state.global.length / graphs];
  const bondMeans = weightedMeans(bonds, width, union.counts, union.offsets);
  const ofAtoms = [{ values: bondMeans }, { values: state.atoms }];
  const ofGraph = { values: state.global, rowOf: union.graphOfNode };
  const atoms = applyMessages(
    block.messages.atoms,
    joinColumns(nodes, [...ofAtoms, ofGraph], [width, atomWidth, stateWidth]),
  );
  const networks = block.messages.state;
  if (atomsOnly || !networks) return { atoms, bonds, global: new Float64Array(0) };
  const means = [
    weightedMeans(bondMeans, width, union.bondsOfNodes, union.nodesOfGraphs),
    weightedMeans(atoms, width, union.multiplicities, union.nodesOfGraphs),
    state.global,
  ].map((values) => ({ values }));
  return {
    atoms,
    bonds,
    global: applyMessages(networks, joinColumns(graphs, means, [width, width, stateWidth])),
  };
}

/**
 * New bond vectors from [v_i, v_j, e, u]. All layers are one chain, so that what lies between them is not written out; the
 * products of the first message layer with v_i, v_j and u are taken once a node, not once a bond.
 */
function runBonds(
  { bondLayers, messages }: MegnetBlock,
  union: GraphUnion,
  bonds: Float64Array,
  { atoms, global }: Pick<GraphState, "atoms" | "global">,
): Float64Array {
  const [first, second, third] = messages.bonds;
  const { outputs } = first;
  const [nodes, graphs] = [union.multiplicities.length, union.graphs.length];
  const width = atoms.length / Math.max(1, nodes);
  const beforeState = first.inputs - global.length / graphs;
  const rowsOfKernel = (from: number, to: number) => first.kernel.subarray(from * outputs, to * outputs);
  const stage = (kernel: Float64Array, start: Stage["start"]) => ({ kernel, outputs, start });
  const nothing = { other: new Float64Array(outputs), rowsOfOther: new Uint32Array(nodes) };
  const constants = applyStages([stage(rowsOfKernel(beforeState, first.inputs), first.bias)], global, graphs);
  const ofStarts = stage(rowsOfKernel(0, width), {
    one: constants,
    rowsOfOne: union.graphOfNode,
    ...nothing,
  });
  const ofBonds = stage(rowsOfKernel(2 * width, beforeState), {
    one: applyStages([ofStarts], atoms, nodes),
    rowsOfOne: union.starts,
    other: applyStages([stage(rowsOfKernel(width, 2 * width), nothing.other)], atoms, nodes),
    rowsOfOther: union.ends,
  });
  return applyStages(
    [
      ...bondLayers.flatMap((layer) => stagesOf(layer, "softplus2")),
      { ...ofBonds, activation: "softplus2" },
      ...stagesOf(second, "softplus2"),
      ...stagesOf(third),
    ],
    bonds,
    union.distances.length,
  );
}

function applyMessages(
  [first, second, third]: readonly [Dense, Dense, Dense],
  x: Float64Array,
): Float64Array {
  const stages = [...stagesOf(first, "softplus2"), ...stagesOf(second, "softplus2"), ...stagesOf(third)];
  return applyStages(stages, x, x.length / first.inputs);
}

/** What a readout says of each graph. */
function readOut(
  readout: MegnetReadout,
  union: GraphUnion,
  { atoms, bonds, global }: GraphState,
): Float64Array {
  const { multiplicities, weights, distances, nodesOfGraphs, bondsOfGraphs } = union;
  const graphs = union.graphs.length;
  const atomVectors = applyStack(readout.atomLayers, atoms, multiplicities.length, "softplus2");
  const bondVectors = applyStack(readout.bondLayers, bonds, distances.length, "softplus2");
  const sets = [
    applySet2Set(readout.atoms, atomVectors, { offsets: nodesOfGraphs, weights: multiplicities }),
    applySet2Set(readout.bonds, bondVectors, { offsets: bondsOfGraphs, weights }),
    global,
  ];
  const joined = joinColumns(
    graphs,
    sets.map((values) => ({ values })),
    sets.map((values) => values.length / graphs),
  );
  const hidden = applyStack(readout.layers.slice(0, -1), joined, graphs, "softplus2");
  const output = readout.layers.at(-1);
  const values = output ? applyDense(output, hidden, graphs) : new Float64Array(graphs).fill(NaN);
  return values.map(outputActivations[readout.activation]);
}
