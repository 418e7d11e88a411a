// How many structures a second each shipped model judges, on one core: all in one batch, with and without the atom
// features of the parent.
import { existsSync, readdirSync } from "node:fs";
import { CrystalFeatures } from "../../server/src/learning/crystalFeatures";
import { loadModel } from "../../server/src/screening/modelFiles";
import { exampleStructure } from "../support/examples";

const folder = "server/models";
const names = readdirSync("examples")
  .filter((name) => name.endsWith(".cif") && name !== "broken.cif")
  .map((name) => name.replace(".cif", ""));
const structures = Array.from({ length: 10 }, () => names.map(exampleStructure)).flat();

function rate(work: () => void): string {
  work();
  const started = performance.now();
  work();
  return ((structures.length / (performance.now() - started)) * 1000).toFixed(0).padStart(8);
}

for (const name of ["superion", "thesis"]) {
  if (name === "thesis" && !existsSync(`${folder}/thesis.safetensors`)) continue;
  const { classifier, megnet } = await loadModel(folder, { model: name });
  const crystals = () => structures.map((structure) => new CrystalFeatures(structure, megnet));
  const known = crystals();
  console.log(`${classifier.name}, ${classifier.members} members`);
  console.log(`${rate(() => classifier.estimate(known))} structures/s, features known`);
  console.log(`${rate(() => classifier.estimate(crystals()))} structures/s, with features`);
}
