import { elementFraction, propertyOf } from "../features/compositionFeatures";
import type { FeatureScale } from "../features/featureTable";
import type { Influence } from "../classifier";

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
 * @param predict log10 of the conductivity of a row of features.
 */
export function influencesOn(
  scale: FeatureScale,
  row: Float32Array,
  predict: (row: Float32Array) => number,
): Influence[] {
  const whole = predict(row);
  const influences = [...propertiesOf(scale)].flatMap(([property, { columns, shown }]): Influence[] => {
    const value = row[shown] ?? NaN;
    if (Number.isNaN(value) || (property.startsWith(elementFraction("")) && value === 0)) return [];
    const changed = row.slice();
    for (const k of columns) changed[k] = scale.mean[k] ?? 0;
    return [{ property, value, usual: scale.mean[shown] ?? NaN, effect: whole - predict(changed) }];
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
