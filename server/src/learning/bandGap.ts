import type { CrystalFeatures } from "./crystalFeatures";

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

/** E_g of a crystal as it is, in eV; `undefined` where it has no features, or where the parent knows no gaps. */
export function predictBandGap(crystal: CrystalFeatures): number | undefined {
  if (!crystal.hasOutput("bandGap")) return undefined;
  if (crystal.structure.orbits.length === 0 || crystal.refusal()) return undefined;
  return combinedGap(crystal.outputs(gapOutputs));
}
