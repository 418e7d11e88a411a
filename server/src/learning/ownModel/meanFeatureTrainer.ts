import { complementaryError } from "../../crystal/ewald/complementaryError";
import type { Classifier, Estimate } from "../classifier";
import type { CrystalFeatures } from "../crystalFeatures";
import type { ModelManifest, Tensors } from "../modelFile";
import { GaussianProcess, type KernelInput, type KernelParameters } from "../regression/gaussianProcess";
import { meanFeatures } from "../trainingIndex";
import { superionicLogConductivity } from "../validation/compound";
import type { ConductivityTrainer, TrainedModel, TrainingRow } from "./conductivityTrainer";

const kind = "mean-feature-regression";
const [representation, level] = ["CAMNS", 1] as const;

/** log10 of S/cm: what lies beyond is not told apart. */
const [leastTarget, mostTarget] = [-10, 0];
/** Standard deviations: features farther out count as this far. */
const farthest = 4;
/** Standard deviations that 8 values in 10 of a normal distribution lie within. */
const eightInTen = 1.2815515655446004;

/** Shift and scale of each feature, and the process that reads them so. */
interface Regression {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  readonly process: GaussianProcess;
}

/** A Gaussian process on log10 of the conductivity that reads the mean over the sites of the atom features CAMNS-V1. */
export const meanFeatureTrainer: ConductivityTrainer<Float64Array> = {
  kind,
  description:
    "a Gaussian process (Matérn 3/2) on log10 of the conductivity, over the mean of the atom features CAMNS-V1; P_SI is the share of its distribution above 1e-4 S/cm",
  describe,
  train: async (rows, { signal, onProgress }) => {
    signal?.throwIfAborted();
    const samples = rows.map(({ features }) => features);
    const scale = scaleOf(samples);
    const process = GaussianProcess.fit(
      samples.map((sample) => scaled(sample, scale)),
      rows.map(targetOf),
    );
    onProgress?.(1);
    // Whoever waits to abort gets a turn.
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    return trained(samples, { ...scale, process });
  },
};

/** In single precision, as files keep them: a model says the same before and after it was written. */
function describe(crystal: CrystalFeatures): Float64Array {
  return meanFeatures(crystal.atoms(representation, level)).map(Math.fround);
}

function targetOf({ compound }: TrainingRow<unknown>): number {
  return Math.min(mostTarget, Math.max(leastTarget, compound.logConductivity));
}

interface Scale {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

function scaleOf(samples: readonly Float64Array[]): Scale {
  const width = samples[0]?.length ?? 0;
  const average = (of: (sample: Float64Array) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const mean = Float64Array.from({ length: width }, (_, k) => average((sample) => sample[k] ?? 0));
  const deviation = mean.map(
    (centre, k) => Math.sqrt(average((sample) => ((sample[k] ?? 0) - centre) ** 2)) || 1,
  );
  return { mean, deviation };
}

function scaled(sample: ArrayLike<number>, { mean, deviation }: Scale): KernelInput {
  return [
    mean.map((centre, k) => {
      const away = ((sample[k] ?? 0) - centre) / (deviation[k] ?? 1);
      return Math.min(farthest, Math.max(-farthest, away));
    }),
  ];
}

function trained(samples: readonly Float64Array[], regression: Regression): TrainedModel<Float64Array> {
  const { process } = regression;
  const tensors: Tensors = new Map([
    [
      "features",
      {
        shape: [samples.length, regression.mean.length],
        values: Float32Array.from(samples.flatMap((sample) => [...sample])),
      },
    ],
  ]);
  const architecture: Architecture = { parameters: process.parameters, targets: process.targets };
  return {
    probability: (features) => estimate(regression, features).pSi,
    stored: { architecture, tensors },
  };
}

function estimate(regression: Regression, features: ArrayLike<number>): Estimate {
  const { mean, deviation } = regression.process.predict(scaled(features, regression));
  return {
    pSi: normalShare((mean - superionicLogConductivity) / deviation),
    deviation: 0,
    conductivity: {
      log10: mean,
      interval: [mean - eightInTen * deviation, mean + eightInTen * deviation],
    },
  };
}

/** Standard normal distribution function. */
function normalShare(x: number): number {
  const tail = complementaryError(Math.abs(x) / Math.SQRT2) / 2;
  return x >= 0 ? 1 - tail : tail;
}

interface Architecture {
  readonly parameters: KernelParameters;
  readonly targets: readonly number[];
}

/** The classifier of a file of this kind. @throws Error where tensors are missing. */
export function readMeanFeatureModel(
  { name, version, architecture }: ModelManifest,
  tensors: Tensors,
): Classifier {
  const features = tensors.get("features");
  if (!features) throw new Error("the features of its training compounds are missing");
  const { parameters, targets } = architecture as Architecture;
  const width = features.shape[1] ?? 0;
  const samples = targets.map((_, i) =>
    Float64Array.from(features.values.subarray(i * width, (i + 1) * width)),
  );
  const scale = scaleOf(samples);
  const process = new GaussianProcess(
    samples.map((sample) => scaled(sample, scale)),
    targets,
    parameters,
  );
  return {
    name: `${name}, version ${version}`,
    representation,
    members: 1,
    estimate: (crystals) => crystals.map((crystal) => estimate({ ...scale, process }, describe(crystal))),
  };
}
