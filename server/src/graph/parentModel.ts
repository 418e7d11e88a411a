import type { Dense } from "./dense";
import type { outputActivations, Set2Set } from "./set2set";

/** The three message networks of a MEGNet block: two hidden layers with softplus2, then a linear one. */
export interface MessageNetworks {
  /** From [v_i, v_j, e_ij, u]. */
  readonly bonds: readonly [Dense, Dense, Dense];
  /** From [mean of the site's new bonds, v_i, u]. */
  readonly atoms: readonly [Dense, Dense, Dense];
  /** From [mean of all new bonds, mean of all new atoms, u]; absent where no later block or readout asks for it. */
  readonly state: readonly [Dense, Dense, Dense] | undefined;
}

export interface MegnetBlock {
  /** Feed-forward layers before the messages; the first block has none. */
  readonly atomLayers: readonly Dense[];
  readonly bondLayers: readonly Dense[];
  readonly stateLayers: readonly Dense[];
  readonly messages: MessageNetworks;
}

export interface MegnetReadout {
  readonly atoms: Set2Set;
  readonly bonds: Set2Set;
  /** Dense layers with softplus2, the last one with `activation`. */
  readonly layers: readonly Dense[];
  readonly activation: keyof typeof outputActivations;
}

/** The pre-trained graph network whose atom features the ensemble reads (Chen et al., Chem. Mater. 31, 3564, 2019). */
export interface ParentModel {
  readonly name: string;
  /** Bonds reach this far, angstrom. */
  readonly cutoff: number;
  /** Distances are expanded as exp(-(d - centre)^2 / width^2); angstrom. */
  readonly gaussians: { readonly centres: Float64Array; readonly width: number };
  /** Row Z is the embedding of the element with atomic number Z. */
  readonly embedding: { readonly elements: number; readonly width: number; readonly values: Float64Array };
  readonly atomLayers: readonly Dense[];
  readonly bondLayers: readonly Dense[];
  readonly stateLayers: readonly Dense[];
  /** As many as the levels of atom features above V0 that it computes. */
  readonly blocks: readonly MegnetBlock[];
  readonly readout: MegnetReadout | undefined;
}

/** The highest level of atom features that this parent computes. */
export function highestLevel(parent: ParentModel): number {
  return parent.blocks.length;
}
