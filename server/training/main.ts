// Makes server/models from the data beside the project: the parent, the ensemble, the training index and their cards.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simplify } from "../src/crystal/simplification";
import { Megnet } from "../src/graph/megnet";
import { buildCrystalGraph } from "../src/graph/crystalGraph";
import { readParent, writeParent } from "../src/graph/parentFile";
import type { ParentModel } from "../src/graph/parentModel";
import { readPublishedParent, type ParentReading } from "../src/graph/publishedParent";
import type { AtomFeatures } from "../src/learning/atomSets/atomSets";
import { predictEnsemble, type Ensemble } from "../src/learning/atomSets/ensemble";
import { writeEnsemble } from "../src/learning/atomSets/ensembleFile";
import { averagePrecision, matthews } from "../src/learning/validation/metrics";
import { meanFeatures, type TrainingCompound } from "../src/learning/trainingIndex";
import { agreement } from "./agreement";
import { ensembleCard, parentCard, type EnsembleScores, type ParentScores } from "./cards";
import { distilParent } from "./distillation";
import { trainEnsemble, type EnsembleOptions } from "./ensembleTraining";
import { siteEnvironments } from "./environments";
import { isSuperionic, readSplit, type MeasuredCompound } from "./obelix";
import { superionVersion } from "./superionVersion";
import { startTensorBackend } from "./tensorBackend";

const data = "../shared";
const models = "server/models";
/** Perturbed environments shrink too, so bonds from somewhat beyond the cutoff are kept at hand, angstrom. */
const margin = 0.6;

const distillation = { name: "Superion parent 1", steps: 4000, batchSize: 96, rate: 1e-2, seed: 1 };

const identity = { name: "AtomSets CAMNS-V1, version 1", representation: "CAMNS", level: 1 } as const;

const options: EnsembleOptions = {
  members: 10,
  neurons: 64,
  hidden: 16,
  set2setSteps: 3,
  dropout: 0.15,
  penalty: { atoms: 1e-4, set: 1e-3 },
  epochs: 80,
  batchSize: 32,
  rate: { lowest: 1e-4, highest: 3e-3, epochs: 10 },
  seed: 7,
};

function publishedParent(): ParentModel {
  const path = join(data, "megnet/mp-2019.4.1/formation_energy.hdf5");
  const bytes = new Uint8Array(readFileSync(path)).buffer;
  return accepted(readPublishedParent(path, bytes, readFileSync(`${path}.json`, "utf8")));
}

function accepted(reading: ParentReading): ParentModel {
  if (reading.kind === "refused") throw new Error(reading.reason);
  return reading.parent;
}

function makeParent(train: readonly MeasuredCompound[], test: readonly MeasuredCompound[]): void {
  const teacher = publishedParent();
  const structures = train.flatMap(({ structure }) => [structure, simplify(structure, "CAMNS")]);
  const environments = siteEnvironments(structures, teacher.cutoff + margin);
  console.log(`Parent: ${environments.length} site environments`);
  let sum = 0;
  const student = distilParent(teacher, environments, {
    ...distillation,
    onProgress: (step, loss) => {
      sum += loss;
      if ((step + 1) % 100 !== 0) return;
      console.log(`  step ${step + 1} of ${distillation.steps}, loss ${(sum / 100).toFixed(5)}`);
      sum = 0;
    },
  });
  const score = (name: "CAMN" | "CAMNS") =>
    agreement(
      teacher,
      student,
      test.map(({ structure }) => simplify(structure, name)),
    );
  const scores: ParentScores = {
    environments: environments.length,
    camn: score("CAMN"),
    camns: score("CAMNS"),
  };
  console.log(
    `  R2 of V1 on test structures: CAMN ${scores.camn.toFixed(4)}, CAMNS ${scores.camns.toFixed(4)}`,
  );
  writeFileSync(join(models, "parent.safetensors"), writeParent(student));
  writeFileSync(join(models, "parent.md"), parentCard(distillation, scores));
}

function makeEnsemble(train: readonly MeasuredCompound[], test: readonly MeasuredCompound[]): void {
  const name = "parent.safetensors";
  const megnet = new Megnet(accepted(readParent(name, readFileSync(join(models, name)))));
  const features = ({ structure }: MeasuredCompound): AtomFeatures => {
    const graph = buildCrystalGraph(simplify(structure, identity.representation), megnet.parent.cutoff);
    const { features: values, width } = megnet.run(graph, identity.level);
    return { values, width, multiplicities: graph.multiplicities };
  };
  const labelled = train.map((compound) => ({
    features: features(compound),
    superionic: isSuperionic(compound),
  }));
  console.log(`Ensemble: ${options.members} members on ${labelled.length} compounds`);
  const ensemble = trainEnsemble(identity, labelled, options);
  const scores: EnsembleScores = {
    train: score(
      ensemble,
      train,
      labelled.map((sample) => sample.features),
    ),
    test: score(ensemble, test, test.map(features)),
  };
  console.log(`  test split: AUC-PR ${scores.test.aucPr.toFixed(3)}, MCC ${scores.test.mcc.toFixed(3)}`);
  writeFileSync(join(models, "ensemble.safetensors"), writeEnsemble(ensemble, about(scores)));
  writeFileSync(
    join(models, "trainingIndex.json"),
    trainingIndex(
      train,
      labelled.map((sample) => sample.features),
    ),
  );
  writeFileSync(join(models, "ensemble.md"), ensembleCard(identity.name, options, scores));
}

function about({ test }: EnsembleScores): Parameters<typeof writeEnsemble>[1] {
  return {
    version: 1,
    data: "OBELiX, training split, where it has a CIF that lists lithium (arXiv:2502.14234)",
    split: "OBELiX, test split: shares no DOI with the training split",
    seeds: Array.from({ length: options.members }, (_, i) => options.seed + i),
    metrics: { "test AUC-PR": test.aucPr, "test MCC": test.mcc, "test Brier": test.brier },
    superion: superionVersion(),
  };
}

function score(
  ensemble: Ensemble,
  compounds: readonly MeasuredCompound[],
  features: readonly AtomFeatures[],
): EnsembleScores["test"] {
  const labels = compounds.map(isSuperionic);
  const scores = predictEnsemble(ensemble, features).map(({ pSi }) => pSi);
  return {
    compounds: labels.length,
    superionic: labels.filter(Boolean).length,
    aucPr: averagePrecision(scores, labels),
    mcc: matthews(scores, labels),
    brier: scores.reduce((sum, p, i) => sum + (p - (labels[i] ? 1 : 0)) ** 2, 0) / scores.length,
  };
}

function trainingIndex(train: readonly MeasuredCompound[], features: readonly AtomFeatures[]): string {
  const compounds = train.map(({ id, formula, conductivity, doi }, i): TrainingCompound => {
    const mean = features[i] ? Array.from(meanFeatures(features[i]), (x) => Number(x.toPrecision(7))) : [];
    return { id, formula, conductivity, doi, features: mean };
  });
  return `[\n${compounds.map((compound) => JSON.stringify(compound)).join(",\n")}\n]\n`;
}

if (!existsSync(data)) {
  console.error(`Training reads OBELiX and the published MEGNet weights from ${data}, which is not there.`);
  process.exit(1);
}
await startTensorBackend();
mkdirSync(models, { recursive: true });
const [train, test] = [readSplit(join(data, "obelix"), "train"), readSplit(join(data, "obelix"), "test")];
if (!process.argv.includes("--ensemble-only")) makeParent(train, test);
makeEnsemble(train, test);
