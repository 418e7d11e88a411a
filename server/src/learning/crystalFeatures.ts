import { simplify } from "../crystal/simplification";
import type { Structure } from "../crystal/structure";
import { buildCrystalGraph, type CrystalGraph } from "../graph/crystalGraph";
import type { Megnet, Outputs } from "../graph/megnet";
import type { OutputName } from "../graph/parentModel";
import { refuseFeatures, type Refusal } from "../graph/refusal";
import type { AtomFeatures } from "./atomSets/atomFeatures";

/** Chapter 4's representations of a structure. */
export type Representation = "CAMN" | "CAN" | "CAMNS" | "CANS";

/** A structure with what the parent sees of it, computed when first asked for and then shared by all who ask. */
export class CrystalFeatures {
  private readonly known = new Map<string, AtomFeatures>();
  private knownGraph: CrystalGraph | undefined;

  constructor(
    readonly structure: Structure,
    private readonly megnet: Megnet,
  ) {}

  /** Why the parent can compute nothing of the structure; `undefined` where it can. */
  refusal(): Refusal | undefined {
    return refuseFeatures(this.megnet.parent, this.structure);
  }

  /** Whether the parent computes this output. */
  hasOutput(name: OutputName): boolean {
    return this.megnet.parent.readouts.some(({ output }) => output === name);
  }

  /** Those of the parent's outputs that are named, of the structure as it is. */
  outputs(names: readonly OutputName[]): Outputs {
    return this.megnet.run(this.graph(), 0, names).outputs;
  }

  /**
   * The atom features V`level` of the structure in a representation, a row an orbit.
   *
   * @throws RangeError for a level that the parent does not compute.
   */
  atoms(representation: Representation, level: number): AtomFeatures {
    const key = `${representation}-V${level}`;
    const known = this.known.get(key) ?? this.compute(representation, level);
    this.known.set(key, known);
    return known;
  }

  private compute(representation: Representation, level: number): AtomFeatures {
    const graph = this.graphOf(simplify(this.structure, representation));
    const { features, width } = this.megnet.run(graph, level);
    return { values: features, width, multiplicities: graph.multiplicities };
  }

  /** Bonds hang on the places of sites alone: a representation that keeps all sites has the bonds of the structure. */
  private graphOf(simplified: Structure): CrystalGraph {
    return simplified.orbits.length === this.structure.orbits.length
      ? { ...this.graph(), structure: simplified }
      : buildCrystalGraph(simplified, this.megnet.parent.cutoff);
  }

  private graph(): CrystalGraph {
    this.knownGraph ??= buildCrystalGraph(this.structure, this.megnet.parent.cutoff);
    return this.knownGraph;
  }
}
