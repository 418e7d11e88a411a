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

  /**
   * Those of the parent's outputs that are named, of each structure as it is.
   *
   * @param crystals of one parent.
   */
  static outputsOfAll(crystals: readonly CrystalFeatures[], names: readonly OutputName[]): Outputs[] {
    const graphs = crystals.map((crystal) => crystal.graph());
    return (crystals[0]?.megnet.runAll(graphs, 0, names) ?? []).map(({ outputs }) => outputs);
  }

  /**
   * The atom features V`level` of the structure in a representation, a row an orbit.
   *
   * @throws RangeError for a level that the parent does not compute.
   */
  atoms(representation: Representation, level: number): AtomFeatures {
    const [features] = CrystalFeatures.atomsOfAll([this], representation, level);
    if (!features) throw new RangeError("every crystal has features");
    return features;
  }

  /**
   * As {@link atoms} of each: many in a fraction of the time.
   *
   * @param crystals of one parent.
   */
  static atomsOfAll(
    crystals: readonly CrystalFeatures[],
    representation: Representation,
    level: number,
  ): AtomFeatures[] {
    const key = `${representation}-V${level}`;
    const unknown = crystals.filter(({ known }) => !known.has(key));
    const graphs = unknown.map((crystal) => crystal.graphOf(simplify(crystal.structure, representation)));
    const results = crystals[0]?.megnet.runAll(graphs, level) ?? [];
    results.forEach(({ features, width }, i) => {
      const multiplicities = graphs[i]?.multiplicities ?? new Float64Array(0);
      unknown[i]?.known.set(key, { values: features, width, multiplicities });
    });
    return crystals.flatMap(({ known }) => known.get(key) ?? []);
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
