import type { Classifier } from "../classifier";
import type { ModelManifest, Tensors } from "../modelFile";
import { ConductivityClassifier } from "./conductivityClassifier";
import { ConductivityModel, type ConductivityModelState } from "./conductivityModel";
import { fromTensors } from "./modelTensors";

/** The kind of the files that conductivity models are written in. */
export const conductivityKind = "conductivity-mixture";

/** What is stored of a model of this kind. @throws Error where the tensors are no such model. */
export function conductivityState({ architecture }: ModelManifest, tensors: Tensors): ConductivityModelState {
  return fromTensors(architecture, tensors);
}

/** The classifier of a file of this kind. @throws Error where the tensors are no such model. */
export function readConductivityModel(manifest: ModelManifest, tensors: Tensors): Classifier {
  const model = new ConductivityModel(conductivityState(manifest, tensors));
  return new ConductivityClassifier(`${manifest.name}, version ${manifest.version}`, model);
}
