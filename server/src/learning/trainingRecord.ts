import type { ModelManifest, Tensors } from "./modelFile";
import type { TrainingCompound } from "./trainingIndex";

/** What a model file tells of the compounds that the model learned from, so that distances to them can be told. */
export interface TrainingRecord {
  /** Whose features those of the compounds are. */
  readonly parent: ParentIdentity;
  readonly compounds: readonly TrainingCompound[];
}

/** What tells a parent from others. */
export interface ParentIdentity {
  readonly name: string;
  /** Of its file, hexadecimal; absent in models of parents whose name tells enough. */
  readonly sha256?: string | undefined;
}

/** What of a model file hangs on its kind. */
export interface ModelContent {
  readonly architecture: object;
  readonly tensors: Tensors;
}

/** What the architecture holds beside what the trainer put there. */
interface StoredRecord {
  readonly parent: string;
  readonly parentSha256?: string | undefined;
  readonly compounds: readonly Omit<TrainingCompound, "features">[];
}

const indexTensor = "index";

/** The content of a model file with the record beside the model. */
export function withRecord(
  { architecture, tensors }: ModelContent,
  { parent, compounds }: TrainingRecord,
): ModelContent {
  const facts = compounds.map(({ id, formula, conductivity, doi }) => ({ id, formula, conductivity, doi }));
  const stored: StoredRecord = { parent: parent.name, parentSha256: parent.sha256, compounds: facts };
  const width = compounds[0]?.features.length ?? 0;
  const values = Float32Array.from(compounds.flatMap(({ features }) => features));
  const index = { shape: [compounds.length, width], values };
  return {
    architecture: { ...architecture, ...stored },
    tensors: new Map([...tensors, [indexTensor, index]]),
  };
}

/** `undefined` for a model without a record, which reads the shipped parent's features if it reads any. */
export function recordOf({ architecture }: ModelManifest, tensors: Tensors): TrainingRecord | undefined {
  const index = tensors.get(indexTensor);
  if (!index || !isStoredRecord(architecture)) return undefined;
  const { parent, parentSha256, compounds } = architecture;
  const width = index.shape[1] ?? 0;
  const features = (i: number) => Array.from(index.values.subarray(i * width, (i + 1) * width));
  return {
    parent: { name: parent, sha256: parentSha256 },
    compounds: compounds.map((facts, i) => ({ ...facts, features: features(i) })),
  };
}

/** Whether a model with this record can read the parent's features. */
export function isOfParent({ parent }: TrainingRecord, other: Required<ParentIdentity>): boolean {
  return parent.sha256 === undefined ? parent.name === other.name : parent.sha256 === other.sha256;
}

function isStoredRecord(value: unknown): value is StoredRecord {
  return (
    typeof value === "object" &&
    value !== null &&
    "parent" in value &&
    typeof value.parent === "string" &&
    (!("parentSha256" in value) || typeof value.parentSha256 === "string") &&
    "compounds" in value &&
    Array.isArray(value.compounds)
  );
}
