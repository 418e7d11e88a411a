import { featureRow, fitScale, type FeatureScale } from "../features/featureTable";
import type { FeatureValues } from "../features/featureValues";
import { superionicLogConductivity } from "../measurements/superionic";
import type { KernelParameters, Normal } from "../regression/gaussianProcess";
import { calibrated, fitShift } from "./calibration";
import type { Influence } from "../classifier";
import { conformalWidth } from "./conformal";
import { Domain } from "./domain";
import { influencesOn } from "./explanation";
import { KernelInputs } from "./inputs";
import { fitMember, memberPlans, restoreMember, type Member } from "./members";
import { normalCumulative } from "./normal";
import { isSuperionicSample, type ConductivitySample } from "./samples";

/** What is said of a compound. */
export interface ConductivityPrediction {
  /** Calibrated probability that the compound conducts at least 1e-4 S/cm at room temperature. */
  readonly pSi: number;
  /** Standard deviation of the members' probabilities. */
  readonly deviation: number;
  /** log10 of the conductivity at room temperature in S/cm. */
  readonly logConductivity: number;
  /** It lies between these in 80 % of the compounds. */
  readonly interval: readonly [number, number];
  /** Why the compound lies outside of what was learned, in sentences; empty where it lies inside. */
  readonly cautions: readonly string[];
}

/** All of a fitted model, for a file: the training set, which the Gaussian processes are made of, and what was fitted. */
export interface ConductivityModelState {
  readonly scale: FeatureScale;
  /** A row of features a sample, as the scale orders them. */
  readonly rows: readonly Float32Array[];
  /** log10 of the conductivity in S/cm. */
  readonly targets: Float32Array;
  /** Hyperparameters of each Gaussian process. */
  readonly members: readonly KernelParameters[];
  /** Of P_SI on the logit scale. */
  readonly shift: number;
  /** Deviations on either side that hold 80 %. */
  readonly intervalWidth: number;
  /** Of unseen structures 95 % have a smaller deviation. */
  readonly largestUsualDeviation: number;
}

/** Conductivities beyond these bounds of log10 in S/cm are as good as at them. */
const [least, most] = [-10, 0];
const intervalCoverage = 0.8;
const usualShare = 0.95;

/**
 * Regressions of log10 conductivity by Gaussian processes that learn from different compounds. Each gives a normal
 * distribution; the model says their mixture: P_SI is the mean of their probabilities to lie above 1e-4 S/cm, calibrated, and the
 * interval is widened until it holds 80 %, both on what the members say of training compounds without having seen their papers.
 */
export class ConductivityModel {
  private readonly members: readonly Member[];
  private readonly domain: Domain;

  constructor(readonly state: ConductivityModelState) {
    const inputs = new KernelInputs(state.scale);
    this.domain = new Domain(state.scale, state.rows, state.largestUsualDeviation);
    const training = { rows: state.rows, targets: Array.from(state.targets), groups: [] };
    this.members = memberPlans.flatMap((plan, i) => {
      const member = state.members[i];
      return member ? [restoreMember(plan, member, training, inputs)] : [];
    });
  }

  predict(features: FeatureValues): ConductivityPrediction {
    const row = featureRow(this.state.scale, features);
    const { shift, intervalWidth } = this.state;
    const said = this.members.map((member) => member.predict(row));
    const { mean: logConductivity, deviation } = mixture(said);
    const probabilities = said.map((one) => calibrated(superionicProbability([one]), shift));
    return {
      pSi: calibrated(superionicProbability(said), shift),
      deviation: spread(probabilities),
      logConductivity,
      interval: [logConductivity - intervalWidth * deviation, logConductivity + intervalWidth * deviation],
      cautions: this.domain.cautions(features, deviation),
    };
  }

  /** What each property does to log10 of the conductivity, the strongest first. */
  influences(features: FeatureValues): Influence[] {
    return influencesOn(this.state.scale, featureRow(this.state.scale, features), this.members);
  }
}

/** Fits all members, the shift and the interval. @throws RangeError for less than two samples. */
export function fitConductivityModel(samples: readonly ConductivitySample[]): ConductivityModel {
  if (samples.length < 2) throw new RangeError("a model needs at least two measured compounds");
  const scale = fitScale(samples.map(({ features }) => features));
  const rows = samples.map(({ features }) => featureRow(scale, features));
  const targets = Float32Array.from(samples, ({ logConductivity }) =>
    Math.min(most, Math.max(least, logConductivity)),
  );
  const inputs = new KernelInputs(scale);
  const training = { rows, targets: Array.from(targets), groups: samples.map(({ doi }) => doi) };
  const fitted = memberPlans.map((plan) => fitMember(plan, training, inputs));
  const unseen = samples.map((_, i) => fitted.flatMap((member) => member.unseen[i] ?? []));
  return new ConductivityModel({
    scale,
    rows,
    targets,
    members: fitted.map(({ member }) => member.parameters),
    ...fitOnUnseen(samples, rows, unseen, inputs),
  });
}

/** Calibration and interval of structures: only compounds whose Li was located count. */
function fitOnUnseen(
  samples: readonly ConductivitySample[],
  rows: readonly Float32Array[],
  unseen: readonly (readonly Normal[])[],
  inputs: KernelInputs,
): Pick<ConductivityModelState, "shift" | "intervalWidth" | "largestUsualDeviation"> {
  const located = samples.flatMap((sample, i) => {
    const [row, said] = [rows[i], unseen[i]];
    return row && said && inputs.isLocated(row) ? [{ sample, said }] : [];
  });
  const deviations = located.map(({ said }) => mixture(said).deviation).sort((a, b) => a - b);
  const measured = located.filter(({ sample }) => !sample.isUpperBound);
  return {
    shift: fitShift(
      located.map(({ said }) => superionicProbability(said)),
      located.map(({ sample }) => isSuperionicSample(sample)),
    ),
    intervalWidth: conformalWidth(
      measured.map(({ said }) => mixture(said)),
      measured.map(({ sample }) => sample.logConductivity),
      intervalCoverage,
    ),
    largestUsualDeviation: deviations[Math.floor(usualShare * deviations.length)] ?? Infinity,
  };
}

/** Mean over the distributions of the probability to lie above the threshold. */
function superionicProbability(said: readonly Normal[]): number {
  return mean(said.map((one) => normalCumulative((one.mean - superionicLogConductivity) / one.deviation)));
}

/** Mean and standard deviation of the mixture of the distributions in equal shares. */
function mixture(said: readonly Normal[]): Normal {
  const centre = mean(said.map((one) => one.mean));
  const variance = mean(said.map((one) => one.deviation ** 2 + (one.mean - centre) ** 2));
  return { mean: centre, deviation: Math.sqrt(variance) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function spread(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((x) => (x - centre) ** 2)));
}
