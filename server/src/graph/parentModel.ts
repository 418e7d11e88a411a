import type { outputActivations } from "./activations";
import type { Dense } from "./dense";
import type { Set2Set } from "./set2set";

/** The three message networks of a MEGNet block: two hidden layers with softplus2, then a linear one. */
export interface MessageNetworks<Layer = Dense> {
  /** From [v_i, v_j, e_ij, u]. */
  readonly bonds: readonly [Layer, Layer, Layer];
  /** From [mean of the site's new bonds, v_i, u]. */
  readonly atoms: readonly [Layer, Layer, Layer];
  /** From [mean of all new bonds, mean of all new atoms, u]; absent where no later block or readout asks for it. */
  readonly state: readonly [Layer, Layer, Layer] | undefined;
}

export interface MegnetBlock<Layer = Dense> {
  /** Feed-forward layers before the messages; the first block has none. */
  readonly atomLayers: readonly Layer[];
  readonly bondLayers: readonly Layer[];
  readonly stateLayers: readonly Layer[];
  readonly messages: MessageNetworks<Layer>;
}

/** What a readout gives: `prediction` is the one of a published model, whose files do not say what it is. */
export type OutputName = "formationEnergy" | "bandGap" | "nonmetalProbability" | "prediction";

/** One number a crystal, from its atoms, bonds and state after the last block. */
export interface MegnetReadout<Layer = Dense> {
  readonly output: OutputName;
  /** Feed-forward layers before the sets are read; published models have none. */
  readonly atomLayers: readonly Layer[];
  readonly bondLayers: readonly Layer[];
  readonly atoms: Set2Set<Layer>;
  readonly bonds: Set2Set<Layer>;
  /** Dense layers with softplus2, the last one with `activation`. */
  readonly layers: readonly Layer[];
  readonly activation: keyof typeof outputActivations;
}

/** Row Z is the embedding of the element with atomic number Z. */
export interface ElementEmbedding {
  readonly elements: number;
  readonly width: number;
  /** `elements x width`. */
  readonly values: Float64Array;
}

/**
 * The pre-trained graph network whose atom features the ensemble reads (Chen et al., Chem. Mater. 31, 3564, 2019). Its
 * layers and its embedding are plain arrays here; the same shape with tensors in their place is what trains.
 */
export interface ParentModel<Layer = Dense, Embedding = ElementEmbedding> {
  readonly name: string;
  /** Bonds reach this far, angstrom. */
  readonly cutoff: number;
  /** Distances are expanded as exp(-(d - centre)^2 / width^2); angstrom. */
  readonly gaussians: { readonly centres: Float64Array; readonly width: number };
  readonly embedding: Embedding;
  readonly atomLayers: readonly Layer[];
  readonly bondLayers: readonly Layer[];
  readonly stateLayers: readonly Layer[];
  /** As many as the levels of atom features above V0 that it computes. */
  readonly blocks: readonly MegnetBlock<Layer>[];
  /** The first one gives what the parent was made for. */
  readonly readouts: readonly MegnetReadout<Layer>[];
}

/** The highest level of atom features that this parent computes. */
export function highestLevel(parent: ParentModel): number {
  return parent.blocks.length;
}

/**
 * The parent with every layer and the embedding replaced. Layers are visited in a fixed order and told by a name that
 * says their place, `blocks.0.messages.atoms.2`.
 */
export function mapParent<A, B, E, F>(
  parent: ParentModel<A, E>,
  mapLayer: (layer: A, name: string) => B,
  mapEmbedding: (embedding: E) => F,
): ParentModel<B, F> {
  const { name, cutoff, gaussians } = parent;
  const list = (layers: readonly A[], path: string) =>
    layers.map((layer, i) => mapLayer(layer, `${path}.${i}`));
  const three = ([a, b, c]: readonly [A, A, A], path: string): readonly [B, B, B] => [
    mapLayer(a, `${path}.0`),
    mapLayer(b, `${path}.1`),
    mapLayer(c, `${path}.2`),
  ];
  const block = ({ atomLayers, bondLayers, stateLayers, messages }: MegnetBlock<A>, path: string) => ({
    atomLayers: list(atomLayers, `${path}.atomLayers`),
    bondLayers: list(bondLayers, `${path}.bondLayers`),
    stateLayers: list(stateLayers, `${path}.stateLayers`),
    messages: {
      bonds: three(messages.bonds, `${path}.messages.bonds`),
      atoms: three(messages.atoms, `${path}.messages.atoms`),
      state: messages.state && three(messages.state, `${path}.messages.state`),
    },
  });
  const readout = (
    { output, atomLayers, bondLayers, atoms, bonds, layers, activation }: MegnetReadout<A>,
    path: string,
  ) => ({
    output,
    atomLayers: list(atomLayers, `${path}.atomLayers`),
    bondLayers: list(bondLayers, `${path}.bondLayers`),
    atoms: mapSet2Set(atoms, mapLayer, `${path}.atoms`),
    bonds: mapSet2Set(bonds, mapLayer, `${path}.bonds`),
    layers: list(layers, `${path}.layers`),
    activation,
  });
  return {
    name,
    cutoff,
    gaussians,
    embedding: mapEmbedding(parent.embedding),
    atomLayers: list(parent.atomLayers, "atomLayers"),
    bondLayers: list(parent.bondLayers, "bondLayers"),
    stateLayers: list(parent.stateLayers, "stateLayers"),
    blocks: parent.blocks.map((each, i) => block(each, `blocks.${i}`)),
    readouts: parent.readouts.map((each) => readout(each, `readouts.${each.output}`)),
  };
}

export function mapSet2Set<A, B>(
  { projection, recurrence, steps }: Set2Set<A>,
  mapLayer: (layer: A, name: string) => B,
  path: string,
): Set2Set<B> {
  return {
    projection: mapLayer(projection, `${path}.projection`),
    recurrence: mapLayer(recurrence, `${path}.recurrence`),
    steps,
  };
}
