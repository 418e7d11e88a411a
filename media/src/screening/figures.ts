import type { TrainingMapResult } from "../../../server/src/protocol/screening";
import type { FigureSpec, Point, Series } from "../shared/figure/figureSpec";
import type { ChartColumns } from "./chartColumns";
import { binOf, countPSi, type Bins } from "./histogram";
import { drawnRows } from "./rowSet";

/** Which rows of a list charts show and mark. */
export interface ChartRows {
  readonly shown: readonly number[];
  /** Those of a box or a bar that the user chose; empty where nothing is chosen. */
  readonly chosen: readonly number[];
  readonly selected: number | undefined;
}

/** Theme colour of what is marked. */
const markColour = 5;

/** Figure 4.7a: how many compounds have which P_SI, and how the high end looks. Bars have their numbers as `id`. */
export function histogramFigure(
  columns: ChartColumns,
  rows: ChartRows,
  all: Bins,
  highEnd: Bins,
): FigureSpec {
  return {
    title: "Compounds by P_SI",
    x: { label: "P_SI", min: 0, max: 1 },
    y: { label: "compounds", whole: true },
    stacked: true,
    series: bars(columns, rows, all, 0),
    inset: {
      x: { label: "", min: highEnd.from, max: 1 },
      y: { label: "", whole: true },
      stacked: true,
      series: bars(columns, rows, highEnd, all.count),
    },
  };
}

function bars({ pSi, ordered }: ChartColumns, rows: ChartRows, bins: Bins, firstId: number): Series[] {
  const { shown, chosen } = rows;
  const points = (counted: readonly number[]) =>
    countPSi(pSi, counted, bins).map((y, bin) => ({
      x: bins.from + (bin + 0.5) * bins.width,
      y,
      id: firstId + bin,
    }));
  const isOrdered = (row: number) => ordered[row] === 1;
  return [
    ...selectedBar(pSi, rows, bins, firstId),
    ...(chosen.length > 0
      ? [{ name: "chosen", draw: "bars", inner: true, points: points(chosen), colour: markColour } as const]
      : []),
    { name: "disordered", draw: "bars", points: points(shown.filter((row) => !isOrdered(row))), colour: 0 },
    { name: "ordered", draw: "bars", points: points(shown.filter(isOrdered)), colour: 1 },
  ];
}

/** A mark on the top of the bar that holds the selected row. */
function selectedBar(
  pSi: Float32Array,
  { shown, selected }: ChartRows,
  bins: Bins,
  firstId: number,
): Series[] {
  const value = selected === undefined ? NaN : (pSi[selected] ?? NaN);
  const bin = binOf(value, bins);
  const y = bin === undefined ? 0 : (countPSi(pSi, shown, bins)[bin] ?? 0);
  return bin === undefined ? [] : [selectedSeries([{ x: value, y, id: firstId + bin }])];
}

/** Figure 4.7b: P_SI against the distance to the training set, shaded by the deviation. */
export function distanceFigure(columns: ChartColumns, rows: ChartRows): FigureSpec {
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
    series: [...marks(columns, rows, point), ...byOrder(columns, rows, point)],
  };
}

/** Figure C.2: the compounds beside those of the training set, on the first two principal components. */
export function mapFigure(
  columns: ChartColumns,
  training: TrainingMapResult | undefined,
  rows: ChartRows,
): FigureSpec {
  const { pc1, pc2, pSi, formulas } = columns;
  const point = (row: number): Point => ({
    id: row,
    label: formulas[row],
    x: pc1[row] ?? NaN,
    y: pc2[row] ?? NaN,
  });
  const drawn = drawnRows(pSi, rows.shown);
  const candidates = drawn.filter((row) => (pSi[row] ?? 0) >= 0.5);
  const others = drawn.filter((row) => (pSi[row] ?? 0) < 0.5);
  const share = (axis: 0 | 1) => (training ? ` (${(100 * training.variance[axis]).toFixed(0)} %)` : "");
  const known =
    training?.compounds.map(({ formula, projection: [x, y] }) => ({ x, y, label: formula })) ?? [];
  return {
    title: "Map of the compounds and the training set",
    x: { label: `first component${share(0)}` },
    y: { label: `second component${share(1)}` },
    series: [
      ...marks(columns, rows, point),
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

function byOrder(columns: ChartColumns, { shown }: ChartRows, point: (row: number) => Point): Series[] {
  const rows = drawnRows(columns.pSi, shown);
  const named = (name: string, isOrdered: boolean, shape: "circle" | "triangle"): Series => ({
    name,
    draw: "points",
    shape,
    colour: isOrdered ? 1 : 0,
    points: rows
      .filter((row) => (columns.ordered[row] === 1) === isOrdered)
      .map(point)
      .filter(isFinitePoint),
  });
  return [named("disordered", false, "circle"), named("ordered", true, "triangle")];
}

/** First of all series, since the first is drawn on top. */
function marks(
  columns: ChartColumns,
  { chosen, selected }: ChartRows,
  point: (row: number) => Point,
): Series[] {
  const pointsOf = (rows: readonly number[]) =>
    rows.map((row) => ({ ...point(row), shade: undefined })).filter(isFinitePoint);
  const ofSelected = pointsOf(selected === undefined ? [] : [selected]);
  const ofChosen = pointsOf(drawnRows(columns.pSi, chosen));
  return [
    ...(ofSelected.length > 0 ? [selectedSeries(ofSelected)] : []),
    ...(ofChosen.length > 0
      ? [
          {
            name: "chosen",
            draw: "points",
            points: ofChosen,
            hollow: true,
            radius: 5,
            colour: markColour,
            shape: "circle",
          } as const,
        ]
      : []),
  ];
}

function selectedSeries(points: readonly Point[]): Series {
  return {
    name: "selected",
    draw: "points",
    points,
    hollow: true,
    radius: 8,
    colour: markColour,
    shape: "rectRot",
  };
}

function isFinitePoint({ x, y }: Point): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}
