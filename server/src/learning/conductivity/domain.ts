import { fractionColumns, type FeatureScale } from "../features/featureTable";
import type { FeatureValues } from "../features/featureValues";
import { elementFraction } from "../features/compositionFeatures";

/** Why a compound lies outside of what a model has learned, in sentences for the user; empty where it lies inside. */
export function domainCautions(
  scale: FeatureScale,
  features: FeatureValues,
  deviation: number,
  largestUsualDeviation: number,
): string[] {
  const unknown = unknownElements(scale, features);
  return [
    ...(unknown.length > 0
      ? [`Too few measured compounds contain ${unknown.join(", ")} to learn what it does.`]
      : []),
    ...(deviation > largestUsualDeviation
      ? ["No measured compound is much like this one: the conductivity is hardly more than a guess."]
      : []),
  ];
}

function unknownElements(scale: FeatureScale, features: FeatureValues): string[] {
  const prefix = elementFraction("");
  const known = new Set(
    fractionColumns(scale).flatMap((k) =>
      Number.isFinite(scale.deviation[k] ?? Infinity) ? [scale.names[k] ?? ""] : [],
    ),
  );
  return [...features.keys()]
    .filter((name) => name.startsWith(prefix) && !known.has(name))
    .map((name) => name.slice(prefix.length))
    .sort();
}
