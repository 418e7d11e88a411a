import type {
  AnalysedSpectrum,
  InspectedSpectrum,
  Residuals,
} from "../../../server/src/protocol/impedanceAnalysis";
import type { ImpedanceCurve, ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import type { FigureSpec, Point, Series } from "../shared/figure/figureSpec";
import { frequencyText, temperatureText } from "./texts";

/** What the figures of spectra show. */
export interface Shown {
  readonly selected: ReadSpectrum;
  /** Places in the selected spectrum. */
  readonly excluded: readonly number[];
  readonly analysis: AnalysedSpectrum | undefined;
  /** Drawn behind it, by temperature. */
  readonly others: readonly ReadSpectrum[];
  /** Degrees Celsius of the two ends of the colour ramp. */
  readonly ramp: readonly [number, number] | undefined;
  /** The Nyquist plot shows the arcs, not the whole tail. */
  readonly onlyArcs: boolean;
}

/** No file holds as many points. */
const stride = 1_000_000;

/** A point of any of the spectra that are shown as one number: the selected one is number 0, the others follow. */
export function pointId(spectrum: number, place: number): number {
  return spectrum * stride + place;
}

export function pointWith(id: number): { readonly spectrum: number; readonly place: number } {
  return { spectrum: Math.floor(id / stride), place: id % stride };
}

/** Where a point of a spectrum is drawn. */
type Place = (curve: ImpedanceCurve, i: number) => { readonly x: number; readonly y: number };

const nyquistPlace: Place = ({ zRe, zIm }, i) => ({ x: zRe[i] ?? NaN, y: -(zIm[i] ?? NaN) });
const modulusPlace: Place = ({ frequencies, zRe, zIm }, i) => ({
  x: frequencies[i] ?? NaN,
  y: Math.hypot(zRe[i] ?? NaN, zIm[i] ?? NaN),
});
const phasePlace: Place = ({ frequencies, zRe, zIm }, i) => ({
  x: frequencies[i] ?? NaN,
  y: (-Math.atan2(zIm[i] ?? NaN, zRe[i] ?? NaN) * 180) / Math.PI,
});

const frequencyAxis = { label: "frequency", unit: "Hz", scale: "logarithmic" } as const;
/** How far beyond the total resistance the arcs are shown. */
const beyond = 1.6;

/** -Z'' against Z' with equal axes, the decades of frequency written beside their points. */
export function nyquistFigure(shown: Shown): FigureSpec {
  const { analysis, onlyArcs, selected } = shown;
  const total = analysis?.circuit?.resistanceTotal ?? analysis?.tail?.resistance;
  const limit = onlyArcs && total !== undefined ? { max: beyond * total.value } : {};
  return {
    title: `Nyquist plot of ${selected.name}`,
    equalAspect: true,
    x: { label: "Z′", unit: "Ω", min: Math.min(0, ...selected.zRe), ...limit },
    y: { label: "−Z″", unit: "Ω", ...(onlyArcs ? { min: 0, max: 0.35 * (limit.max ?? 1) } : {}) },
    ...gradientOf(shown),
    series: [...seriesOf(shown, nyquistPlace, true), ...tailLine(analysis), ...othersOf(shown, nyquistPlace)],
  };
}

export function modulusFigure(shown: Shown): FigureSpec {
  return {
    title: `Modulus of ${shown.selected.name}`,
    x: frequencyAxis,
    y: { label: "|Z|", unit: "Ω", scale: "logarithmic" },
    series: [...seriesOf(shown, modulusPlace, false), ...othersOf(shown, modulusPlace)],
  };
}

export function phaseFigure(shown: Shown): FigureSpec {
  return {
    title: `Phase of ${shown.selected.name}`,
    x: frequencyAxis,
    y: { label: "−phase", unit: "°" },
    series: [...seriesOf(shown, phasePlace, false), ...othersOf(shown, phasePlace)],
  };
}

/** What the fit leaves, in percent of |Z|. */
export function residualFigure({ selected, analysis }: Shown): FigureSpec {
  return {
    title: `Residuals of the fit of ${selected.name}`,
    x: frequencyAxis,
    y: { label: "ΔZ / |Z|", unit: "%" },
    series: analysis?.circuit ? residualSeries(selected, analysis.circuit.residuals) : [],
  };
}

export function linKkFigure(selected: ReadSpectrum, inspected: InspectedSpectrum | undefined): FigureSpec {
  const { residuals, outliers } = inspected?.linKk ?? {};
  const series = residuals ? residualSeries(selected, residuals) : [];
  const marked = (series[0]?.points ?? []).filter(({ id }) => id !== undefined && outliers?.includes(id));
  const outlierSeries: Series[] =
    marked.length > 0
      ? [
          {
            name: "outlier",
            draw: "points",
            points: marked,
            hollow: true,
            radius: 7,
            colour: 5,
            shape: "rectRot",
          },
        ]
      : [];
  return {
    title: `Kramers-Kronig residuals of ${selected.name}`,
    x: frequencyAxis,
    y: { label: "ΔZ / |Z|", unit: "%" },
    series: [...outlierSeries, ...series],
  };
}

export function relaxationFigure(
  selected: ReadSpectrum,
  inspected: InspectedSpectrum | undefined,
): FigureSpec {
  const { times = [], gamma = [], peaks = [] } = inspected?.relaxation ?? {};
  const line = times.map((x, i) => ({ x, y: gamma[i] ?? NaN }));
  const tops = peaks.map(({ time, frequency, resistance }) => ({
    x: time,
    y: gamma[times.indexOf(time)] ?? NaN,
    label: `${frequencyText(frequency)}, ${resistance.toPrecision(3)} Ω`,
  }));
  return {
    title: `Relaxation times of ${selected.name}`,
    x: { label: "τ", unit: "s", scale: "logarithmic" },
    y: { label: "γ(ln τ)", unit: "Ω", min: 0, ...highest(tops, times) },
    series: [
      { name: "peaks", draw: "points", points: tops, colour: 1 },
      { name: "distribution", draw: "line", points: line, colour: 0 },
    ],
  };
}

/** Ends above the peaks within the range: what is faster or slower than all that was measured piles up at its ends. */
function highest(
  tops: readonly Pick<Point, "x" | "y">[],
  times: readonly number[],
): Pick<FigureSpec["y"], "max"> {
  const inner = tops.filter(({ x }) => x !== times[0] && x !== times.at(-1));
  return inner.length > 0 ? { max: Number((1.2 * Math.max(...inner.map(({ y }) => y))).toPrecision(2)) } : {};
}

/** Measured, excluded and fitted points of the selected spectrum; the first are drawn on top. */
function seriesOf(shown: Shown, place: Place, withTags: boolean): Series[] {
  const { selected, excluded, analysis } = shown;
  const left = new Set(excluded);
  const tags = withTags ? decadeTags(selected.frequencies) : new Map<number, string>();
  const points = selected.frequencies.map((frequency, id) => ({
    ...place(selected, id),
    id,
    label: frequencyText(frequency),
    tag: tags.get(id),
  }));
  const curve = analysis?.circuit?.curve;
  return [
    {
      name: "measured",
      draw: "points",
      points: points.filter(({ id }) => !left.has(id)),
      colour: 3,
      shape: "circle",
    },
    ...(left.size > 0
      ? [
          {
            name: "excluded",
            draw: "points" as const,
            points: points.filter(({ id }) => left.has(id)),
            colour: 4,
            shape: "rect" as const,
            hollow: true,
            radius: 4,
          },
        ]
      : []),
    ...(curve
      ? [
          {
            name: "fit",
            draw: "line" as const,
            points: curve.frequencies.map((_, i) => place(curve, i)),
            colour: 5,
          },
        ]
      : []),
  ];
}

function tailLine(analysis: AnalysedSpectrum | undefined): Series[] {
  if (!analysis?.tail) return [];
  const points = analysis.tail.line.map(([x, y]) => ({ x, y }));
  return [{ name: "tail", draw: "line", points, colour: 2, dashed: true }];
}

function othersOf({ others, ramp }: Shown, place: Place): Series[] {
  return others.map((spectrum, other) => {
    const shade = shadeOf(spectrum.temperatureC, ramp);
    const points = spectrum.frequencies.map((frequency, i): Point => {
      const label = `${temperatureText(spectrum.temperatureC)} ${frequencyText(frequency)}`.trim();
      return { ...place(spectrum, i), id: pointId(other + 1, i), label, shade };
    });
    return {
      name: spectrum.name,
      draw: "points",
      points,
      colour: 0,
      shape: "circle",
      radius: 2,
      inLegend: false,
    };
  });
}

/** The place of a temperature on the colour ramp. */
export function shadeOf(temperatureC: number | null, ramp: Shown["ramp"]): number | undefined {
  if (temperatureC === null || ramp === undefined) return undefined;
  const [from, to] = ramp;
  return to > from ? (temperatureC - from) / (to - from) : 0.5;
}

function gradientOf({ ramp, others }: Shown): Pick<FigureSpec, "gradient"> {
  if (ramp === undefined || others.length === 0) return {};
  return { gradient: { label: "°C", min: ramp[0], max: ramp[1] } };
}

/** The points nearest to whole decades, where one is near, by place. */
export function decadeTags(frequencies: readonly number[]): Map<number, string> {
  const tags = new Map<number, string>();
  const logs = frequencies.map(Math.log10);
  const [lowest, highest] = [Math.min(...logs), Math.max(...logs)];
  for (let decade = Math.ceil(lowest - 0.1); decade <= highest + 0.1; decade++) {
    const distances = logs.map((log) => Math.abs(log - decade));
    const nearest = distances.indexOf(Math.min(...distances));
    if ((distances[nearest] ?? 1) < 0.15) tags.set(nearest, frequencyText(10 ** decade));
  }
  return tags;
}

function residualSeries({ frequencies }: ReadSpectrum, { points, re, im }: Residuals): Series[] {
  const part = (values: readonly number[]) =>
    points.map((id, i) => ({
      id,
      x: frequencies[id] ?? NaN,
      y: values[i] ?? NaN,
      label: frequencyText(frequencies[id] ?? NaN),
    }));
  return [
    { name: "real", draw: "points", points: part(re), colour: 0 },
    { name: "imaginary", draw: "points", points: part(im), colour: 1 },
  ];
}
