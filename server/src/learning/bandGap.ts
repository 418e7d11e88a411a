import { CrystalFeatures } from "./crystalFeatures";

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

/** E_g of crystals as they are, in eV; `undefined` for those without features, and where the parent knows no gaps. */
export function predictBandGaps(crystals: readonly CrystalFeatures[]): (number | undefined)[] {
  const able = crystals.filter(
    (crystal) => crystal.hasOutput("bandGap") && crystal.structure.orbits.length > 0 && !crystal.refusal(),
  );
  const outputs = CrystalFeatures.outputsOfAll(able, gapOutputs);
  const gaps = new Map(outputs.map((one, i) => [able[i], combinedGap(one)]));
  return crystals.map((crystal) => gaps.get(crystal));
}
