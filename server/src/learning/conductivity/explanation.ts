import type { Influence } from "../classifier";
import { isFraction, type FeatureScale } from "../features/featureTable";
import type { Member } from "./members";

/**
 * What each feature does to a prediction: by how much it falls when the feature is set to the training mean, all others left as
 * they are. One at a time, so effects of features that go together are told of each, and need not add up. Elements that the
 * compound lacks are left out. The strongest first.
 *
 * @param members the prediction is the mean of theirs.
 */
export function influencesOn(
  { names, mean }: FeatureScale,
  row: Float32Array,
  members: readonly Pick<Member, "meanChanges">[],
): Influence[] {
  const told = [...names.keys()].filter((k) => {
    const value = row[k] ?? NaN;
    return !Number.isNaN(value) && !(isFraction(names[k] ?? "") && value === 0);
  });
  const usualRows = told.map((k) => row.with(k, mean[k] ?? NaN));
  const changes = members.map((member) => member.meanChanges(row, usualRows));
  const influences = told.map((k, i): Influence => {
    const effect = changes.reduce((sum, ofMember) => sum - (ofMember[i] ?? 0), 0) / members.length;
    return { property: propertyOf(names[k] ?? ""), value: row[k] ?? NaN, usual: mean[k] ?? NaN, effect };
  });
  return influences.sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
}

/** As the user is told it: that the electronegativity is the largest one goes without saying. */
function propertyOf(feature: string): string {
  return feature.replace(/^most /, "");
}
