import { describe, expect, it } from "vitest";
import { cutTree } from "../../../../media/src/clusters/cut";
import { clusterBeneath, dendrogramFigure, layOut } from "../../../../media/src/clusters/dendrogramFigure";
import { density } from "../../../../media/src/clusters/density";
import { mapFigure } from "../../../../media/src/clusters/mapFigure";
import { rankCurves, rankingFigure } from "../../../../media/src/clusters/rankingFigure";
import {
  meanShare,
  varianceFigure,
  varianceOf,
  type NamedCurve,
} from "../../../../media/src/clusters/varianceFigure";
import { labelledClusters, violinFigure } from "../../../../media/src/clusters/violinFigure";
import { clusterings } from "./clusterings";

/** Two near each other, then three, then one far away. */
const data = clusterings([0, 1, 10, 11, 12.5, 40], [-3, NaN, -5, -7, NaN, NaN]);
const none = new Set<number>();
const cut = cutTree(data.tree, 3, data.order);
const dendrogram = layOut(data);
const seriesNamed = (name: string, { series } = dendrogramFigure(data, dendrogram, cut, none)) =>
  series.find((one) => one.name === name)?.points ?? [];

describe("a dendrogram", () => {
  it("has a branch for each compound, and each merge above the middle of its two", () => {
    expect(dendrogram.branches).toHaveLength(6);
    const { leaves, left, right } = data.tree;
    for (let merge = 0; merge < left.length; merge++) {
      const [one, other] = [
        dendrogram.places.get(left[merge] ?? 0),
        dendrogram.places.get(right[merge] ?? 0),
      ];
      const place = dendrogram.places.get(leaves + merge);
      expect(place?.x).toBe(((one?.x ?? NaN) + (other?.x ?? NaN)) / 2);
      expect(place?.y).toBeGreaterThan(Math.max(one?.y ?? NaN, other?.y ?? NaN));
    }
  });

  it("draws the merges of each cluster beneath its head, and the others above the cut", () => {
    expect([0, 1, 2].map((number) => seriesNamed(`cluster ${number}`).length)).toEqual([2, 3, 1]);
    expect(seriesNamed("above the cut")).toHaveLength(2);
    expect(seriesNamed("cluster 1")[0]).toMatchObject({
      id: 1,
      tag: "1: 3",
      label: "cluster 1: 3 compounds, 2 measured",
    });
  });

  it("has a cell beneath each branch, as dark as its conductivity, and none for what was not measured", () => {
    expect(seriesNamed("measured").map(({ shade, label }) => [label, shade])).toEqual([
      ["block0: log σ -3.0", 1],
      ["Li1Cl: not measured", undefined],
      ["Li2Cl: log σ -5.0", 0.5],
      ["Li3Cl: log σ -7.0", 0],
      ["Li4Cl: not measured", undefined],
      ["Li5Cl: not measured", undefined],
    ]);
  });

  it("finds the cluster beneath a place, and none beside the tree", () => {
    expect(clusterBeneath(3.2, dendrogram, cut, data)?.number).toBe(1);
    expect(clusterBeneath(5.3, dendrogram, cut, data)?.number).toBe(2);
    expect(clusterBeneath(7, dendrogram, cut, data)).toBeUndefined();
  });

  it("marks the branches of selected compounds", () => {
    const marked = dendrogramFigure(data, dendrogram, cut, new Set([2, 5])).series[0];
    expect(marked).toMatchObject({ name: "selected", points: [{ x: 2 }, { x: 5 }] });
  });

  it("draws the lowest merges of a large tree as one branch", () => {
    const many = clusterings(
      Array.from({ length: 1000 }, (_, i) => i ** 1.5),
      [],
    );
    const { branches, places } = layOut(many);
    expect(branches).toHaveLength(300);
    expect(places.size).toBe(300 + 299);
  });
});

describe("violins", () => {
  it("stand for the clusters with labels, with an outline where there are two or more", () => {
    const shown = labelledClusters(data, cut);
    expect(shown.map(({ cluster, labelled }) => [cluster.number, labelled])).toEqual([
      [0, [0]],
      [1, [2, 3]],
    ]);
    const { series, x } = violinFigure(data, shown, none);
    expect(x.names).toEqual(["0", "1"]);
    expect(series.map(({ name, draw }) => [name, draw])).toEqual([
      ["measured", "points"],
      ["cluster 1", "area"],
    ]);
  });

  it("are as wide as values lie densely", () => {
    const { at, height } = density([-5, -5, -5, -2], 0.3);
    const nearest = (value: number) =>
      height[at.findIndex((x) => Math.abs(x - value) <= (at[1] ?? 0) - (at[0] ?? 0))] ?? NaN;
    expect(Math.max(...height)).toBe(1);
    expect(nearest(-5)).toBeGreaterThan(2 * nearest(-2));
    expect(height[0]).toBeLessThan(0.2);
  });
});

