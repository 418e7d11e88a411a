import type { ClusterAnalysis } from "../clustering/clusterAnalysis";
import type { ClusterStatistics } from "../clustering/clusterStatistics";
import type { LabelVariance } from "../clustering/labelVariance";
import type { ClusterInput } from "./clusterInput";
import { table } from "./table";

/** How an answer is to be told. */
export interface OutputChoice {
  readonly at: number;
  readonly threshold: number;
  /** Whether those that a filter rejects are told as well. */
  readonly allCandidates: boolean;
}

/** The answer as the contract of the command line has it; `analysis` is undefined where there was nothing to cluster. */
export function clusterJson(
  { file, rows, matrix, problems }: ClusterInput,
  analysis: ClusterAnalysis | undefined,
  { at, threshold }: OutputChoice,
): object {
  const empty = {
    merges: [],
    cuts: {},
    wSigma: null,
    control: null,
    wEa: null,
    clusters: [],
    candidates: [],
  };
  const found = analysis ? analysisJson(analysis) : empty;
  return { file, rows, features: matrix.columns, ...found, at, threshold, problems };
}

function analysisJson(analysis: ClusterAnalysis): object {
  const { tree, cuts, variance, control, barrierVariance, clusters, candidates } = analysis;
  const byK = <T>(entry: (index: number) => T) =>
    Object.fromEntries([...cuts.keys()].map((k) => [k, entry(k - 1)]));
  const varianceJson = (of: LabelVariance | undefined) =>
    of === undefined ? null : byK((i) => ({ plain: of.plain[i] ?? null, frozen: of.frozen[i] ?? null }));
  return {
    merges: tree.merges.map(({ left, right, height, size }) => [left, right, height, size]),
    cuts: Object.fromEntries([...cuts].map(([k, assigned]) => [k, Array.from(assigned)])),
    wSigma: varianceJson(variance),
    control:
      control === undefined
        ? null
        : byK((i) => ({
            mean: control.frozen.mean[i] ?? null,
            deviation: control.frozen.deviation[i] ?? null,
            plain: { mean: control.plain.mean[i] ?? null, deviation: control.plain.deviation[i] ?? null },
          })),
    wEa: varianceJson(barrierVariance),
    clusters: clusters.map((cluster) => ({
      ...cluster,
      mean: numberOrNull(cluster.mean),
      deviation: numberOrNull(cluster.deviation),
      highShare: numberOrNull(cluster.highShare),
    })),
    candidates,
  };
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** The answer for people: what there was, how well each cut sorts the labels, and what the clusters of one cut hold. */
export function clusterText(input: ClusterInput, analysis: ClusterAnalysis, choice: OutputChoice): string {
  const { matrix, labels } = input;
  const labelled = labels?.filter((label) => !Number.isNaN(label)).length ?? 0;
  const summary = `${matrix.rows} compounds, ${matrix.columns} features, ${labelled} labels\n`;
  const parts = [
    varianceText(analysis),
    contentsText(analysis, choice),
    candidatesText(input, analysis, choice),
  ];
  return [summary, ...parts.filter((part) => part !== "")].join("\n");
}

function varianceText({ cuts, variance, control, barrierVariance }: ClusterAnalysis): string {
  const columns: (readonly [string, ArrayLike<number>])[] = [];
  if (variance && control)
    columns.push(
      ["W_sigma", variance.plain],
      ["frozen", variance.frozen],
      ["control", control.frozen.mean],
      ["deviation", control.frozen.deviation],
    );
  if (barrierVariance)
    columns.push(["W_Ea (eV\u00b2)", barrierVariance.plain], ["frozen", barrierVariance.frozen]);
  if (columns.length === 0) return "";
  const rows = [...cuts.keys()].map((k) => [
    String(k),
    ...columns.map(([, values]) => (values[k - 1] ?? NaN).toFixed(3)),
  ]);
  return table([["clusters", ...columns.map(([heading]) => heading)], ...rows]);
}

function contentsText({ clusters }: ClusterAnalysis, { at, threshold }: OutputChoice): string {
  const heading = ["cluster", "compounds", "share", "labels", "mean", "deviation", "high", "of all high"];
  const percent = (share: number) => (Number.isNaN(share) ? "-" : `${(100 * share).toFixed(1)} %`);
  const number = (value: number) => (Number.isNaN(value) ? "-" : value.toFixed(2));
  const row = ({ cluster, size, share, labels, mean, deviation, high, highShare }: ClusterStatistics) => [
    ...[String(cluster), String(size), percent(share), String(labels.length)],
    ...[number(mean), number(deviation), String(high), percent(highShare)],
  ];
  return `Cut into ${at}; labels of at least ${threshold} are high\n${table([heading, ...clusters.map(row)])}`;
}

function candidatesText(
  { rows }: ClusterInput,
  { candidates }: ClusterAnalysis,
  choice: OutputChoice,
): string {
  const kept = candidates.filter(
    ({ filters }) => choice.allCandidates || Object.values(filters).every(({ pass }) => pass !== false),
  );
  if (candidates.length === 0) return "";
  const heading = ["compound", "cluster", "high labels are", "E_hull", "E_g", "E_a"];
  const value = (known: number | null) => (known === null ? "?" : String(Number(known.toFixed(3))));
  const lines = kept.map(({ row, cluster, relation, filters }) => [
    ...[nameOf(rows[row]), String(cluster), relation === "contains" ? "in it" : "in the nearest"],
    ...[filters.energyAboveHull, filters.bandGap, filters.activationEnergy].map((one) => value(one.value)),
  ]);
  const rejected = candidates.length - kept.length;
  const note = rejected > 0 ? `, ${rejected} more that E_hull, E_g or E_a rejects` : "";
  return `${kept.length} candidates without a label${note}\n${lines.length > 0 ? table([heading, ...lines]) : ""}`;
}

function nameOf(row: ClusterInput["rows"][number] | undefined): string {
  return row?.formula === undefined ? (row?.name ?? "") : `${row.formula} (${row.name})`;
}
