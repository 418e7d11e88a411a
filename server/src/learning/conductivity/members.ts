import {
  GaussianProcess,
  type KernelInput,
  type KernelParameters,
  type Normal,
} from "../regression/gaussianProcess";
import type { InputViews, Side } from "./inputs";

/** A Gaussian process on log10 conductivity, and what it learns from. */
export interface MemberPlan {
  readonly sides: readonly Side[];
  /** Whether it learns only from compounds whose Li was located. */
  readonly locatedOnly: boolean;
}

/** Chosen by folds that keep papers, or families of compounds, together: see docs/evaluation/conductivity.md. */
export const memberPlans: readonly MemberPlan[] = [
  { sides: ["composition", "environment"], locatedOnly: true },
  { sides: ["composition", "environment"], locatedOnly: false },
];

/** Training rows as members read them. */
export interface TrainingRows {
  readonly rows: readonly Float32Array[];
  /** log10 of the conductivity in S/cm, within bounds. */
  readonly targets: readonly number[];
  /** Samples of one paper are predicted together when the member is asked what it would have said without them. */
  readonly groups: readonly string[];
}

export interface Member {
  /** What of a member is stored: the rest follows from the training set. */
  readonly parameters: KernelParameters;
  predict(row: Float32Array): Normal;
  /** By how much the predicted mean differs at each of `others`, which are like `row` but for a few features. */
  meanChanges(row: Float32Array, others: readonly Float32Array[]): number[];
}

export function restoreMember(
  plan: MemberPlan,
  parameters: KernelParameters,
  training: TrainingRows,
  views: InputViews,
): Member {
  const { inputs, targets } = kernelSamples(plan, training, views);
  return processMember(plan.sides, new GaussianProcess(inputs, targets, parameters), views);
}

/** A fitted member, with what it says of each training row without having seen the rows of its group. */
export function fitMember(
  plan: MemberPlan,
  training: TrainingRows,
  views: InputViews,
): { readonly member: Member; readonly unseen: readonly Normal[] } {
  const { inputs, targets, groups, indices } = kernelSamples(plan, training, views);
  const process = GaussianProcess.fit(inputs, targets);
  const own = process.leaveGroupsOut(groups);
  const unseen = training.rows.map((): Normal => ({ mean: NaN, deviation: NaN }));
  indices.forEach((index, i) => (unseen[index] = own[i] ?? { mean: NaN, deviation: NaN }));
  return { member: processMember(plan.sides, process, views), unseen };
}

interface KernelSamples {
  readonly indices: readonly number[];
  readonly inputs: readonly KernelInput[];
  readonly targets: readonly number[];
  readonly groups: readonly string[];
}

function kernelSamples(
  { sides, locatedOnly }: MemberPlan,
  { rows, targets, groups }: TrainingRows,
  views: InputViews,
): KernelSamples {
  const indices = rows.flatMap((row, i) => (!locatedOnly || views.isLocated(row) ? [i] : []));
  return {
    indices,
    inputs: indices.map((i) => views.kernelInput(rows[i] ?? new Float32Array(), sides)),
    targets: indices.map((i) => targets[i] ?? NaN),
    groups: indices.map((i) => groups[i] ?? ""),
  };
}

function processMember(sides: readonly Side[], process: GaussianProcess, views: InputViews): Member {
  const inputOf = (row: Float32Array) => views.kernelInput(row, sides);
  return {
    parameters: process.parameters,
    predict: (row) => process.predict(inputOf(row)),
    meanChanges: (row, others) => process.meanChanges(inputOf(row), others.map(inputOf)),
  };
}
