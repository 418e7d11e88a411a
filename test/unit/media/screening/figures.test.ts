import { describe, expect, it } from "vitest";
import type { ChartColumns } from "../../../../media/src/screening/chartColumns";
import {
  distanceFigure,
  histogramFigure,
  mapFigure,
  type ChartRows,
} from "../../../../media/src/screening/figures";
import { binsFrom } from "../../../../media/src/screening/histogram";
import { drawnRows, rowsOf } from "../../../../media/src/screening/rowSet";

const columns: ChartColumns = {
  pSi: Float32Array.of(0.9, 0.1, NaN),
  deviation: Float32Array.of(0.05, 0.1, NaN),
  dTraining: Float32Array.of(1, 2, NaN),
  ordered: Float32Array.of(0, 1, NaN),
  pc1: Float32Array.of(-1, 1, NaN),
  pc2: Float32Array.of(0, 3, NaN),
  formulas: ["Li3PS4", "LiCl", ""],
};
const all: ChartRows = { shown: [0, 1, 2], chosen: [], selected: undefined };

describe("the histogram", () => {
  const histogram = (rows: ChartRows) => histogramFigure(columns, rows, binsFrom(0, 2), binsFrom(0.5, 2));
  const counts = (rows: ChartRows) =>
    histogram(rows).series.map(({ name, points }) => [name, points.map(({ y }) => y)]);

  it("tells ordered from disordered compounds, also at the high end", () => {
    expect(counts(all)).toEqual([
      ["disordered", [0, 1]],
      ["ordered", [1, 0]],
    ]);
    expect(histogram(all).inset?.series[0]?.points.map(({ y }) => y)).toEqual([0, 1]);
  });

  it("counts only what the list shows", () => {
    expect(counts({ ...all, shown: [1] })).toEqual([
      ["disordered", [0, 0]],
      ["ordered", [1, 0]],
    ]);
  });

  it("marks what is chosen in its bars, and what is selected on top of its bar", () => {
    const [selected, chosen] = histogram({ ...all, chosen: [0], selected: 1 }).series;
    expect(selected).toMatchObject({ name: "selected", draw: "points", points: [{ y: 1, id: 0 }] });
    expect(chosen).toMatchObject({ name: "chosen", inner: true, points: [{ y: 0 }, { y: 1, id: 1 }] });
  });

  it("gives each bar a number of its own", () => {
    const { series, inset } = histogram(all);
    const ids = [series[0], inset?.series[0]].flatMap((one) => one?.points.map(({ id }) => id));
    expect(ids).toEqual([0, 1, 2, 3]);
  });
});

describe("P_SI by distance", () => {
  it("shades by the deviation, and leaves out what has no P_SI", () => {
    const { series, gradient } = distanceFigure(columns, all);
    expect(gradient?.max).toBeCloseTo(0.1);
    expect(
      series.map(({ name, points }) => [name, points.map(({ label, shade }) => [label, shade])]),
    ).toEqual([
      ["disordered", [["Li3PS4", expect.closeTo(0.5)]]],
      ["ordered", [["LiCl", 1]]],
    ]);
  });

  it("marks what is selected and what is chosen, on top", () => {
    const [selected, chosen] = distanceFigure(columns, { ...all, chosen: [0, 2], selected: 1 }).series;
    expect(selected).toMatchObject({ name: "selected", points: [{ id: 1, x: 2 }] });
    expect(chosen).toMatchObject({ name: "chosen", points: [{ id: 0, x: 1 }] });
  });

  it("draws only what the list shows", () => {
    const { series } = distanceFigure(columns, { ...all, shown: [1] });
    expect(series.map(({ points }) => points.length)).toEqual([0, 1]);
  });
});

describe("the map", () => {
  const training = {
    compounds: [{ id: "a", formula: "Li3N", conductivity: 1e-3, projection: [0.5, 0.5] as const }],
    variance: [0.4, 0.2] as const,
  };

  it("tells candidates from the others and from the training set", () => {
    const { series, x } = mapFigure(columns, training, all);
    expect(x.label).toContain("40 %");
    expect(series.map(({ name, points }) => [name, points.map(({ label }) => label)])).toEqual([
      ["P_SI 0.5 or more", ["Li3PS4"]],
      ["training set", ["Li3N"]],
      ["P_SI below 0.5", ["LiCl"]],
    ]);
  });
});

describe("the rows of charts", () => {
  it("are those that a mask lets through", () => {
    expect(rowsOf(3, undefined)).toEqual([0, 1, 2]);
    expect(rowsOf(3, Float32Array.of(1, 0))).toEqual([0]);
  });

  it("are thinned where there are very many, but all candidates are drawn", () => {
    const pSi = new Float32Array(100_000).map((_, row) => (row % 1000 === 7 ? 0.8 : 0.1));
    const rows = drawnRows(pSi, rowsOf(pSi.length, undefined));
    expect(rows.length).toBeLessThan(21_000);
    expect(rows.filter((row) => pSi[row] === pSi[7])).toHaveLength(100);
  });
});
