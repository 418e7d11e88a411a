// Makes server/models from the data beside the project: the parent, the ensemble, the training index and their cards.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simplify } from "../src/crystal/simplification";
import { Megnet } from "../src/graph/megnet";
import { buildCrystalGraph } from "../src/graph/crystalGraph";
import { readParent } from "../src/graph/parentFile";
import type { ParentModel } from "../src/graph/parentModel";
import type { ParentReading } from "../src/graph/publishedParent";
import type { AtomFeatures } from "../src/learning/atomSets/atomSets";
import { predictEnsemble, writeEnsemble, type Ensemble } from "../src/learning/atomSets/ensemble";
import { averagePrecision, matthews } from "../src/learning/validation/metrics";
import { meanFeatures, type TrainingCompound } from "../src/learning/trainingIndex";
import { ensembleCard, type EnsembleScores } from "./cards";
import { trainEnsemble, type EnsembleOptions } from "./ensembleTraining";
import { isSuperionic, readSplit, type MeasuredCompound } from "./obelix";
import { makeParent } from "./parent/makeParent";
import { startTensorBackend } from "./tensorBackend";

const data = "../shared";
const models = "server/models";
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

function accepted(reading: ParentReading): ParentModel {
  if (reading.kind === "refused") throw new Error(reading.reason);
  return reading.parent;
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
  writeFileSync(join(models, "ensemble.safetensors"), writeEnsemble(ensemble));
  writeFileSync(
    join(models, "trainingIndex.json"),
    trainingIndex(
      train,
      labelled.map((sample) => sample.features),
    ),
  );
  writeFileSync(join(models, "ensemble.md"), ensembleCard(identity.name, options, scores));
}

function score(
  ensemble: Ensemble,
  compounds: readonly MeasuredCompound[],
  features: readonly AtomFeatures[],
): EnsembleScores["test"] {
  const labels = compounds.map(isSuperionic);
  const scores = features.map((each) => predictEnsemble(ensemble, each).pSi);
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
const structuresOf = (compounds: readonly MeasuredCompound[]) => compounds.map(({ structure }) => structure);
if (!process.argv.includes("--ensemble-only"))
  makeParent(join(data, "megnet"), models, structuresOf(train), structuresOf(test));
if (!process.argv.includes("--parent-only")) makeEnsemble(train, test);
