// `npm run train:thesis`: makes the thesis' ensemble in server/models from the data beside the project.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Megnet } from "../src/graph/megnet";
import { standardise } from "../src/learning/atomSets/ensemble";
import { writeEnsemble } from "../src/learning/atomSets/ensembleFile";
import type { LabelledSet } from "../src/learning/atomSets/training/atomSetsGradients";
import { readParentFile } from "../src/screening/parentFiles";
import { groupings, readComparisonFolds } from "./comparisonFolds";
import { generateStructures } from "./generatedStructures";
import { indexCompounds } from "./indexCompounds";
import { metalTask } from "./metalTask";
import { readSplit } from "./obelix";
import { addMetrics, writeModelAndCard } from "./modelAndCard";
import { superionVersion } from "./superionVersion";
import { thesisCard } from "./thesis/card";
import { compact } from "./thesis/compaction";
import { scoreFolds } from "./thesis/foldScores";
import { recipe } from "./thesis/recipe";
import { scoreTest } from "./thesis/testScores";
import {
  ensembleJobs,
  labelledCompounds,
  learnMetals,
  type Beginning,
  type FeatureChoice,
} from "./thesis/thesisEnsemble";
import { serveTraining, trainAll } from "./thesis/trainingPool";

const data = "../shared";
const models = "server/models";
const shippedParent = join(models, "parent.safetensors");

const usage = `npm run train:thesis -- [options]

Without --score-..., trains the ensemble and writes it with its card.
  --score-folds           scores the recipe on the folds of the training split instead, and adds the scores to the model
  --repeats <count>       draws of folds to score (1)
  --score-test            scores the model on the test split instead, and adds the scores
  --representation <name> CAMN, CAN, CAMNS or CANS (CAMNS)
  --level <number>        of the atom features, 0 to 3 (1)
  --parent <path>         the parent whose features it reads (${shippedParent}); the model is bound to another one,
                          and --out must name its file
  --seeds <count>         classifiers of each set of hyper-parameters (${recipe.seedsASet})
  --bytes <count>         that they may take in the model file (${recipe.bytes})
  --workers <count>       threads (2)
  --out <path>            of the model file (${models}/thesis.safetensors)`;

interface Settings extends FeatureChoice {
  readonly parent: string;
  readonly seedsASet: number;
  readonly bytes: number;
  readonly workers: number;
  readonly repeats: number;
  readonly out: string;
}

async function megnetIn(path: string): Promise<Megnet> {
  return new Megnet((await readParentFile(path)).parent);
}

function publishedBandClassifier(): Promise<Megnet> {
  return megnetIn(join(data, "megnet/mp-2018.6.1/band_classification.hdf5"));
}

/** Lines that tell how far a long step is and how long it will take. */
function progress(what: string): (done: number, of: number) => void {
  const start = performance.now();
  return (done, of) => {
    const minutes = (performance.now() - start) / 60e3;
    const left = (minutes / done) * (of - done);
    console.log(`${what}: ${done} of ${of}, ${minutes.toFixed(1)} min, ${left.toFixed(1)} min left`);
  };
}

function metals(teacher: Megnet, megnet: Megnet, { workers, ...features }: Settings): Promise<Beginning> {
  return learnMetals(teacher, megnet, features, { workers, onDone: progress("Metals") });
}

async function trainEnsemble(settings: Settings): Promise<void> {
  const { parent, sha256 } = await readParentFile(settings.parent);
  const megnet = new Megnet(parent);
  const compounds = readSplit(join(data, "obelix"), "train");
  const labelled = labelledCompounds(compounds, megnet, settings);
  const teacher = await publishedBandClassifier();
  const beginning = await metals(teacher, megnet, settings);
  const jobs = ensembleJobs(labelled, beginning, settings.seedsASet, recipe.firstSeed);
  const report = progress("Ensemble");
  const members = await trainAll(jobs, settings.workers, (done) => {
    report(done, jobs.length);
  });
  const { standardisation } = beginning;
  const { representation, level } = settings;
  // Structures of our own generation, with and without lithium.
  const strangers = (seed: number, count: number) =>
    metalTask(generateStructures(seed, count), teacher, megnet, representation, level);
  const scaled = (samples: readonly LabelledSet[]) =>
    samples.map(({ features }) => standardise(features, standardisation));
  const compacted = compact(
    members,
    [...scaled(labelled), ...scaled(strangers(recipe.metals.seed, 200))],
    scaled(strangers(recipe.metals.seed + 1, 100)),
    settings.bytes,
  );
  const { allowed, change } = compacted;
  console.log(
    `Compaction: members change by ${allowed}, P_SI changes by ${change.largest} at most, usually ${change.usual}`,
  );
  const isBound = settings.parent !== shippedParent;
  const features = `${representation}-V${level}${isBound ? ` on ${parent.name}` : ""}`;
  const name = `Thesis: ${members.length} AtomSets ${features}, version 1`;
  const bytes = writeEnsemble(
    { name, representation, level, standardisation, members: compacted.members },
    {
      version: 1,
      data: `OBELiX, training split (Therrien et al., arXiv:2502.14234, CC-BY-4.0): the ${compounds.length} compounds with a CIF that lists lithium; upper bounds count as the bound`,
      split: "the test split of OBELiX, which shares no DOI with the training split, was left out",
      seeds: jobs.map(({ options }) => options.seed),
      metrics: {
        "change of P_SI by compaction, largest": rounded(change.largest),
        "change of P_SI by compaction, root mean square": rounded(change.usual),
      },
      superion: superionVersion(),
    },
    "F16",
    isBound
      ? { parent: { name: parent.name, sha256 }, compounds: indexCompounds(compounds, megnet) }
      : undefined,
  );
  writeModelAndCard(settings.out, bytes, thesisCard);
  console.log(`${settings.out}: ${(bytes.length / 1e6).toFixed(2)} MB`);
}

