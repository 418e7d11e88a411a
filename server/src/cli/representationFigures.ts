import type { JudgedRepresentation } from "../clustering/representationStudy";
import {
  axisAround,
  roundTicks,
  svgFigure,
  type Axis,
  type Mark,
  type Panel,
  type Point,
} from "../learning/validation/report/svgFigure";

interface Depths {
  readonly from: number;
  readonly to: number;
}

const grey = 6;

/**
 * W_sigma at each depth as a point beside half a violin, of the best representation of each descriptor and of the control, as
 * figure 2.2 of the thesis.
 */
export function rankingFigure(best: readonly JudgedRepresentation[], depths: Depths): string {
  const entries = [
    ...best.map(({ descriptor, simplification, variance }) => ({
      name: `${descriptor} ${simplification}`,
      values: Array.from(variance),
    })),
    ...(best.length > 0 ? [{ name: "control", values: meanControl(best) }] : []),
  ];
  const y = axisAround(
    "W_sigma",
    entries.flatMap(({ values }) => values),
  );
  // Names have room in halves alone.
  const perPanel = Math.ceil(entries.length / 2);
  const panels = [0, 1].map((i): Panel => {
    const shown = entries.slice(i * perPanel, (i + 1) * perPanel);
    return {
      title: i === 0 ? "Best simplification of each descriptor" : "",
      x: {
        label: "",
        range: [-0.6, perPanel - 0.4],
        ticks: shown.map(({ name }, at) => ({ at, text: name })),
      },
      y,
      marks: shown.flatMap(({ name, values }, at) => violin(values, at, name === "control" ? grey : at % 6)),
    };
  });
  return svgFigure(
    panels,
    `W_sigma of ${depths.from} to ${depths.to} clusters, by the best representation of each descriptor.`,
  );
}

/** The depths' values to the left, and how densely they lie to the right. */
function violin(values: readonly number[], at: number, colour: number): Mark[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const width = (high - low) / 8 || 1;
  const density = (y: number) =>
    values.reduce((sum, value) => sum + Math.exp(-(((y - value) / width) ** 2) / 2), 0);
  const steps = Array.from({ length: 41 }, (_, i) => low + ((high - low) * i) / 40);
  const densest = Math.max(...steps.map(density));
  const outline = steps.map((y): Point => ({ x: at + 0.05 + (0.4 * density(y)) / densest, y }));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    { kind: "points", colour, points: values.map((y): Point => ({ x: at - 0.2, y })) },
    { kind: "line", colour, points: outline },
    {
      kind: "line",
      colour,
      points: [
        { x: at - 0.35, y: mean },
        { x: at + 0.45, y: mean },
      ],
    },
  ];
}

/** W_sigma by number of clusters of the best descriptors, beside the control, as figures A.1 and A.3 of the thesis. */
export function curvesFigure(best: readonly JudgedRepresentation[], depths: Depths): string {
  const shown = best.slice(0, 6);
  const [control, deviation] = [meanControl(best), meanDeviation(best)];
  const last = depths.from + control.length - 1;
  const x: Axis = { label: "clusters", range: [depths.from, last], ticks: roundTicks([depths.from, last]) };
  const panel = (title: string, unit: (i: number) => number): Panel => {
    const line = (values: ArrayLike<number>): Point[] =>
      Array.from(values, (value, i) => ({ x: depths.from + i, y: value / unit(i) }));
    const marks: Mark[] = [
      ...shown.map(({ descriptor, simplification, variance }, colour): Mark => ({
        ...{ kind: "line", colour, name: `${descriptor} ${simplification}` },
        points: line(variance),
      })),
      { kind: "line", colour: grey, name: "control, with its deviation", points: line(control) },
      ...[-1, 1].map((sign): Mark => ({
        ...{ kind: "line", colour: grey, isDashed: true },
        points: line(control.map((mean, i) => mean + sign * (deviation[i] ?? 0))),
      })),
    ];
    const values = marks.flatMap(({ points }) => points.map(({ y }) => y));
    return { title, x, y: axisAround("W_sigma", values), marks };
  };
  const panels = [
    panel("W_sigma by number of clusters", () => 1),
    panel("as a share of the control", (i) => control[i] ?? 1),
  ];
  return svgFigure(panels, "W_sigma by number of clusters, of the best descriptors and of the control.");
}

/** Over the representations, depth by depth: each has clusters of other sizes. */
function meanControl(representations: readonly JudgedRepresentation[]): number[] {
  return meanByDepth(representations.map(({ control }) => control.means));
}

function meanDeviation(representations: readonly JudgedRepresentation[]): number[] {
  return meanByDepth(representations.map(({ control }) => control.deviations));
}

function meanByDepth(curves: readonly Float64Array[]): number[] {
  return Array.from(
    curves[0] ?? [],
    (_, i) => curves.reduce((sum, curve) => sum + (curve[i] ?? 0), 0) / curves.length,
  );
}
