import { Random } from "../random";
import type { LabelledCompound } from "./compound";
import type { TrainableModel } from "./trainableModel";

const share = (compounds: readonly LabelledCompound[]) =>
  compounds.filter(({ superionic }) => superionic).length / compounds.length;

/** Says of every compound what share of the training compounds is superionic. */
export const meanControl: TrainableModel = {
  name: "control: training mean",
  fit: (training) => ({ predict: (compounds) => compounds.map(() => share(training)) }),
};

/** Says of a compound what is true of some training compound, drawn at random. */
export const shuffledControl: TrainableModel = {
  name: "control: shuffled labels",
  fit: (training, seed) => ({
    predict: (compounds) => {
      const random = new Random(seed);
      const labels = random.shuffled(training.map(({ superionic }) => (superionic ? 1 : 0)));
      return compounds.map((_, i) => labels[i % labels.length] ?? NaN);
    },
  }),
};

/** As a compound of its own, the training mean counts among the members of every family. */
const priorWeight = 1;

/** Says of a compound what share of its family in training is superionic: what a chemist knows without any structure. */
export const familyControl: TrainableModel = {
  name: "control: prevalence of the family",
  fit: (training) => {
    const mean = share(training);
    return {
      predict: (compounds) =>
        compounds.map(({ family }) => {
          const known = family === "" ? [] : training.filter((other) => other.family === family);
          const positives = known.filter(({ superionic }) => superionic).length;
          return (positives + priorWeight * mean) / (known.length + priorWeight);
        }),
    };
  },
};

/** The model, taught nonsense: whatever it then gets right came through a leak. */
export function onShuffledLabels(model: TrainableModel): TrainableModel {
  return {
    name: `${model.name}, trained on shuffled labels`,
    fit: (training, seed) => {
      const answers = new Random(seed).shuffled(training);
      const shuffled = training.map((compound, i) => ({
        ...compound,
        superionic: answers[i]?.superionic ?? false,
        logConductivity: answers[i]?.logConductivity ?? NaN,
      }));
      return model.fit(shuffled, seed);
    },
  };
}
