import type { LearningCurves } from "../learningCurves";
import { precisionRecallCurve } from "../metrics";
import type { SchemeKey } from "../schemes";
import type { MeanDeviation, ModelSummary } from "../summary";
import type { EvaluationResults } from "./results";
import { axisAround, roundTicks, svgFigure, type Axis, type Mark, type Panel, type Point } from "./svgFigure";

type JudgedBy = "averagePrecision" | "mcc";

const precisionRange = [0, 1] as const;
const matthewsRange = [-0.4, 1] as const;
const unitTicks = roundTicks(precisionRange);

/** How every model does under every scheme that it was tried on: pooled scores with the deviation over repeats. */
export function modelsFigure({ schemes, models }: EvaluationResults): string {
  const names = [...new Set(models.map(({ model }) => model))].filter((name) =>
    triedEverywhere(name, models, schemes),
  );
  const x: Axis = {
    label: "",
    range: [-0.5, schemes.length - 0.5],
    ticks: schemes.map(({ title }, at) => ({ at, text: title })),
  };
  const marks = (score: JudgedBy): Mark[] =>
    names.map((name, k) => ({
      kind: "points",
      name,
      colour: k,
      points: schemes.flatMap(({ key }, at) => {
        const summary = find(models, name, key);
        return summary ? [point(at + spread(k, names.length), summary.pooled[score])] : [];
      }),
    }));
  return svgFigure(
    twoPanels((score) => ({ x, marks: marks(score) })),
    "Average precision and Matthews' correlation coefficient of the models under each way to split the data.",
  );
}

function triedEverywhere(
  name: string,
  models: readonly ModelSummary[],
  schemes: EvaluationResults["schemes"],
): boolean {
  return schemes.every(({ key }) => find(models, name, key));
}

/** Models side by side under one scheme, as figure 4.2 (b, c) of the thesis: by fold, with the controls as lines. */
export function comparisonFigure(
  { models }: EvaluationResults,
  scheme: SchemeKey,
  compared: readonly { readonly name: string; readonly label: string }[],
  description: string,
): string | undefined {
  const found = compared.flatMap(({ name, label }) => {
    const summary = find(models, name, scheme);
    return summary ? [{ summary, label }] : [];
  });
  if (found.length === 0) return undefined;
  const x: Axis = {
    label: "",
    range: [-0.5, found.length - 0.5],
    ticks: found.map(({ label }, at) => ({ at, text: label })),
  };
  const panels = twoPanels((score) => ({
    x,
    marks: [
      ...found.map(({ summary }, at): Mark => ({
        kind: "bars",
        width: 0.6,
        colour: at % 2,
        points: [point(at, summary.byFold[score])],
      })),
      ...controlLines(models, scheme, score, x.range),
    ],
  }));
  return svgFigure(panels, description);
}

const levels = [0, 1, 2, 3] as const;
const representations = ["CAMN", "CAN", "CAMNS", "CANS"] as const;

/** AtomSets by representation and level, as figures 4.3 and 4.4 (b, d) of the thesis: by fold, with baselines as lines. */
export function featuresFigure(
  { models }: EvaluationResults,
  scheme: SchemeKey,
  description: string,
): string | undefined {
  const x: Axis = {
    label: "atom features",
    range: [-0.4, 3.4],
    ticks: levels.map((at) => ({ at, text: `V${at}` })),
  };
  const series = (score: JudgedBy) =>
    representations.flatMap((representation, k): Mark[] => {
      const points = levels.flatMap((level) => {
        const summary = find(models, `AtomSets ${representation}-V${level}`, scheme);
        return summary ? [point(level + spread(k, representations.length), summary.byFold[score])] : [];
      });
      if (points.length === 0) return [];
      return [
        { kind: "line", points, colour: k },
        { kind: "points", points, colour: k, name: representation },
      ];
    });
  if (series("mcc").length === 0) return undefined;
  const panels = twoPanels((score) => ({
    x,
    marks: [...series(score), ...controlLines(models, scheme, score, x.range)],
  }));
  return svgFigure(panels, description);
}

/** Some models on each chemical cluster, as figures 4.4 and 4.5 (a, c) of the thesis: mean and deviation over the repeats. */
export function clustersFigure(
  { models }: EvaluationResults,
  names: readonly string[],
  description: string,
): string | undefined {
  const found = names.flatMap((name) => find(models, name, "clusters") ?? []);
  const folds = found[0]?.folds ?? [];
  if (folds.length === 0) return undefined;
  const x: Axis = {
    label: "validation cluster (compounds, superionic ones)",
    range: [-0.5, folds.length - 0.5],
    ticks: folds.map(({ count, positives }, at) => ({ at, text: `${at} (${count}, ${positives})` })),
  };
  const panels = twoPanels((score) => ({
    x,
    marks: found.map((summary, k): Mark => ({
      kind: "points",
      colour: k,
      name: summary.model,
      points: (summary.folds ?? []).map((fold, at) => point(at + spread(k, found.length), fold[score])),
    })),
  }));
  return svgFigure(panels, description);
}

/** Scores on each cluster while a network learns from the others, as figures C.3 to C.16 of the thesis. */
export function curvesFigure({ model, splits }: LearningCurves): string {
  const last = Math.max(1, ...splits.map((points) => points.at(-1)?.epoch ?? 1));
  const x: Axis = { label: "epoch", range: [0, last], ticks: roundTicks([0, last]) };
  const panels = twoPanels((score) => ({
    x,
    marks: splits.flatMap((points, k): Mark[] => {
      const line = points.map((one) => point(one.epoch, one[score]));
      return [
        { kind: "line", points: line, colour: k, name: `cluster ${k}` },
        { kind: "points", points: line, colour: k },
      ];
    }),
  }));
  return svgFigure(panels, `Scores of ${model} on each cluster left out, by epoch.`);
}

