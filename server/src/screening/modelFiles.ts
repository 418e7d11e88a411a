import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Megnet } from "../graph/megnet";
import { readParent } from "../graph/parentFile";
import type { ParentModel } from "../graph/parentModel";
import { readPublishedParent, type ParentReading } from "../graph/publishedParent";
import { ensembleClassifier, readEnsemble } from "../learning/atomSets/ensemble";
import type { SuperionicModel } from "../learning/superionicModel";
import { TrainingIndex, type TrainingCompound } from "../learning/trainingIndex";

/**
 * The model that ships in `folder`, or the one with another parent.
 *
 * @param parentPath published MEGNet weights (`.hdf5`, with its `.hdf5.json` beside it) or a parent in Superion's own form
 * @throws Error with a reason for the user where a file is missing or cannot be read.
 */
export async function loadModel(folder: string, parentPath?: string): Promise<SuperionicModel> {
  const [parent, ensemble, index] = await Promise.all([
    loadParent(folder, parentPath),
    readFile(join(folder, "ensemble.safetensors")),
    readFile(join(folder, "trainingIndex.json"), "utf8"),
  ]);
  return {
    megnet: new Megnet(parent),
    classifier: ensembleClassifier(readEnsemble(ensemble)),
    index: new TrainingIndex(JSON.parse(index) as TrainingCompound[]),
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
