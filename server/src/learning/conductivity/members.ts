import { ExtraTrees, type ExtraTreesOptions, type ExtraTreesState } from "../regression/extraTrees";
import {
  GaussianProcess,
  type KernelInput,
  type KernelParameters,
  type Normal,
} from "../regression/gaussianProcess";
import { Random } from "../random";
import type { InputViews } from "./inputs";
import { type Side } from "./inputs";

/** A regression of log10 conductivity, and what it learns from. */
export type MemberPlan =
  | {
      readonly kind: "gaussian-process";
      readonly name: string;
      readonly sides: readonly Side[];
      /** Whether it learns only from compounds whose Li was located. */
      readonly locatedOnly: boolean;
    }
  | ({ readonly kind: "extra-trees"; readonly name: string } & ExtraTreesOptions);

/** Chosen by folds that keep papers, or families of compounds, together: see docs/evaluation/conductivity.md. */
export const memberPlans: readonly MemberPlan[] = [
  {
    kind: "gaussian-process",
    name: "composition and Li environment of located compounds",
    sides: ["composition", "environment"],
    locatedOnly: true,
  },
  {
    kind: "gaussian-process",
    name: "composition and Li environment of all compounds",
    sides: ["composition", "environment"],
    locatedOnly: false,
  },
  { kind: "extra-trees", name: "all features", trees: 120, leastLeaf: 2, columnShare: 0.3 },
];

/** What of a member is stored: the rest follows from the training set. */
export type MemberState =
  | { readonly kind: "gaussian-process"; readonly parameters: KernelParameters }
  | { readonly kind: "extra-trees"; readonly state: ExtraTreesState };

/** Training rows as members read them. */
export interface TrainingRows {
  readonly rows: readonly Float32Array[];
  /** log10 of the conductivity in S/cm, within bounds. */
  readonly targets: readonly number[];
  /** Samples of one paper are predicted together when the member is asked what it would have said without them. */
  readonly groups: readonly string[];
}

export interface Member {
  readonly state: MemberState;
  predict(row: Float32Array): Normal;
  /** The mean alone, which is quicker. */
  predictMean(row: Float32Array): number;
  /** Whether its predictions hang on one of these places of a row. */
  reads(columns: readonly number[]): boolean;
}

/** log10 units by which the trees' spread is too small: measurements of one compound differ by about as much. */
const leastSpread = 0.5;

export function restoreMember(
  plan: MemberPlan,
  state: MemberState,
  training: TrainingRows,
  views: InputViews,
): Member {
  if (plan.kind === "gaussian-process" && state.kind === "gaussian-process") {
    const { inputs, targets } = kernelSamples(plan, training, views);
    return processMember(plan.sides, new GaussianProcess(inputs, targets, state.parameters), views);
  }
  if (plan.kind === "extra-trees" && state.kind === "extra-trees")
    return treesMember(new ExtraTrees(state.state), views);
  throw new TypeError(`the state of a ${state.kind} is none of a ${plan.kind}`);
}

/** Folds that the trees are grown anew for, to hear what they say of compounds that they have not seen. */
const innerFolds = 5;

/** A fitted member, with what it says of each training row without having seen the rows of its group. */
export function fitMember(
  plan: MemberPlan,
  training: TrainingRows,
  views: InputViews,
  seed: number,
): { readonly member: Member; readonly unseen: readonly Normal[] } {
  if (plan.kind === "extra-trees") return fitTrees(plan, training, views, seed);
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
  { sides, locatedOnly }: Extract<MemberPlan, { kind: "gaussian-process" }>,
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
  const seen = new Set(views.columnsOf(sides));
  return {
    state: { kind: "gaussian-process", parameters: process.parameters },
    predict: (row) => process.predict(views.kernelInput(row, sides)),
    predictMean: (row) => process.predictMean(views.kernelInput(row, sides)),
    reads: (columns) => columns.some((k) => seen.has(k)),
  };
}

function fitTrees(
  options: ExtraTreesOptions,
  { rows, targets, groups }: TrainingRows,
  views: InputViews,
  seed: number,
): { readonly member: Member; readonly unseen: readonly Normal[] } {
  const random = new Random(seed);
  const inputs = rows.map((row) => views.all(row));
  const grow = (indices: readonly number[]) =>
    treesMember(
      ExtraTrees.fit(
        indices.map((i) => inputs[i] ?? new Float64Array()),
        indices.map((i) => targets[i] ?? NaN),
        options,
        random,
      ),
      views,
    );
  const folds = foldsOfGroups(groups, innerFolds, random);
  const unseen = rows.map((): Normal => ({ mean: NaN, deviation: NaN }));
  for (let fold = 0; fold < innerFolds; fold++) {
    const part = grow(folds.flatMap((other, i) => (other === fold ? [] : [i])));
    rows.forEach((row, i) => {
      if (folds[i] === fold) unseen[i] = part.predict(row);
    });
  }
  return { member: grow(rows.map((_, i) => i)), unseen };
}

function foldsOfGroups(groups: readonly string[], count: number, random: Random): number[] {
  const names = random.shuffled([...new Set(groups)]);
  const foldOf = new Map(names.map((name, i) => [name, i % count]));
  return groups.map((group) => foldOf.get(group) ?? 0);
}

function treesMember(trees: ExtraTrees, views: InputViews): Member {
  return {
    state: { kind: "extra-trees", state: trees.state },
    predict: (row) => {
      const { mean, deviation } = trees.predict(views.all(row));
      return { mean, deviation: Math.hypot(deviation, leastSpread) };
    },
    predictMean: (row) => trees.predict(views.all(row)).mean,
    reads: () => true,
  };
}
