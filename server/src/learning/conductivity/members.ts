import {
  GaussianProcess,
  type KernelInput,
  type KernelParameters,
  type Normal,
} from "../regression/gaussianProcess";
import type { KernelInputs } from "./inputs";

/** A Gaussian process on log10 conductivity, and what it learns from. */
export interface MemberPlan {
  /** Whether it learns only from compounds whose Li was located. */
  readonly locatedOnly: boolean;
}

/** Chosen by folds that keep papers, or families of compounds, together: see docs/evaluation/conductivity.md. */
export const memberPlans: readonly MemberPlan[] = [{ locatedOnly: true }, { locatedOnly: false }];

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

/** Its process is made when first asked: who only wants to know what a model is called need not wait for it. */
export function restoreMember(
  plan: MemberPlan,
  parameters: KernelParameters,
  training: TrainingRows,
  inputs: KernelInputs,
): Member {
  let process: GaussianProcess | undefined;
  const make = () => {
    const samples = kernelSamples(plan, training, inputs);
    return new GaussianProcess(samples.inputs, samples.targets, parameters);
  };
  return processMember(parameters, () => (process ??= make()), inputs);
}

/** A fitted member, with what it says of each training row without having seen the rows of its group. */
export function fitMember(
  plan: MemberPlan,
  training: TrainingRows,
  inputs: KernelInputs,
): { readonly member: Member; readonly unseen: readonly Normal[] } {
  const { indices, ...samples } = kernelSamples(plan, training, inputs);
  const process = GaussianProcess.fit(samples.inputs, samples.targets);
  const own = process.leaveGroupsOut(samples.groups);
  const unseen = training.rows.map((): Normal => ({ mean: NaN, deviation: NaN }));
  indices.forEach((index, i) => (unseen[index] = own[i] ?? { mean: NaN, deviation: NaN }));
  return { member: processMember(process.parameters, () => process, inputs), unseen };
}

interface KernelSamples {
  readonly indices: readonly number[];
  readonly inputs: readonly KernelInput[];
  readonly targets: readonly number[];
  readonly groups: readonly string[];
}

function kernelSamples(
  { locatedOnly }: MemberPlan,
  { rows, targets, groups }: TrainingRows,
  inputs: KernelInputs,
): KernelSamples {
  const indices = rows.flatMap((row, i) => (!locatedOnly || inputs.isLocated(row) ? [i] : []));
  return {
    indices,
    inputs: indices.map((i) => inputs.of(rows[i] ?? new Float32Array())),
    targets: indices.map((i) => targets[i] ?? NaN),
    groups: indices.map((i) => groups[i] ?? ""),
  };
}

function processMember(
  parameters: KernelParameters,
  process: () => GaussianProcess,
  inputs: KernelInputs,
): Member {
  return {
    parameters,
    predict: (row) => process().predict(inputs.of(row)),
    meanChanges: (row, others) =>
      process().meanChanges(
        inputs.of(row),
        others.map((other) => inputs.of(other)),
      ),
  };
}
