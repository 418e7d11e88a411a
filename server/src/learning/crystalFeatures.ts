import { simplify } from "../crystal/simplification";
import type { Structure } from "../crystal/structure";
import { buildCrystalGraph } from "../graph/crystalGraph";
import type { Megnet } from "../graph/megnet";
import type { AtomFeatures } from "./atomSets/atomSets";

/** Chapter 4's representations of a structure. */
export type Representation = "CAMN" | "CAN" | "CAMNS" | "CANS";

/** A structure with what the parent sees of it, computed when first asked for and then shared by all who ask. */
export class CrystalFeatures {
  private readonly known = new Map<string, AtomFeatures>();

  constructor(
    readonly structure: Structure,
    private readonly megnet: Megnet,
  ) {}

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
    const graph = buildCrystalGraph(simplify(this.structure, representation), this.megnet.parent.cutoff);
    const { features, width } = this.megnet.run(graph, level);
    return { values: features, width, multiplicities: graph.multiplicities };
  }
}
