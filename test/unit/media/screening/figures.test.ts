import { describe, expect, it } from "vitest";
import type { ChartColumns } from "../../../../media/src/screening/chartColumns";
import { distanceFigure, drawnRows, mapFigure } from "../../../../media/src/screening/figures";

const columns: ChartColumns = {
  pSi: Float32Array.of(0.9, 0.1, NaN),
  deviation: Float32Array.of(0.05, 0.1, NaN),
  dTraining: Float32Array.of(1, 2, NaN),
  ordered: Float32Array.of(0, 1, NaN),
  pc1: Float32Array.of(-1, 1, NaN),
  pc2: Float32Array.of(0, 3, NaN),
  formulas: ["Li3PS4", "LiCl", ""],
};

describe("P_SI by distance", () => {
  it("shades by the deviation, and leaves out what has no P_SI", () => {
    const { series, gradient } = distanceFigure(columns, []);
    expect(gradient?.max).toBeCloseTo(0.1);
    expect(
      series.map(({ name, points }) => [name, points.map(({ label, shade }) => [label, shade])]),
    ).toEqual([
      ["disordered", [["Li3PS4", expect.closeTo(0.5)]]],
      ["ordered", [["LiCl", 1]]],
    ]);
  });

  it("marks what is selected, on top", () => {
    const [first] = distanceFigure(columns, [1]).series;
    expect(first).toMatchObject({ name: "selected", points: [{ id: 1, x: 2 }] });
  });
});

describe("the map", () => {
  const training = {
    compounds: [{ id: "a", formula: "Li3N", conductivity: 1e-3, projection: [0.5, 0.5] as const }],
    variance: [0.4, 0.2] as const,
  };

  it("tells candidates from the others and from the training set", () => {
    const { series, x } = mapFigure(columns, training, []);
    expect(x.label).toContain("40 %");
    expect(series.map(({ name, points }) => [name, points.map(({ label }) => label)])).toEqual([
      ["P_SI 0.5 or more", ["Li3PS4"]],
      ["training set", ["Li3N"]],
      ["P_SI below 0.5", ["LiCl"]],
    ]);
  });
});

describe("very long lists", () => {
  it("are thinned, but all candidates are drawn", () => {
    const pSi = new Float32Array(100_000).map((_, row) => (row % 1000 === 7 ? 0.8 : 0.1));
    const rows = drawnRows({ ...columns, pSi });
    expect(rows.length).toBeLessThan(21_000);
    expect(rows.filter((row) => pSi[row] === pSi[7])).toHaveLength(100);
  });
});