/** Without the digits that hang on the order of sums, so that these do not change the file. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}

async function addFoldScores(settings: Settings): Promise<void> {
  const megnet = await megnetIn(settings.parent);
  const compounds = readSplit(join(data, "obelix"), "train");
  const labelled = labelledCompounds(compounds, megnet, settings);
  const beginning = await metals(await publishedBandClassifier(), megnet, settings);
  const comparison = readComparisonFolds(data);
  for (const grouping of groupings)
    for (let repeat = 0; repeat < settings.repeats; repeat++) {
      const { ensemble, single } = await scoreFolds(
        comparison,
        grouping,
        repeat,
        compounds,
        labelled,
        beginning,
        {
          workers: settings.workers,
          onDone: progress(`${grouping} folds, repeat ${repeat}`),
        },
      );
      const name = `${grouping} folds, repeat ${repeat}`;
      const metrics = {
        [`${name}: AUC-PR`]: ensemble.aucPr,
        [`${name}: MCC`]: ensemble.mcc,
        [`${name}: Brier`]: ensemble.brier,
        [`${name}: AUC-PR, mean of single classifiers`]: single.aucPr,
        [`${name}: MCC, mean of single classifiers`]: single.mcc,
      };
      console.log(metrics);
      addMetrics(settings.out, metrics, thesisCard);
    }
}

async function addTestScores({ out, parent, representation, level }: Settings): Promise<void> {
  const test = readSplit(join(data, "obelix"), "test");
  const labelled = labelledCompounds(test, await megnetIn(parent), { representation, level });
  const metrics = scoreTest(readFileSync(out), labelled);
  console.log(metrics);
  addMetrics(out, metrics, thesisCard);
}

function readSettings() {
  const { values } = parseArgs({
    options: {
      "score-folds": { type: "boolean", default: false },
      "score-test": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      representation: { type: "string", default: "CAMNS" },
      level: { type: "string", default: "1" },
      parent: { type: "string", default: shippedParent },
      seeds: { type: "string", default: String(recipe.seedsASet) },
      bytes: { type: "string", default: String(recipe.bytes) },
      repeats: { type: "string", default: "1" },
      workers: { type: "string", default: "2" },
      out: { type: "string" },
    },
  });
  return values;
}

async function main(): Promise<void> {
  const values = readSettings();
  const { representation } = values;
  const known = ["CAMN", "CAN", "CAMNS", "CANS"] as const;
  const chosen = known.find((each) => each === representation);
  const { parent } = values;
  const out = values.out ?? (parent === shippedParent ? join(models, "thesis.safetensors") : undefined);
  if (values.help || !chosen || out === undefined) {
    console.log(usage);
    return;
  }
  if (!existsSync(data)) {
    console.error(`Training reads OBELiX and the published MEGNet weights from ${data}, which is not there.`);
    process.exitCode = 1;
    return;
  }
  const settings: Settings = {
    representation: chosen,
    level: Number(values.level),
    parent,
    seedsASet: Number(values.seeds),
    bytes: Number(values.bytes),
    workers: Number(values.workers),
    repeats: Number(values.repeats),
    out,
  };
  if (values["score-test"]) await addTestScores(settings);
  else await (values["score-folds"] ? addFoldScores(settings) : trainEnsemble(settings));
}

if (!serveTraining()) await main();
