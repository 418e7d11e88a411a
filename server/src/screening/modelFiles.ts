import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Megnet } from "../graph/megnet";
import type { ParentModel } from "../graph/parentModel";
import { ensembleKind } from "../learning/atomSets/ensembleFile";
import type { Classifier } from "../learning/classifier";
import type { ConductivitySample } from "../learning/conductivity/samples";
import { storedSamples } from "../learning/conductivity/storedSamples";
import { readModelFile } from "../learning/modelFile";
import { readClassifier } from "../learning/readClassifier";
import type { SuperionicModel } from "../learning/superionicModel";
import { TrainingIndex, type TrainingCompound } from "../learning/trainingIndex";
import { isOfParent, recordOf, type TrainingRecord } from "../learning/trainingRecord";
import { haveSameContent, readParentFile, type IdentifiedParent } from "./parentFiles";

const shippedParent = "parent.safetensors";

/** What ships on the features of our own parent: the models by the names under which a user chooses them, and the index. */
const onShippedParent = {
  models: new Map([
    ["superion", "superion.safetensors"],
    ["thesis", "thesis.safetensors"],
  ]),
  index: "trainingIndex.json",
};

/** What ships on those of the published parent; Superion's own model reads no features of a parent. */
const onPublishedParent: typeof onShippedParent = {
  models: new Map([...onShippedParent.models, ["thesis", "thesisPublished.safetensors"]]),
  index: "thesisPublished.safetensors",
};

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
 * @throws Error with a reason for the user where a file is missing, cannot be read, or hangs on the features of another
 * parent.
 */
export async function loadModel(folder: string, choice: ModelChoice = {}): Promise<SuperionicModel> {
  const files = await filesOf(folder, choice);
  const identified = await readParentFile(files.parent);
  const { classifier, record, samples } = await loadClassifier(files, identified);
  const compounds = record?.compounds ?? (await loadIndex(files.index, identified));
  return { megnet: new Megnet(identified.parent), classifier, index: new TrainingIndex(compounds), samples };
}

/** SHA-256 over the files that a choice loads, hexadecimal: models of one digest give the same answers. */
export async function modelDigest(folder: string, choice: ModelChoice = {}): Promise<string> {
  const { parent, model, index } = await filesOf(folder, choice);
  const hash = createHash("sha256");
  for (const path of [parent, model, index]) hash.update(await readFile(path));
  return hash.digest("hex");
}

/** See {@link loadModel}. */
export async function loadParent(folder: string, path?: string): Promise<ParentModel> {
  return (await readParentFile(path ?? join(folder, shippedParent))).parent;
}

/** The files of a choice. */
interface ChosenFiles {
  readonly parent: string;
  readonly hasShippedParent: boolean;
  readonly model: string;
  /** The training compounds, for models that bring none. */
  readonly index: string;
}

async function filesOf(folder: string, { parent, model = "superion" }: ModelChoice): Promise<ChosenFiles> {
  const ours = join(folder, shippedParent);
  const hasShippedParent = parent === undefined || (await haveSameContent(parent, ours));
  const { models, index } = hasShippedParent ? onShippedParent : onPublishedParent;
  const shipped = models.get(model);
  if (shipped === undefined && !existsSync(model))
    throw new Error(
      `There is no model file ${model}. The models that ship are named ${[...models.keys()].join(" and ")}.`,
    );
  return {
    parent: parent ?? ours,
    hasShippedParent,
    model: shipped === undefined ? model : join(folder, shipped),
    index: join(folder, index),
  };
}

interface LoadedClassifier {
  readonly classifier: Classifier;
  /** Of a model that brings its training compounds. */
  readonly record: TrainingRecord | undefined;
  readonly samples: () => readonly ConductivitySample[];
}

async function loadClassifier(files: ChosenFiles, parent: IdentifiedParent): Promise<LoadedClassifier> {
  const reading = readClassifier(basename(files.model), await readFile(files.model));
  if (reading.kind === "refused") throw new Error(reading.reason);
  const { classifier, manifest, tensors } = reading;
  const record = recordOf(manifest, tensors);
  if (record) requireParent(classifier.name, record, parent);
  else if (manifest.kind === ensembleKind && !files.hasShippedParent)
    throw otherFeatures(classifier.name, "the parent that ships", parent);
  return { classifier, record, samples: () => storedSamples(manifest, tensors) ?? [] };
}

async function loadIndex(path: string, parent: IdentifiedParent): Promise<readonly TrainingCompound[]> {
  if (path.endsWith(".json")) return JSON.parse(await readFile(path, "utf8")) as TrainingCompound[];
  const reading = readModelFile(basename(path), await readFile(path));
  if (reading.kind === "refused") throw new Error(reading.reason);
  const record = recordOf(reading.manifest, reading.tensors);
  if (!record) throw new Error(`${basename(path)} holds no training compounds.`);
  requireParent("d_training", record, parent);
  return record.compounds;
}

function requireParent(what: string, record: TrainingRecord, identified: IdentifiedParent): void {
  const { parent, sha256 } = identified;
  if (!isOfParent(record, { name: parent.name, sha256 }))
    throw otherFeatures(what, record.parent.name, identified);
}

/** @param what hangs on the features of the parent named `trained`. */
function otherFeatures(what: string, trained: string, { parent }: IdentifiedParent): Error {
  return new Error(
    `${what} hangs on the atom features of ${trained}, and ${parent.name} gives others: choose that parent, or train an ensemble on this one (npm run train:thesis -- --parent FILE) and choose its file as the model.`,
  );
}
