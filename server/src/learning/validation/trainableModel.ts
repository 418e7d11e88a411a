import type { LabelledCompound } from "./compound";

/** A way to make a classifier out of data, as validation knows it: whoever brings one can be compared. */
export interface TrainableModel {
  /** As the report names it, `AtomSets CAMNS-V1`. */
  readonly name: string;
  /**
   * Learns from these compounds, some of which may have no structure.
   *
   * @param seed Decides all that is random about it.
   */
  fit(training: readonly LabelledCompound[], seed: number): FittedModel | Promise<FittedModel>;
}

export interface FittedModel {
  /** P_SI of each compound, in their order. Their labels are not looked at. */
  predict(compounds: readonly LabelledCompound[]): readonly number[];
}
