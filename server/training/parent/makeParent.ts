import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simplify, type SimplificationName } from "../../src/crystal/simplification";
import type { Structure } from "../../src/crystal/structure";
import { toTensorParent } from "../../src/graph/megnetTensors";
import { readParent, writeParent } from "../../src/graph/parentFile";
import { mapParent, type ParentModel } from "../../src/graph/parentModel";
import { readPublishedParent, type ParentReading } from "../../src/graph/publishedParent";
import { refuseFeatures } from "../../src/graph/refusal";
import { Random } from "../../src/learning/random";
import { generateStructures } from "../generatedStructures";
import { perturbStructures } from "../perturbedStructures";
import { agreement, type PublishedParents } from "./agreement";
import { distilParent, type DistillationOptions } from "./distillation";
import { makeLesson } from "./lessons";
import { parentCard } from "./parentCard";

const options: DistillationOptions = {
  name: "Superion parent 3",
  seed: 1,
  blockwise: { steps: 3000, rate: 1e-2, lessons: 4, rows: { bonds: 256, atoms: 64 } },
  endToEnd: { steps: 5000, rate: 3e-3 },
  weights: { embedding: 0.3, bonds: 0.3, global: 0.1, outputs: 0.3 },
};

const structures = { perturbed: 3000, generated: 3000 };
const seeds = { perturbed: 1, generated: 2, leftOut: 99 };
const crystalsALesson = 24;
const generatedLeftOut = 500;

/** How often a perturbed crystal is taken as which representation. */
const representations: readonly (readonly [name: SimplificationName, share: number])[] = [
  ["CAMN", 0.5],
  ["CAMNS", 0.34],
  ["CAN", 0.08],
  ["CANS", 0.08],
];

/** Distils the parent from the published models in `megnetFolder`, and writes it with its card to `models`. */
export function makeParent(
  megnetFolder: string,
  models: string,
  train: readonly Structure[],
  test: readonly Structure[],
): void {
  const published: PublishedParents = {
    formationEnergy: publishedParent(join(megnetFolder, "mp-2019.4.1/formation_energy.hdf5")),
    bandGap: publishedParent(join(megnetFolder, "mp-2018.6.1/band_gap_regression.hdf5")),
    nonmetalProbability: publishedParent(join(megnetFolder, "mp-2018.6.1/band_classification.hdf5")),
  };
  const teachers = {
    formationEnergy: toTensorParent(published.formationEnergy),
    bandGap: toTensorParent(published.bandGap),
    nonmetalProbability: toTensorParent(published.nonmetalProbability),
  };
  const crystals = trainingCrystals(published.formationEnergy, train);
  console.log(`Parent: the teachers look at ${crystals.length} crystals`);
  const lessons = inGroups(crystals, crystalsALesson).map((group) => makeLesson(teachers, group));
  const student = distilParent(published.formationEnergy, teachers, lessons, options, (stage, step, loss) => {
    console.log(`  ${stage}, step ${step}, loss ${loss.toFixed(4)}`);
  });
  const bytes = writeParent(student);
  const name = "parent.safetensors";
  writeFileSync(join(models, name), bytes);
  const shipped = accepted(readParent(name, bytes));
  const agreements = new Map(
    [...leftOut(test)].map(([set, list]) => [set, agreement(published, shipped, list)] as const),
  );
  for (const [set, { levels, formationEnergy, bandGap, sameClass }] of agreements)
    console.log(
      `  ${set}: R2 ${levels.map((r2) => r2.toFixed(4)).join(" ")}, E_f ${formationEnergy.toFixed(3)}, gap ${bandGap.toFixed(2)}, class ${sameClass.toFixed(3)}`,
    );
  const facts = {
    hash: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    numbers: countNumbers(shipped),
    structures,
    seeds,
    crystalsALesson,
    agreements,
  };
  writeFileSync(join(models, "parent.md"), parentCard(options, facts));
}

function publishedParent(path: string): ParentModel {
  const bytes = new Uint8Array(readFileSync(path)).buffer;
  return accepted(readPublishedParent(path, bytes, readFileSync(`${path}.json`, "utf8")));
}

function accepted(reading: ParentReading): ParentModel {
  if (reading.kind === "refused") throw new Error(reading.reason);
  return reading.parent;
}

/** In an order without pattern; those that have no features are left out. */
function trainingCrystals(teacher: ParentModel, known: readonly Structure[]): Structure[] {
  const random = new Random(options.seed);
  const perturbed = perturbStructures(known, seeds.perturbed, structures.perturbed).map((structure) =>
    simplify(structure, drawRepresentation(random)),
  );
  // Some strangers as Al and S, too.
  const generated = generateStructures(seeds.generated, structures.generated).map((structure) =>
    random.chance(0.15) ? simplify(structure, "CAMNS") : structure,
  );
  const all = [...perturbed, ...generated].filter(
    (structure) => structure.orbits.length > 0 && !refuseFeatures(teacher, structure),
  );
  return random.shuffled(all);
}

function drawRepresentation(random: Random): SimplificationName {
  let place = random.uniform();
  for (const [name, share] of representations) {
    place -= share;
    if (place < 0) return name;
  }
  return "CAMN";
}

function leftOut(test: readonly Structure[]): Map<string, readonly Structure[]> {
  const as = (name: SimplificationName) => test.map((structure) => simplify(structure, name));
  return new Map([
    ["OBELiX test, CAMN", as("CAMN")],
    ["OBELiX test, CAMNS", as("CAMNS")],
    ["OBELiX test, CAN", as("CAN")],
    ["OBELiX test, CANS", as("CANS")],
    ["generated", generateStructures(seeds.leftOut, generatedLeftOut)],
  ]);
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

function countNumbers(parent: ParentModel): number {
  let count = parent.embedding.values.length;
  mapParent(
    parent,
    ({ kernel, bias }) => {
      count += kernel.length + bias.length;
    },
    (embedding) => embedding,
  );
  return count;
}
