import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Megnet } from "../graph/megnet";
import { readParent } from "../graph/parentFile";
import type { ParentModel } from "../graph/parentModel";
import { readPublishedParent, type ParentReading } from "../graph/publishedParent";
import { ensembleClassifier, readEnsemble } from "../learning/atomSets/ensemble";
import { readOwnModel } from "../learning/ownModel/ownModelFile";
import type { SuperionicModel } from "../learning/superionicModel";
import { TrainingIndex, type TrainingCompound } from "../learning/trainingIndex";

/** Names of the models that ship; any other name is the path of a model file. */
export const shippedModels = ["superion", "thesis"] as const;

/** What to load. */
export interface ModelChoice {
  /** Published MEGNet weights (`.hdf5`, with its `.hdf5.json` beside it) or a parent in Superion's own form; else the shipped one. */
  readonly parent?: string | undefined;
  /** One of the {@link shippedModels}, `superion` if not told, or the path of a model that a user trained. */
  readonly model?: string | undefined;
}

/**
 * A model with the parent and the training compounds that belong to it.
 *
 * @param folder of the shipped weights
 * @throws Error with a reason for the user where a file is missing or cannot be read.
 */
export async function loadModel(
  folder: string,
  { parent, model }: ModelChoice = {},
): Promise<SuperionicModel> {
  const megnet = new Megnet(await loadParent(folder, parent));
  return model === undefined || shippedModels.some((name) => name === model)
    ? { megnet, ...(await loadShipped(folder)) }
    : { megnet, ...(await loadOwn(model, megnet.parent)) };
}

type Learned = Omit<SuperionicModel, "megnet">;

async function loadShipped(folder: string): Promise<Learned> {
  const [ensemble, index] = await Promise.all([
    readFile(join(folder, "ensemble.safetensors")),
    readFile(join(folder, "trainingIndex.json"), "utf8"),
  ]);
  return {
    classifier: ensembleClassifier(readEnsemble(ensemble)),
    index: new TrainingIndex(JSON.parse(index) as TrainingCompound[]),
  };
}

async function loadOwn(path: string, parent: ParentModel): Promise<Learned> {
  const reading = readOwnModel(basename(path), await readModelBytes(path));
  if (reading.kind === "refused") throw new Error(reading.reason);
  const { classifier, compounds, parent: needed } = reading.model;
  if (needed !== parent.name)
    throw new Error(
      `${basename(path)} was trained on the atom features of ${needed} and cannot read those of ${parent.name}: train it anew.`,
    );
  return { classifier, index: new TrainingIndex(compounds) };
}

async function readModelBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    const names = shippedModels.join(" and ");
    throw new Error(`There is no model file ${path}. Models that ship are named ${names}.`);
  }
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
