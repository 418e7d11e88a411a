import type { CrystalFeatures } from "../crystalFeatures";
import type { Tensors } from "../modelFile";
import type { LabelledCompound } from "../validation/compound";

/** A measured compound as a model learns from it. */
export interface TrainingRow<Features> {
  readonly compound: LabelledCompound;
  /** Whether the conductivity is only known to lie below what the compound says. */
  readonly isUpperBound: boolean;
  readonly features: Features;
}

export interface TrainingOptions {
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  /** Share of the training that is done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** A way to make models out of measured compounds, whose features may come from a structure or from storage. */
export interface ConductivityTrainer<Features> {
  /** The kind of the files that its models are written in. */
  readonly kind: string;
  /** In words, for the card. */
  readonly description: string;
  describe(crystal: CrystalFeatures): Features;
  /** @throws the signal's reason when it is aborted. */
  train(rows: readonly TrainingRow<Features>[], options: TrainingOptions): Promise<TrainedModel<Features>>;
}

export interface TrainedModel<Features> {
  /** P_SI. */
  probability(features: Features): number;
  /** What a model file holds of it. */
  readonly stored: { readonly architecture: object; readonly tensors: Tensors };
}
