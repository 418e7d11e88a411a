import { elementFraction, propertyOf } from "../features/compositionFeatures";
import type { FeatureScale } from "../features/featureTable";
import type { Influence } from "../classifier";
import type { Member } from "./members";

/** Features that tell one property together (mean, spread, least and most), and are set to their usual values together. */
interface PropertyColumns {
  readonly columns: number[];
  /** The column whose value is shown: the first, where it is a mean that one. */
  shown: number;
}

/**
 * What each property does to a prediction: by how much it falls when the property's features are set to the training means, all
 * others left as they are. One property at a time, so effects of properties that go together are told of each, and need not add up.
 * Elements that the compound lacks are left out. The strongest first.
 *
 * @param members the prediction is the mean of theirs.
 */
export function influencesOn(
  scale: FeatureScale,
  row: Float32Array,
  members: readonly Pick<Member, "meanChanges">[],
): Influence[] {
  const told = [...propertiesOf(scale)].filter(([property, { shown }]) => {
    const value = row[shown] ?? NaN;
    return !Number.isNaN(value) && !(property.startsWith(elementFraction("")) && value === 0);
  });
  const usualRows = told.map(([, { columns }]) => {
    const usualRow = row.slice();
    for (const k of columns) usualRow[k] = scale.mean[k] ?? 0;
    return usualRow;
  });
  const changes = members.map((member) => member.meanChanges(row, usualRows));
  const influences = told.map(([property, { shown }], i): Influence => {
    const effect = changes.reduce((sum, ofMember) => sum - (ofMember[i] ?? 0), 0) / members.length;
    return { property, value: row[shown] ?? NaN, usual: scale.mean[shown] ?? NaN, effect };
  });
  return influences.sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
}

function propertiesOf({ names }: FeatureScale): Map<string, PropertyColumns> {
  const properties = new Map<string, PropertyColumns>();
  names.forEach((name, k) => {
    const property = propertyOf(name);
    const known = properties.get(property);
    if (!known) properties.set(property, { columns: [k], shown: k });
    else {
      known.columns.push(k);
      if (name === `mean ${property}`) known.shown = k;
    }
  });
  return properties;
}
