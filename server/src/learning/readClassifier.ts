import { ensembleClassifier } from "./atomSets/ensemble";
import { ensembleKind, ensembleOf } from "./atomSets/ensembleFile";
import type { Classifier } from "./classifier";
import { conductivityKind, readConductivityModel } from "./conductivity/conductivityFile";
import { readModelFile, type ModelManifest, type Tensors } from "./modelFile";

export type ClassifierReading =
  | {
      readonly kind: "classifier";
      readonly classifier: Classifier;
      readonly manifest: ModelManifest;
      readonly tensors: Tensors;
    }
  | { readonly kind: "refused"; readonly reason: string };

/** Every kind of model that can be chosen. @throws Error where the tensors do not fit the architecture. */
const kinds = new Map<string, (manifest: ModelManifest, tensors: Tensors) => Classifier>([
  [ensembleKind, (manifest, tensors) => ensembleClassifier(ensembleOf(manifest, tensors))],
  [conductivityKind, readConductivityModel],
]);

/** The model in a file. @param name of the file, for the reason of a refusal. */
export function readClassifier(name: string, bytes: Uint8Array): ClassifierReading {
  const reading = readModelFile(name, bytes);
  if (reading.kind === "refused") return reading;
  const { manifest, tensors } = reading;
  const make = kinds.get(manifest.kind);
  if (!make)
    return {
      kind: "refused",
      reason: `${name} holds a model of the kind ${manifest.kind}, which this Superion does not know.`,
    };
  try {
    return { kind: "classifier", classifier: make(manifest, tensors), manifest, tensors };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "refused", reason: `${name} holds no model that can be used: ${reason}.` };
  }
}
