// How many structures a second of processor time each part of an annotation takes, and whole annotations with each shipped
// model, and what memory is in use after few and many: the structures of OBELiX where they lie beside the project, else the examples.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCif } from "../../server/src/cif/parser";
import { readStructures } from "../../server/src/crystal/reading/readStructure";
import { kernels } from "../../server/src/graph/kernels";
import { predictBandGaps } from "../../server/src/learning/bandGap";
import { CrystalFeatures } from "../../server/src/learning/crystalFeatures";
import { describeStructure } from "../../server/src/learning/features/describeStructure";
import { annotateBlocks } from "../../server/src/screening/annotate";
import { loadModel } from "../../server/src/screening/modelFiles";
import { liveMemory } from "../support/liveMemory";
import { hasShared, sharedPath } from "../support/shared";

const runs = 3;
const timesMore = 7;
const models = "server/models";

const folder = hasShared ? sharedPath("obelix", "cifs") : "examples";
const blocks = readdirSync(folder)
  .filter((name) => name.endsWith(".cif"))
  .flatMap((name) => readStructures(parseCif(readFileSync(join(folder, name), "utf8"))))
  .filter(({ structure }) => structure?.orbits.some(({ occupants }) => occupants.length > 0));
const structures = blocks.flatMap(({ structure }) => structure ?? []);

/** Tells the rate of the quickest of several runs, after one to warm up. */
function measure(name: string, work: () => void): void {
  work();
  const seconds = Array.from({ length: runs }, () => {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  });
  const rate = structures.length / Math.min(...seconds);
  console.log(`${name.padEnd(44)} ${rate.toFixed(0).padStart(8)} structures/s`);
}

/** Tells what memory is in use after all structures were annotated once more, and after several times more. */
function measureMemory(work: () => void): void {
  work();
  const few = liveMemory();
  for (let i = 0; i < timesMore; i++) work();
  const [many, megabyte] = [liveMemory(), 2 ** 20];
  const told = [few, many, kernels.memory.buffer.byteLength].map((bytes) => (bytes / megabyte).toFixed(1));
  console.log(
    `in use after ${structures.length} and ${structures.length * timesMore} more: ${told.join(" MB, ")} MB of the kernels`,
  );
}

for (const name of ["superion", "thesis"]) {
  if (!existsSync(join(models, `${name}.safetensors`))) continue;
  const model = await loadModel(models, { model: name });
  const { classifier, megnet } = model;
  const crystals = () => structures.map((structure) => new CrystalFeatures(structure, megnet));
  console.log(`${classifier.name}, ${classifier.members} members`);
  if (name === "superion") {
    measure("features of the structure", () => structures.map(describeStructure));
    measure("V1 for d_training", () => CrystalFeatures.atomsOfAll(crystals(), "CAMNS", 1));
    measure("E_g", () => predictBandGaps(crystals()));
  }
  measure("estimate", () => classifier.estimate(crystals()));
  measure("whole annotation", () => annotateBlocks(blocks, model));
  measureMemory(() => annotateBlocks(blocks, model));
}
