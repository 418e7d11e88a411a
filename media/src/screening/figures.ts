import type { TrainingMapResult } from "../../../server/src/protocol/screening";
import type { FigureSpec, Point, Series } from "../shared/figure/figureSpec";
import type { ChartColumns } from "./chartColumns";
import type { Histogram } from "./histogram";

/** More points than this make a chart slow and no clearer. */
const mostPoints = 20_000;

/** Figure 4.7a: how many compounds have which P_SI, and how the high end looks. */
export function histogramFigure(all: Histogram, highEnd: Histogram): FigureSpec {
  return {
    title: "Compounds by P_SI",
    x: { label: "P_SI", min: 0, max: 1 },
    y: { label: "compounds", whole: true },
    stacked: true,
    series: bars(all),
    inset: {
      x: { label: "", min: highEnd.from, max: 1 },
      y: { label: "", whole: true },
      stacked: true,
      series: bars(highEnd),
    },
  };
}

function bars({ from, width, ordered, disordered }: Histogram): Series[] {
  const points = (counts: readonly number[]) =>
    counts.map((y, bin) => ({ x: from + (bin + 0.5) * width, y }));
  return [
    { name: "disordered", draw: "bars", points: points(disordered) },
    { name: "ordered", draw: "bars", points: points(ordered) },
  ];
}

/** Figure 4.7b: P_SI against the distance to the training set, shaded by the deviation. */
export function distanceFigure(columns: ChartColumns, marked: readonly number[]): FigureSpec {
  const { pSi, dTraining, deviation, formulas } = columns;
  const most = deviation.reduce((highest, value) => (value > highest ? value : highest), 0);
  const point = (row: number): Point => ({
    id: row,
    label: formulas[row],
    x: dTraining[row] ?? NaN,
    y: pSi[row] ?? NaN,
    shade: (deviation[row] ?? 0) / (most || 1),
  });
  return {
    title: "P_SI by distance to the training set",
    x: { label: "d_training", min: 0 },
    y: { label: "P_SI", min: 0, max: 1 },
    gradient: { label: "deviation", min: 0, max: most },
    series: [...marks(marked, point), ...byOrder(columns, point)],
  };
}

/** Figure C.2: the compounds beside those of the training set, on the first two principal components. */
export function mapFigure(
  columns: ChartColumns,
  training: TrainingMapResult | undefined,
  marked: readonly number[],
): FigureSpec {
  const { pc1, pc2, pSi, formulas } = columns;
  const point = (row: number): Point => ({
    id: row,
    label: formulas[row],
    x: pc1[row] ?? NaN,
    y: pc2[row] ?? NaN,
  });
  const candidates = drawnRows(columns).filter((row) => (pSi[row] ?? 0) >= 0.5);
  const others = drawnRows(columns).filter((row) => (pSi[row] ?? 0) < 0.5);
  const share = (axis: 0 | 1) => (training ? ` (${(100 * training.variance[axis]).toFixed(0)} %)` : "");
  const known =
    training?.compounds.map(({ formula, projection: [x, y] }) => ({ x, y, label: formula })) ?? [];
  return {
    title: "Map of the compounds and the training set",
    x: { label: `first component${share(0)}` },
    y: { label: `second component${share(1)}` },
    series: [
      ...marks(marked, point),
      {
        name: "P_SI 0.5 or more",
        draw: "points",
        points: candidates.map(point).filter(isFinitePoint),
        colour: 1,
      },
      { name: "training set", draw: "points", points: known, colour: 2, radius: 2 },
      {
        name: "P_SI below 0.5",
        draw: "points",
        points: others.map(point).filter(isFinitePoint),
        colour: 0,
        radius: 2,
      },
    ],
  };
}

function byOrder(columns: ChartColumns, point: (row: number) => Point): Series[] {
  const rows = drawnRows(columns);
  const named = (name: string, isOrdered: boolean, shape: "circle" | "triangle"): Series => ({
    name,
    draw: "points",
    shape,
    points: rows
      .filter((row) => (columns.ordered[row] === 1) === isOrdered)
      .map(point)
      .filter(isFinitePoint),
  });
  return [named("disordered", false, "circle"), named("ordered", true, "triangle")];
}

/** First of all series, since the first is drawn on top. */
function marks(marked: readonly number[], point: (row: number) => Point): Series[] {
  const points = marked.map((row) => ({ ...point(row), shade: undefined })).filter(isFinitePoint);
  if (points.length === 0) return [];
  return [{ name: "selected", draw: "points", points, hollow: true, radius: 8, colour: 5, shape: "rectRot" }];
}

/** All rows, or of very many the candidates and every so many of the others. */
export function drawnRows({ pSi }: ChartColumns): number[] {
  const step = Math.ceil(pSi.length / mostPoints);
  const rows: number[] = [];
  pSi.forEach((value, row) => {
    if (step <= 1 || value >= 0.5 || row % step === 0) rows.push(row);
  });
  return rows;
}

function isFinitePoint({ x, y }: Point): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}
