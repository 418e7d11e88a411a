import { highestLevel, type ParentModel } from "../src/graph/parentModel";
import { Megnet } from "../src/graph/megnet";
import { thesisHyperparameters } from "../src/learning/atomSets/training/hyperparameters";
import { CrystalFeatures } from "../src/learning/crystalFeatures";
import {
  atomSetsModel,
  atomSetsOn,
  atomsOf,
  type AtomSetsInput,
} from "../src/learning/validation/atomSetsModel";
import type { LabelledCompound } from "../src/learning/validation/compound";
import {
  familyControl,
  meanControl,
  onShuffledLabels,
  shuffledControl,
} from "../src/learning/validation/controls";
import type { PlannedModel } from "../src/learning/validation/evaluation";
import { orderedFramework } from "../src/learning/validation/orderedFramework";
import { learningCurve, type LearningCurves } from "../src/learning/validation/learningCurves";
import type { SchemeKey, SplitData } from "../src/learning/validation/schemes";
import { sendekRegression } from "../src/learning/validation/sendekRegression";
import { superionModel, type SampleOf } from "../src/learning/validation/superionModel";
import type { TrainableModel } from "../src/learning/validation/trainableModel";
import { conductivitySample, type ObelixEntry } from "./obelix";

export interface PlanOptions {
  readonly repeats: number;
  /** Of the comparisons of representations, levels and ways to represent disorder. */
  readonly comparisonRepeats: number;
  readonly epochs: number;
}

const everyScheme: readonly SchemeKey[] = ["random", "papers", "families", "clusters"];
/** Three of the thesis' ten sets of hyper-parameters: those with the smallest networks. */
const members = [0, 6, 7].flatMap((i) => thesisHyperparameters[i] ?? []);
/** The comparisons train one network each, all with the same hyper-parameters. */
const single = members.slice(0, 1);

/** Names of the models whose predictions the figures show. */
export const highlighted = [
  "Superion",
  "AtomSets CAMNS-V1, 3 members",
  "logistic regression on Sendek's features",
];

/** The models of our report. Whoever adds one to the comparison adds it to `compared`. */
export function evaluationPlan(
  entries: readonly ObelixEntry[],
  parent: ParentModel,
  { repeats, comparisonRepeats, epochs }: PlanOptions,
): PlannedModel[] {
  const settings = { members, epochs };
  const compared: TrainableModel[] = [
    meanControl,
    shuffledControl,
    familyControl,
    sendekRegression(),
    onShuffledLabels(sendekRegression()),
    superionModel(samplesOf(entries)),
    atomSetsModel("CAMNS", 1, settings),
  ];
  const levels = Array.from({ length: highestLevel(parent) + 1 }, (_, level) => level);
  const features = (["CAMN", "CAN", "CAMNS", "CANS"] as const).flatMap((representation) =>
    levels.map((level) => atomSetsModel(representation, level, { ...settings, members: single })),
  );
  return [
    ...compared.map((model) => ({ model, schemes: everyScheme, repeats })),
    ...features.map((model) => ({
      model,
      schemes: ["random", "clusters"] as const,
      repeats: comparisonRepeats,
    })),
    ...disorderModels(parent, epochs).map((model) => ({
      model,
      schemes: ["random"] as const,
      repeats: comparisonRepeats,
    })),
  ];
}

function samplesOf(entries: readonly ObelixEntry[]): SampleOf {
  const samples = new Map(entries.map((entry) => [entry.id, conductivitySample(entry)]));
  return ({ id }) => {
    const sample = samples.get(id);
    return sample && { features: sample.features, isUpperBound: sample.isUpperBound };
  };
}

/**
 * How networks learn while each cluster is left out: figure C.3 of the thesis, and the same for its final features.
 *
 * @param only Networks whose name holds this text.
 */
export function learningCurves(
  { compounds, schemes }: SplitData,
  { epochs, comparisonRepeats }: PlanOptions,
  seed: number,
  only = "",
): LearningCurves[] {
  const splits = schemes.find(({ key }) => key === "clusters")?.repeats[0] ?? [];
  const options = {
    ...{ members: single, epochs },
    ...{ every: Math.max(1, Math.floor(epochs / 20)), runs: comparisonRepeats, seed },
  };
  const networks = [
    { model: "AtomSets CAMN-V0", input: atomsOf("CAMN", 0) },
    { model: "AtomSets CAMNS-V1", input: atomsOf("CAMNS", 1) },
  ];
  return networks
    .filter(({ model }) => model.includes(only))
    .map(({ model, input }) => ({
      model,
      splits: splits.map((split) => learningCurve(split, compounds, input, options)),
    }));
}

/** The same networks on ordered frameworks and on mixed embeddings of the same compounds, those that can be ordered. */
function disorderModels(parent: ParentModel, epochs: number): TrainableModel[] {
  const settings = { members: single, epochs };
  const ordered = orderedFeatures(parent);
  return [0, 1].flatMap((level) => {
    const inputs: readonly (readonly [string, AtomSetsInput])[] = [
      [
        "mixed embeddings",
        (compound) => (ordered(compound) ? compound.crystal?.atoms("CAN", level) : undefined),
      ],
      ["ordered supercells", (compound) => ordered(compound)?.atoms("CAN", level)],
    ];
    return inputs.map(([way, input]) => atomSetsOn(`AtomSets CAN-V${level}, ${way}`, input, settings));
  });
}

function orderedFeatures(parent: ParentModel): (compound: LabelledCompound) => CrystalFeatures | undefined {
  const megnet = new Megnet(parent);
  const known = new Map<CrystalFeatures, CrystalFeatures | undefined>();
  return ({ crystal }) => {
    if (!crystal) return undefined;
    if (!known.has(crystal)) {
      const framework = orderedFramework(crystal.structure);
      known.set(crystal, framework && new CrystalFeatures(framework, megnet));
    }
    return known.get(crystal);
  };
}
