import { elementFraction } from "../features/contentFeatures";
import { fewest, fractionColumns, type FeatureScale } from "../features/featureTable";
import type { FeatureValues } from "../features/featureValues";

/** What a model has learned about, and how sure it usually is. */
export class Domain {
  /** Names of the fractions of the elements that enough compounds contain. */
  private readonly known: ReadonlySet<string>;

  constructor(
    scale: FeatureScale,
    rows: readonly Float32Array[],
    private readonly largestUsualDeviation: number,
  ) {
    const learned = fractionColumns(scale).filter(
      (k) => rows.filter((row) => (row[k] ?? 0) > 0).length >= fewest,
    );
    this.known = new Set(learned.map((k) => scale.names[k] ?? ""));
  }

  /**
   * Why a compound lies outside, in sentences for the user; empty where it lies inside.
   *
   * @param deviation of its predicted log10 conductivity.
   */
  cautions(features: FeatureValues, deviation: number): string[] {
    const prefix = elementFraction("");
    const unknown = [...features.keys()]
      .filter((name) => name.startsWith(prefix) && !this.known.has(name))
      .map((name) => name.slice(prefix.length))
      .sort();
    return [
      ...(unknown.length > 0
        ? [`Too few measured compounds contain ${unknown.join(", ")} to learn what it does.`]
        : []),
      ...(deviation > this.largestUsualDeviation
        ? ["No measured compound is much like this one: the conductivity is hardly more than a guess."]
        : []),
    ];
  }
}
