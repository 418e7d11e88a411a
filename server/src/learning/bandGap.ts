import type { Structure } from "../crystal/structure";
import { buildCrystalGraph } from "../graph/crystalGraph";
import type { Megnet } from "../graph/megnet";
import { refuseFeatures } from "../graph/refusal";

/** A crystal with at least this probability of a gap is called a nonmetal. */
const nonmetalFrom = 0.5;

/** Outputs by name, of one parent or of several. */
type NamedOutputs = ReadonlyMap<string, number>;

export function saysNonmetal(outputs: NamedOutputs): boolean {
  return (outputs.get("nonmetalProbability") ?? NaN) >= nonmetalFrom;
}

/**
 * The band gap in eV: what the regression says where the classifier says nonmetal, and 0 where it says metal, since the
 * regression has learned from crystals with a gap alone. `undefined` where one of the two outputs is missing.
 */
export function combinedGap(outputs: NamedOutputs): number | undefined {
  const gap = outputs.get("bandGap");
  if (gap === undefined || !outputs.has("nonmetalProbability")) return undefined;
  return saysNonmetal(outputs) ? Math.max(0, gap) : 0;
}

const gapOutputs = ["bandGap", "nonmetalProbability"] as const;

/** E_g of a structure as it is, in eV; `undefined` where it has no features, or where the parent knows no gaps. */
export function predictBandGap(megnet: Megnet, structure: Structure): number | undefined {
  const { parent } = megnet;
  if (!parent.readouts.some(({ output }) => output === "bandGap")) return undefined;
  if (structure.orbits.length === 0 || refuseFeatures(parent, structure)) return undefined;
  return combinedGap(megnet.run(buildCrystalGraph(structure, parent.cutoff), 0, gapOutputs).outputs);
}
