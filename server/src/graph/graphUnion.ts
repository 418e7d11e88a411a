import type { CrystalGraph } from "./crystalGraph";

/** Rows that belong to one thing after another: thing `i` has the rows `offsets[i]` to `offsets[i + 1] - 1`. */
export type Offsets = Uint32Array;

/** Many crystal graphs as one, without bonds between them; the fields that both have mean the same. */
export interface GraphUnion extends Omit<CrystalGraph, "structure" | "bonds"> {
  readonly graphs: readonly CrystalGraph[];
  /** The nodes and the bonds of each graph. */
  readonly nodesOfGraphs: Offsets;
  readonly bondsOfGraphs: Offsets;
  /** The graph of each node. */
  readonly graphOfNode: Uint32Array;
}

export function uniteGraphs(graphs: readonly CrystalGraph[]): GraphUnion {
  const nodesOfGraphs = offsetsOf(graphs.map(({ multiplicities }) => multiplicities.length));
  const bondsOfGraphs = offsetsOf(graphs.map(({ distances }) => distances.length));
  const [nodes, bonds] = [nodesOfGraphs.at(-1) ?? 0, bondsOfGraphs.at(-1) ?? 0];
  const graphOfNode = new Uint32Array(nodes);
  graphs.forEach((_, g) => graphOfNode.fill(g, nodesOfGraphs[g], nodesOfGraphs[g + 1]));
  const offsets = new Uint32Array(nodes + 1);
  graphs.forEach((graph, g) => {
    shift(graph.offsets, bondsOfGraphs[g] ?? 0, offsets, nodesOfGraphs[g] ?? 0);
  });
  const nodeNumbers = (numbers: (graph: CrystalGraph) => Uint32Array) => {
    const joined = new Uint32Array(bonds);
    graphs.forEach((graph, g) => {
      shift(numbers(graph), nodesOfGraphs[g] ?? 0, joined, bondsOfGraphs[g] ?? 0);
    });
    return joined;
  };
  return {
    ...{ graphs, nodesOfGraphs, bondsOfGraphs, graphOfNode, offsets },
    multiplicities: join(graphs.map((graph) => graph.multiplicities)),
    starts: nodeNumbers((graph) => graph.starts),
    ends: nodeNumbers((graph) => graph.ends),
    distances: join(graphs.map((graph) => graph.distances)),
    counts: join(graphs.map((graph) => graph.counts)),
    weights: join(graphs.map((graph) => graph.weights)),
    bondsOfNodes: join(graphs.map((graph) => graph.bondsOfNodes)),
  };
}

function offsetsOf(counts: readonly number[]): Offsets {
  const offsets = new Uint32Array(counts.length + 1);
  counts.forEach((count, i) => (offsets[i + 1] = (offsets[i] ?? 0) + count));
  return offsets;
}

/** Writes numbers with `by` added, from one place on. */
function shift(numbers: Uint32Array, by: number, to: Uint32Array, place: number): void {
  for (let i = 0; i < numbers.length; i++) to[place + i] = (numbers[i] ?? 0) + by;
}

function join(parts: readonly Float64Array[]): Float64Array {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const joined = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
