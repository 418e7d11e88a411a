import { describe, expect, it } from "vitest";
import type { AnalysedSpectrum } from "../../../../server/src/protocol/impedanceAnalysis";
import type { ArrheniusLine } from "../../../../server/src/protocol/arrhenius";
import type { ReadSpectrum } from "../../../../server/src/protocol/impedanceFiles";
import { arrheniusFigure } from "../../../../media/src/impedance/arrheniusFigure";
import {
  decadeTags,
  modulusFigure,
  nyquistFigure,
  phaseFigure,
  residualFigure,
  shadeOf,
} from "../../../../media/src/impedance/spectrumFigures";
import { line as fitted, spectrum as measured } from "./exported";

function spectrum(name: string, temperatureC: number): ReadSpectrum {
  return { ...measured, id: name, file: name, name, temperatureC };
}

const analysis: AnalysedSpectrum = {
  kind: "analysed",
  tail: null,
  circuit: {
    circuit: "R0",
    parameters: [],
    correlation: [],
    chi2: 1,
    chi2Reduced: null,
    resistanceTotal: { value: 50, standardError: 1 },
    conductivity: null,
    alternatives: [],
    curve: { frequencies: [1000, 10], zRe: [30, 40], zIm: [-40, -300] },
    residuals: { points: [0, 2], re: [1, -1], im: [2, -2] },
  },
  problems: [],
};

const shown = {
  selected: spectrum("cold", 0),
  excluded: [1],
  analysis,
  others: [spectrum("warm", 50)],
  ramp: [0, 100] as const,
  onlyArcs: true,
};

describe("the Nyquist plot", () => {
  const figure = nyquistFigure(shown);

  it("has equal axes, -Z'' up, and ends beyond the arcs", () => {
    expect(figure.equalAspect).toBe(true);
    expect(figure.x.max).toBe(80);
    expect(figure.series[0]?.points[0]).toMatchObject({ x: 30, y: 40, id: 0, tag: "1 kHz" });
  });

  it("shows excluded points apart", () => {
    const places = figure.series.slice(0, 2).map(({ name, points }) => [name, points.map(({ id }) => id)]);
    expect(places).toEqual([
      ["measured", [0, 2]],
      ["excluded", [1]],
    ]);
  });

  it("shades the other spectra by temperature, and says so", () => {
    expect(figure.series.at(-1)).toMatchObject({ name: "warm", inLegend: false });
    expect(figure.series.at(-1)?.points.map(({ shade }) => shade)).toEqual([0.5, 0.5, 0.5]);
    expect(figure.gradient).toEqual({ label: "°C", min: 0, max: 100 });
  });
});

it("gives a point the same id in all figures", () => {
  const ids = [nyquistFigure, modulusFigure, phaseFigure, residualFigure].map((figure) =>
    figure(shown).series[0]?.points.map(({ id }) => id),
  );
  expect(ids).toEqual([
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 2],
  ]);
  expect(modulusFigure(shown).series[0]?.points[0]).toMatchObject({ x: 1000, y: 50 });
  expect(phaseFigure(shown).series[0]?.points[0]?.y).toBeCloseTo(53.13, 2);
});

it("tags decades only where a point is near", () => {
  expect([...decadeTags([1.05e6, 3e5, 1.2e5, 1e3])]).toEqual([
    [3, "1 kHz"],
    [2, "100 kHz"],
    [0, "1 MHz"],
  ]);
});

it("places temperatures on the ramp", () => {
  expect([null, 0, 75].map((one) => shadeOf(one, [0, 100]))).toEqual([undefined, 0, 0.75]);
  expect(shadeOf(25, [25, 25])).toBe(0.5);
});

it("draws an Arrhenius line with its band for each cell, and knows the spectrum of each point", () => {
  const asked = [spectrum("a", 0), spectrum("b", 50)];
  const points = asked.map(({ name, temperatureC }) => ({
    cell: name,
    temperatureC: temperatureC ?? 0,
    conductivity: 1e-4,
    deviation: null,
  }));
  const line: ArrheniusLine = { ...fitted, cell: "a", line: [[3, 1]], band: [[[3, 0]], [[3, 2]]] };
  const places = [
    { place: [3.6, 1], error: 0.1 },
    { place: [3.1, 2], error: null },
  ] as const;
  const figure = arrheniusFigure(
    asked,
    { points, weighting: "none", form: "ln(sigma T)" },
    { places, lines: [line], replicates: null, problems: [] },
    [0, 50],
  );
  expect(figure.series.map(({ name }) => name)).toEqual(["a", "b", "line", "95 %"]);
  expect(figure.series[0]?.points).toMatchObject([{ id: 0, error: 0.1 }]);
  expect(figure.series[3]?.points.map(({ y }) => y)).toEqual([0, 2]);
  expect(figure.series[1]?.points).toMatchObject([{ id: 1, x: 3.1, y: 2, shade: 1 }]);
});
