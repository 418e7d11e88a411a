import { writeModelFile, type ModelManifest, type Tensors } from "../modelFile";
import type { TrainingCompound } from "../trainingIndex";

/** What a model learned from that a user trained. */
export interface OwnData {
  /** Name of the parent whose features it reads. */
  readonly parent: string;
  readonly compounds: readonly TrainingCompound[];
}

/** What the architecture holds beside what the trainer put there. */
interface StoredData {
  readonly parent: string;
  readonly compounds: readonly Omit<TrainingCompound, "features">[];
}

const indexTensor = "index";

/** A model file that carries the compounds it was trained on, so that distances to them can be told. */
export function writeOwnModel(
  manifest: Omit<ModelManifest, "architecture"> & { readonly architecture: object },
  tensors: Tensors,
  { parent, compounds }: OwnData,
): Uint8Array {
  const facts = compounds.map(({ id, formula, conductivity, doi }) => ({ id, formula, conductivity, doi }));
  const stored: StoredData = { parent, compounds: facts };
  const width = compounds[0]?.features.length ?? 0;
  const values = Float32Array.from(compounds.flatMap(({ features }) => features));
  const index = { shape: [compounds.length, width], values };
  return writeModelFile(
    { ...manifest, architecture: { ...manifest.architecture, ...stored } },
    new Map([...tensors, [indexTensor, index]]),
  );
}

/** `undefined` for a model that was not trained by a user. */
export function ownDataOf({ architecture }: ModelManifest, tensors: Tensors): OwnData | undefined {
  const index = tensors.get(indexTensor);
  if (!index || !isStoredData(architecture)) return undefined;
  const { parent, compounds } = architecture;
  const width = index.shape[1] ?? 0;
  const features = (i: number) => Array.from(index.values.subarray(i * width, (i + 1) * width));
  return { parent, compounds: compounds.map((facts, i) => ({ ...facts, features: features(i) })) };
}

function isStoredData(value: unknown): value is StoredData {
  return (
    typeof value === "object" &&
    value !== null &&
    "parent" in value &&
    typeof value.parent === "string" &&
    "compounds" in value &&
    Array.isArray(value.compounds)
  );
}
