import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Megnet } from "../graph/megnet";
import { readParent } from "../graph/parentFile";
import type { ParentModel } from "../graph/parentModel";
import { readPublishedParent, type ParentReading } from "../graph/publishedParent";
import type { Classifier } from "../learning/classifier";
import type { ConductivitySample } from "../learning/conductivity/samples";
import { storedSamples } from "../learning/conductivity/storedSamples";
import { ownDataOf, type OwnData } from "../learning/ownModel/ownModelFile";
import { readClassifier } from "../learning/readClassifier";
import type { SuperionicModel } from "../learning/superionicModel";
import { TrainingIndex, type TrainingCompound } from "../learning/trainingIndex";

/** The models that ship, by the name under which a user chooses them. */
const shippedModels = new Map([
  ["superion", "superion.safetensors"],
  ["thesis", "thesis.safetensors"],
]);

/** What a user may put in place of what ships by default. */
export interface ModelChoice {
  /** Published MEGNet weights (`.hdf5`, with its `.hdf5.json` beside it) or a parent in Superion's own form, by path. */
  readonly parent?: string | undefined;
  /** `superion` (the default), `thesis`, or the path of a model file. */
  readonly model?: string | undefined;
}

/**
 * The chosen model, with what ships in `folder` for the rest. Nothing that was not chosen is read.
 *
 * @throws Error with a reason for the user where a file is missing or cannot be read.
 */
export async function loadModel(folder: string, choice: ModelChoice = {}): Promise<SuperionicModel> {
  const [parent, { classifier, ownData, samples }, shippedIndex] = await Promise.all([
    loadParent(folder, choice.parent),
    loadClassifier(folder, choice.model ?? "superion"),
    readFile(join(folder, "trainingIndex.json"), "utf8"),
  ]);
  if (ownData && ownData.parent !== parent.name)
    throw new Error(
      `${classifier.name} was trained on the atom features of ${ownData.parent} and cannot read those of ${parent.name}: train it anew.`,
    );
  const compounds = ownData?.compounds ?? (JSON.parse(shippedIndex) as TrainingCompound[]);
  return { megnet: new Megnet(parent), classifier, index: new TrainingIndex(compounds), samples };
}

/** SHA-256 over the files that a choice loads, hexadecimal: models of one digest give the same answers. */
export async function modelDigest(folder: string, choice: ModelChoice = {}): Promise<string> {
  const paths = [
    choice.parent ?? join(folder, "parent.safetensors"),
    classifierPath(folder, choice.model ?? "superion"),
    join(folder, "trainingIndex.json"),
  ];
  const hash = createHash("sha256");
  for (const path of paths) hash.update(await readFile(path));
  return hash.digest("hex");
}

function classifierPath(folder: string, model: string): string {
  const shipped = shippedModels.get(model);
  return shipped === undefined ? model : join(folder, shipped);
}

interface LoadedClassifier {
  readonly classifier: Classifier;
  /** What a model learned from that a user trained. */
  readonly ownData: OwnData | undefined;
  readonly samples: () => readonly ConductivitySample[];
}

async function loadClassifier(folder: string, model: string): Promise<LoadedClassifier> {
  const shipped = shippedModels.get(model);
  const path = classifierPath(folder, model);
  if (!existsSync(path) && shipped === undefined)
    throw new Error(
      `There is no model file ${path}. The models that ship are named ${[...shippedModels.keys()].join(" and ")}.`,
    );
  const reading = readClassifier(basename(path), await readFile(path));
  if (reading.kind === "refused") throw new Error(reading.reason);
  const { classifier, manifest, tensors } = reading;
  return {
    classifier,
    ownData: ownDataOf(manifest, tensors),
    samples: () => storedSamples(manifest, tensors) ?? [],
  };
}

/** See {@link loadModel}. */
export async function loadParent(folder: string, parentPath?: string): Promise<ParentModel> {
  const path = parentPath ?? join(folder, "parent.safetensors");
  const reading = await readParentFile(path);
  if (reading.kind === "refused") throw new Error(reading.reason);
  return reading.parent;
}

async function readParentFile(path: string): Promise<ParentReading> {
  const bytes = await readFile(path);
  if (!/\.(hdf5|h5)$/i.test(path)) return readParent(basename(path), bytes);
  const converter = await readFile(`${path}.json`, "utf8");
  return readPublishedParent(basename(path), new Uint8Array(bytes).buffer, converter);
}