/** P_SI against the measured conductivity, as figure 4.6 of the thesis, but of predictions out of fold. */
export function conductivityFigure(
  { models, compounds, schemes }: EvaluationResults,
  scheme: SchemeKey,
  names: readonly string[],
): string | undefined {
  const found = names.flatMap((name) => find(models, name, scheme) ?? []);
  if (found.length === 0) return undefined;
  const y: Axis = { label: "P_SI", range: [0, 1], ticks: unitTicks };
  const x = axisAround("log10 of the conductivity in S/cm", compounds.map(shownConductivity));
  const panels = found.map(({ model, predictions }): Panel => ({
    title: model,
    x,
    y,
    marks: [
      dashedLine([-4, 0], [-4, 1]),
      dashedLine([x.range[0], 0.5], [x.range[1], 0.5]),
      ...[true, false].map((isRight, k): Mark => ({
        kind: "points",
        colour: k,
        name: isRight ? "told rightly at 0.5" : "told wrongly",
        points: compounds.flatMap((compound, i) => {
          const p = predictions[i] ?? null;
          if (p === null || (p >= 0.5 === compound.superionic) !== isRight) return [];
          return [{ x: shownConductivity(compound), y: p }];
        }),
      })),
    ],
  }));
  const title = schemes.find(({ key }) => key === scheme)?.title ?? scheme;
  return svgFigure(panels, `P_SI against measured conductivity, predicted out of fold; ${title}.`);
}

/** Conductivities below 1e-15 S/cm, which are extrapolations, are drawn there. */
function shownConductivity({ logConductivity }: { readonly logConductivity: number }): number {
  return Math.max(-15, logConductivity);
}

/** Share of superionic compounds against the predicted probability: on the diagonal, P_SI means what it says. */
export function reliabilityFigure({ models, schemes }: EvaluationResults, names: readonly string[]): string {
  const panels = schemes.map(({ key, title }): Panel => ({
    title,
    x: { label: "predicted P_SI", range: [0, 1], ticks: unitTicks },
    y: { label: "share that is superionic", range: [0, 1], ticks: unitTicks },
    marks: [
      dashedLine([0, 0], [1, 1]),
      ...names.flatMap((name, k): Mark[] => {
        const bins = find(models, name, key)?.reliability.filter(({ count }) => count > 0) ?? [];
        const points = bins.map(({ meanProbability: x, positiveShare: y }) => ({ x, y }));
        return points.length === 0
          ? []
          : [
              { kind: "line", points, colour: k, name },
              { kind: "points", points, colour: k },
            ];
      }),
    ],
  }));
  return svgFigure(panels, "Reliability of the predicted probabilities, all repeats together.");
}

/** Precision against recall of the mean predictions. */
export function precisionRecallFigure(
  { models, schemes, compounds }: EvaluationResults,
  names: readonly string[],
): string {
  const panels = schemes.map(({ key, title }): Panel => ({
    title,
    x: { label: "recall", range: [0, 1], ticks: unitTicks },
    y: { label: "precision", range: [0, 1], ticks: unitTicks },
    marks: names.flatMap((name, k): Mark[] => {
      const predictions = find(models, name, key)?.predictions ?? [];
      const scored = [...predictions.keys()].filter((i) => (predictions[i] ?? null) !== null);
      if (scored.length === 0) return [];
      const curve = precisionRecallCurve(
        scored.map((i) => predictions[i] ?? NaN),
        scored.map((i) => compounds[i]?.superionic ?? false),
      );
      const points = curve.map(({ recall: x, precision: y }) => ({ x, y }));
      return [{ kind: "line", points, colour: k, name }];
    }),
  }));
  return svgFigure(panels, "Precision against recall of the mean predictions.");
}

export function find(
  models: readonly ModelSummary[],
  name: string,
  scheme: SchemeKey,
): ModelSummary | undefined {
  return models.find((summary) => summary.model === name && summary.scheme === scheme);
}

function twoPanels(draw: (score: JudgedBy) => Pick<Panel, "x" | "marks">): Panel[] {
  return [
    {
      title: "AUC-PR (average precision)",
      y: { label: "AUC-PR", range: precisionRange, ticks: unitTicks },
      ...draw("averagePrecision"),
    },
    {
      title: "MCC at 0.5",
      y: { label: "MCC", range: matthewsRange, ticks: roundTicks(matthewsRange) },
      ...draw("mcc"),
    },
  ];
}

const lines = [
  { name: "logistic regression on Sendek's features", colour: 4 },
  { name: "control: training mean", colour: 6 },
  { name: "control: shuffled labels", colour: 7 },
] as const;

function controlLines(
  models: readonly ModelSummary[],
  scheme: SchemeKey,
  score: JudgedBy,
  [from, to]: readonly [number, number],
): Mark[] {
  return lines.flatMap(({ name, colour }): Mark[] => {
    const y = find(models, name, scheme)?.byFold[score].mean;
    if (y === undefined) return [];
    const points = [
      { x: from, y },
      { x: to, y },
    ];
    return [{ kind: "line", points, colour, name, isDashed: true }];
  });
}

function dashedLine(from: readonly [number, number], to: readonly [number, number]): Mark {
  const points = [from, to].map(([x, y]) => ({ x, y }));
  return { kind: "line", points, colour: 6, isDashed: true };
}

function point(x: number, { mean, deviation }: MeanDeviation): Point {
  return { x, y: mean, ...(Number.isFinite(deviation) ? { deviation } : {}) };
}

/** Where the k-th of several series stands beside the place that they share. */
function spread(k: number, count: number): number {
  return count > 1 ? 0.6 * (k / (count - 1) - 0.5) : 0;
}
