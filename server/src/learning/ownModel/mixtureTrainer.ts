import type { Classifier } from "../classifier";
import { ConductivityClassifier } from "../conductivity/conductivityClassifier";
import { ConductivityModel, fitConductivityModel } from "../conductivity/conductivityModel";
import { fromTensors, toTensors } from "../conductivity/modelTensors";
import { describeStructure } from "../features/describeStructure";
import type { FeatureValues } from "../features/featureValues";
import type { ModelManifest, Tensors } from "../modelFile";
import type { ConductivityTrainer } from "./conductivityTrainer";

const kind = "conductivity-mixture";

/** Superion's own way: a calibrated mixture of regressions that look at composition, cell and lithium environment. */
export const mixtureTrainer: ConductivityTrainer<FeatureValues> = {
  kind,
  description:
    "a calibrated mixture of Gaussian processes on log10 of the conductivity, over composition and lithium environment",
  describe: ({ structure }) => describeStructure(structure),
  train: async (rows, { signal, onProgress }) => {
    signal?.throwIfAborted();
    const samples = rows.map(({ compound, isUpperBound, features }) => {
      const { id, formula, doi, logConductivity } = compound;
      // Compounds without a paper are of no common paper.
      return { id, formula, doi: doi || id, logConductivity, isUpperBound, features };
    });
    const model = fitConductivityModel(samples);
    onProgress?.(1);
    // Whoever waits to abort gets a turn.
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    const { metadata, tensors } = toTensors(model.state);
    return {
      probability: (features) => model.predict(features).pSi,
      stored: { architecture: { metadata }, tensors },
    };
  },
};

interface Architecture {
  readonly metadata: Readonly<Record<string, string>>;
}

/** The classifier of a file of this kind. @throws Error where the tensors are no such model. */
export function readMixtureModel(
  { name, version, architecture }: ModelManifest,
  tensors: Tensors,
): Classifier {
  const { metadata } = architecture as Architecture;
  const model = new ConductivityModel(fromTensors({ metadata, tensors }));
  return new ConductivityClassifier(`${name}, version ${version}`, model);
}
