import type { Classifier } from "../classifier";
import type { ModelManifest, Tensors } from "../modelFile";
import { ConductivityClassifier } from "./conductivityClassifier";
import { ConductivityModel } from "./conductivityModel";
import { fromTensors } from "./modelTensors";

/** The kind of the files that conductivity models are written in. */
export const conductivityKind = "conductivity-mixture";

interface Architecture {
  readonly metadata: Readonly<Record<string, string>>;
}

/** The classifier of a file of this kind. @throws Error where the tensors are no such model. */
export function readConductivityModel(
  { name, version, architecture }: ModelManifest,
  tensors: Tensors,
): Classifier {
  const { metadata } = architecture as Architecture;
  const model = new ConductivityModel(fromTensors({ metadata, tensors }));
  return new ConductivityClassifier(`${name}, version ${version}`, model);
}
