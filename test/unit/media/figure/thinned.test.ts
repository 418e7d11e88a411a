import { describe, expect, it } from "vitest";
import type { FigureSpec, Point } from "../../../../media/src/shared/figure/figureSpec";
import { thinned } from "../../../../media/src/shared/figure/thinned";

const figure = (points: readonly Point[], own: Partial<FigureSpec> = {}): FigureSpec => ({
  title: "Many",
  x: { label: "x" },
  y: { label: "y" },
  series: [{ name: "all", draw: "points", points }],
  ...own,
});
const pointsOf = ({ series }: FigureSpec) => series[0]?.points ?? [];

describe("a figure of many points", () => {
  it("is drawn whole as long as it has few", () => {
    const spec = figure(Array.from({ length: 2000 }, () => ({ x: 1, y: 1 })));
    expect(thinned(spec)).toBe(spec);
  });

  it("leaves out what later points at the same place hide, and keeps the order", () => {
    const heap = Array.from({ length: 3000 }, (_, id) => ({ x: id % 3, y: (id % 3) * 10, id }));
    expect(pointsOf(thinned(figure(heap))).map(({ id }) => id)).toEqual([2997, 2998, 2999]);
  });

  it("keeps points that are apart, on logarithmic axes by their decades", () => {
    const line = Array.from({ length: 2500 }, (_, id) => ({ x: 10 ** ((id % 200) / 100), y: 1, id }));
    const logarithmic = figure(line, { x: { label: "x", scale: "logarithmic" } });
    expect(pointsOf(thinned(logarithmic))).toHaveLength(200);
    expect(pointsOf(thinned(figure(line))).length).toBeLessThan(150);
  });

  it("shows more of them where the user zooms in, and nothing beside", () => {
    const line = Array.from({ length: 5000 }, (_, id) => ({ x: id, y: 0, id }));
    const near = pointsOf(thinned(figure(line, { x: { label: "x", min: 100, max: 199 } })));
    expect(near.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, i) => 100 + i));
  });

  it("puts points of one shade into one series, the highest on top, once in the legend", () => {
    const shaded = Array.from({ length: 3000 }, (_, id) => ({
      x: id % 60,
      y: Math.floor(id / 60),
      id,
      shade: id / 2999,
    }));
    const { series } = thinned(figure(shaded));
    expect(series).toHaveLength(33);
    expect(series.map(({ points }) => new Set(points.map(({ shade }) => shade)).size)).toEqual(
      series.map(() => 1),
    );
    const shades = series.map(({ points }) => points[0]?.shade ?? NaN);
    expect(shades).toEqual(shades.toSorted((a, b) => b - a));
    expect(series.map(({ inLegend }) => inLegend)).toEqual([undefined, ...shades.slice(1).map(() => false)]);
  });

  it("leaves other series as they are", () => {
    const points = Array.from({ length: 3000 }, (_, x) => ({ x: 0, y: x }));
    const line = { name: "line", draw: "line", points } as const;
    const { series } = thinned(figure(points, { series: [line, { ...line, draw: "points" }] }));
    expect(series.map((one) => one.points.length)).toEqual([3000, 180]);
  });
});
