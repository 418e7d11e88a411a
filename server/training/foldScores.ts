// Prints how well the conductivity model predicts compounds of papers, families or random folds that it has not seen:
// `node scripts/foldScores.mjs [doi|family|random ...] [--repeats 5] [--add]`; with --add the means
// are added to the model and its card. Reads the training split of OBELiX and the folds to compare on.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  fitConductivityModel,
  type ConductivityPrediction,
} from "../src/learning/conductivity/conductivityModel";
import { isSuperionicSample, type ConductivitySample } from "../src/learning/conductivity/samples";
import { averagePrecision, brierScore, matthews } from "../src/learning/validation/metrics";
import { groupings, readComparisonFolds } from "./comparisonFolds";
import { addMetrics } from "./modelAndCard";
import { conductivitySample, readEntries } from "./obelix";
import { superionCard } from "./superion/superionCard";

const data = "../shared";

interface Scored {
  readonly sample: ConductivitySample;
  readonly prediction: ConductivityPrediction;
}

/** Predictions of all samples with a CIF, each by a model that has not seen its fold. */
function predictFolds(
  samples: readonly ConductivitySample[],
  hasCif: readonly boolean[],
  foldOf: readonly number[],
): Scored[] {
  return [...new Set(foldOf)].flatMap((fold) => {
    const model = fitConductivityModel(samples.filter((_, i) => foldOf[i] !== fold));
    return samples
      .filter((_, i) => foldOf[i] === fold && hasCif[i])
      .map((sample) => ({ sample, prediction: model.predict(sample.features) }));
  });
}

const scores: Readonly<Record<string, (scored: readonly Scored[]) => number>> = {
  "AUC-PR": (scored) => averagePrecision(probabilities(scored), labels(scored)),
  MCC: (scored) => matthews(probabilities(scored), labels(scored)),
  Brier: (scored) => brierScore(probabilities(scored), labels(scored)),
  "MAE of log10": (scored) =>
    mean(
      measured(scored).map(({ sample, prediction }) =>
        Math.abs(prediction.logConductivity - sample.logConductivity),
      ),
    ),
  coverage: (scored) =>
    mean(
      measured(scored).map(({ sample: { logConductivity }, prediction: { interval } }) =>
        Number(interval[0] <= logConductivity && logConductivity <= interval[1]),
      ),
    ),
  width: (scored) => mean(measured(scored).map(({ prediction: { interval } }) => interval[1] - interval[0])),
};

const probabilities = (scored: readonly Scored[]) => scored.map(({ prediction }) => prediction.pSi);
const labels = (scored: readonly Scored[]) => scored.map(({ sample }) => isSuperionicSample(sample));
const measured = (scored: readonly Scored[]) => scored.filter(({ sample }) => !sample.isUpperBound);

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function withDeviation(values: readonly number[]): string {
  const centre = mean(values);
  const deviation = Math.sqrt(mean(values.map((x) => (x - centre) ** 2)));
  return `${centre.toFixed(3)} ± ${deviation.toFixed(3)}`;
}

if (!existsSync(data)) {
  console.error(`The folds and OBELiX are read from ${data}, which is not there.`);
  process.exit(1);
}
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { repeats: { type: "string", default: "5" }, add: { type: "boolean", default: false } },
});
const folds = readComparisonFolds(data);
const byId = new Map(
  readEntries(join(data, "obelix"), "train").map((entry) => [entry.id, conductivitySample(entry)]),
);
const samples = folds.ids.flatMap((id) => byId.get(id) ?? []);
console.log(["folds", ...Object.keys(scores)].map((name) => name.padEnd(16)).join(""));
for (const kind of groupings.filter((one) => positionals.length === 0 || positionals.includes(one))) {
  const repeats = folds.folds[kind]
    .slice(0, Number(values.repeats))
    .map((foldOf) => predictFolds(samples, folds.has_cif, foldOf));
  const row = Object.values(scores).map((score) => withDeviation(repeats.map(score)));
  if (values.add)
    addMetrics(
      "server/models/superion.safetensors",
      Object.fromEntries(
        Object.entries(scores).map(([name, score]) => [
          `${kind} folds, mean of ${repeats.length}: ${name}`,
          mean(repeats.map(score)),
        ]),
      ),
      superionCard,
    );
  console.log([kind, ...row].map((text) => text.padEnd(16)).join(""));
}
