// How many structures a second of processor time each part of an annotation takes, and whole annotations with each shipped
// model: the structures of OBELiX where they lie beside the project, else the examples.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCif } from "../../server/src/cif/parser";
import { readStructures } from "../../server/src/crystal/reading/readStructure";
import { predictBandGap } from "../../server/src/learning/bandGap";
import { CrystalFeatures } from "../../server/src/learning/crystalFeatures";
import { describeStructure } from "../../server/src/learning/features/describeStructure";
import { annotateBlocks } from "../../server/src/screening/annotate";
import { loadModel } from "../../server/src/screening/modelFiles";
import { hasShared, sharedPath } from "../support/shared";

const runs = 3;
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

for (const name of ["superion", "thesis"]) {
  if (!existsSync(join(models, `${name}.safetensors`))) continue;
  const model = await loadModel(models, { model: name });
  const { classifier, megnet } = model;
  const crystals = () => structures.map((structure) => new CrystalFeatures(structure, megnet));
  console.log(`${classifier.name}, ${classifier.members} members`);
  if (name === "superion") {
    measure("features of the structure", () => structures.map(describeStructure));
    measure("V1 for d_training", () => crystals().map((crystal) => crystal.atoms("CAMNS", 1)));
    measure("E_g", () => crystals().map(predictBandGap));
  }
  measure("estimate", () => classifier.estimate(crystals()));
  measure("whole annotation", () => annotateBlocks(blocks, model));
}