describe("a map", () => {
  const map = {
    kind: "pca",
    x: Float32Array.of(0, 1, 2, 3, 4, 5),
    y: new Float32Array(6),
    variance: [0.75, 0.2],
  } as const;

  it("has each compound once, by cluster in the order of the dendrogram", () => {
    const { series, x } = mapFigure(data, map, cut, "cluster", none);
    expect(series.map(({ points }) => points.map(({ id }) => id))).toEqual([[0, 1], [2, 3, 4], [5]]);
    expect(x.label).toBe("first component (75 %)");
  });

  it("tells what has a value from what has none", () => {
    const { series, gradient } = mapFigure(data, map, cut, "pSi", new Set([1]));
    expect(series.map(({ name, points }) => [name, points.length])).toEqual([
      ["selected", 1],
      ["with P_SI", 2],
      ["without P_SI", 4],
    ]);
    expect(gradient).toEqual({ label: "P_SI", min: 0, max: 1 });
  });
});

const curve = (descriptor: string, simplification: string, frozen: readonly number[]): NamedCurve => ({
  representation: { descriptor, simplification, second: null },
  curve: {
    labels: 5,
    plain: frozen.map((value) => value / 2),
    frozen,
    control: { mean: frozen.map(() => 20), deviation: frozen.map(() => 2) },
  },
});
const curves = [
  curve("density", "a", [18, 16]),
  curve("soap", "can", [10, 8]),
  curve("density", "can", [15, 12]),
];

describe("W_sigma", () => {
  it("is drawn from two clusters on, beside random clusters with their deviation", () => {
    const { series } = varianceFigure(curves.slice(1), "frozen");
    expect(series.map(({ name }) => name)).toEqual([
      "soap-can",
      "density-can",
      "random clusters",
      "their deviation",
    ]);
    expect(series[0]?.points).toEqual([
      { x: 2, y: 10, id: 2 },
      { x: 3, y: 8, id: 3 },
    ]);
    expect(series[3]?.points.map(({ y }) => y)).toEqual([22, 22, 18, 18]);
  });

  it("is of activation energies likewise, in eV²", () => {
    const { title, y, series } = varianceFigure(curves.slice(1), "frozen", "barrier");
    expect([title, y]).toEqual([
      "Variance of activation energy within clusters",
      { label: "W_Ea", unit: "eV²", min: 0 },
    ]);
    expect(series.map(({ name }) => name)).toContain("random clusters");
  });

  it("can be a share of that of random clusters", () => {
    const [, soap] = curves;
    if (!soap) return;
    expect(varianceOf(soap.curve, "share")).toEqual([0.5, 0.4]);
    expect(meanShare(soap.curve)).toBeCloseTo(0.45);
    expect(varianceFigure([soap], "share").series[2]?.points.map(({ y }) => y)).toEqual([1.1, 1.1, 0.9, 0.9]);
  });
});

describe("the ranking", () => {
  const names = (ranked: readonly NamedCurve[]) =>
    ranked.map(({ representation: { descriptor, simplification } }) => `${descriptor}-${simplification}`);

  it("puts the least variance first, of each descriptor all or the best alone", () => {
    expect(names(rankCurves(curves, false))).toEqual(["soap-can", "density-can", "density-a"]);
    expect(names(rankCurves(curves, true))).toEqual(["soap-can", "density-can"]);
  });

  it("draws the best on top, with a point for each depth", () => {
    const { y, series } = rankingFigure(rankCurves(curves, true));
    expect(y.names).toEqual(["density-can (5)", "soap-can (5)"]);
    expect(series[0]).toMatchObject({
      name: "soap-can",
      draw: "points",
      points: [{ x: 0.5, id: 0 }, { x: 0.4 }],
    });
    expect(series[0]?.points.every((point) => point.y > 0.5 && point.y < 1)).toBe(true);
    expect(series[1]?.points.every((point) => point.y >= 1)).toBe(true);
  });
});
