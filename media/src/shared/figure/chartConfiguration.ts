import {
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  type LegendItem,
  type Scale,
  type TooltipItem,
} from "chart.js";
import { color } from "chart.js/helpers";
import type { Theme } from "../theme";
import { colourBarSpace, drawColourBar } from "./colourBar";
import { areaColour, seriesColour } from "./colours";
import { axisTitle, type Axis, type FigureSpec, type Plot, type Point, type Series } from "./figureSpec";
import { drawAreas } from "./areas";
import { drawArms } from "./arms";
import type { Drawn } from "./drawn";
import { drawErrorBars, errorLimits } from "./errorBars";
import { drawInset } from "./inset";
import { logarithmicLabel, shortNumber } from "./numbers";
import { drawTags } from "./tags";

const shapes = ["circle", "triangle", "rect", "rectRot", "star", "cross"] as const;

/** How much of the width of a bar another takes that stands inside of it. */
const innerShare = 0.4;

/** A figure as Chart.js draws it. */
export function chartConfiguration(spec: FigureSpec, theme: Theme): ChartConfiguration<Drawn> {
  const { inset, gradient } = spec;
  const plot = plotConfiguration(spec, theme);
  return {
    ...plot,
    options: {
      ...plot.options,
      layout: {
        // What lies across the border of the plot has room; to look for it would take longer than to draw.
        autoPadding: false,
        padding: { top: 8, left: 4, bottom: 4, right: gradient ? colourBarSpace : 8 },
      },
    },
    plugins: [
      {
        id: "areas and errors",
        beforeDatasetsDraw(chart) {
          drawAreas(chart, spec, theme);
          drawErrorBars(chart, spec, theme);
          drawArms(chart, spec, theme);
        },
      },
      {
        id: "tags",
        afterDatasetsDraw(chart) {
          drawTags(chart, spec, theme);
        },
      },
      {
        id: "beside",
        afterDraw(chart) {
          if (inset) drawInset(chart, insetConfiguration(inset, theme), theme.background);
          if (gradient) drawColourBar(chart, gradient, theme);
        },
      },
    ],
  };
}

function insetConfiguration(inset: Plot, theme: Theme): ChartConfiguration<Drawn> {
  const { options, ...configuration } = plotConfiguration(inset, { ...theme, fontSize: theme.fontSize - 2 });
  return { ...configuration, options: { ...options, plugins: { legend: { display: false } } } };
}

function plotConfiguration(spec: Plot, theme: Theme): ChartConfiguration<Drawn> {
  const { series, x, y, stacked = false } = spec;
  return {
    type: "scatter",
    data: { datasets: series.map((one, index) => dataset(one, index, theme)) },
    options: {
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      color: theme.foreground,
      font: { family: theme.font, size: theme.fontSize },
      interaction: { mode: "nearest", intersect: true },
      scales: {
        x: { ...scale(x, theme), stacked },
        y: { ...scale(y, theme), ...errorLimits(spec), stacked },
      },
      plugins: {
        legend: {
          display: series.filter(({ inLegend }) => inLegend !== false).length > 1,
          labels: legendLabels(spec, theme),
        },
        tooltip: {
          backgroundColor: theme.background,
          borderColor: theme.border,
          borderWidth: 1,
          titleFont: { family: theme.font, size: theme.fontSize },
          bodyFont: { family: theme.font, size: theme.fontSize },
          titleColor: theme.foreground,
          bodyColor: theme.foreground,
          displayColors: false,
          callbacks: {
            title: (items) => items.map((item) => pointOf(spec, item)?.label ?? item.dataset.label ?? ""),
            label: (item) => describePoint(spec, pointOf(spec, item)),
          },
        },
      },
    },
  };
}

/** Where the names of an axis stand, wherever it begins. */
function tickAtWholeNumbers(scale: Scale): void {
  const [first, last] = [Math.ceil(scale.min), Math.floor(scale.max)];
  scale.ticks = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({ value: first + i }));
}

function linearLabel({ names, labelledFrom = -Infinity }: Axis, value: number): string {
  if (names) return names[value] ?? "";
  return value < labelledFrom ? "" : shortNumber(value);
}

/** A point in words, `P_SI 0.5, d_training 1.2`. */
export function describePoint({ x, y }: Plot, point: Point | undefined): string {
  if (point === undefined) return "";
  const value = ({ label, unit, names }: Axis, number: number) =>
    `${label} ${names?.[Math.round(number)] ?? shortNumber(number)}${unit === undefined ? "" : ` ${unit}`}`;
  const error = point.error === undefined ? "" : ` ± ${shortNumber(point.error)}`;
  return `${value(x, point.x)}, ${value(y, point.y)}${error}`;
}

function pointOf({ series }: Plot, { datasetIndex, dataIndex }: TooltipItem<Drawn>) {
  return series[datasetIndex]?.points[dataIndex];
}

function dataset(series: Series, place: number, theme: Theme): ChartDataset<Drawn> {
  const { name, points, draw, hollow = false, dashed = false, inner = false, radius = 3 } = series;
  const colour = typeof series.colour === "number" ? series.colour : place;
  const ofSeries = seriesColour(series, place, theme);
  const own = points.map(({ shade }) => (shade === undefined ? ofSeries : mix(theme, shade)));
  const [first = ofSeries] = own;
  const colours = own.every((one) => one === first) ? first : own;
  const shape = series.shape ?? shapes[colour % shapes.length] ?? "circle";
  const common = { label: name, data: [...points], borderColor: colours, backgroundColor: colours };
  if (draw === "bars")
    return {
      ...common,
      type: "bar",
      barPercentage: inner ? innerShare : 1,
      categoryPercentage: 1,
      borderWidth: 0,
      ...(inner ? { grouped: false, stack: "inner" } : {}),
    };
  return {
    ...common,
    type: "scatter",
    showLine: draw === "line",
    // A line has one colour, that of its first point.
    ...(draw === "line" && typeof colours !== "string" ? { borderColor: colours[0] ?? ofSeries } : {}),
    ...(dashed ? { borderDash: [5, 4] } : {}),
    // Symbols at the border of the plot are drawn whole.
    clip: 2 * radius,
    // With it Chart.js draws lines without Path2D, which an SVG cannot take.
    segment: {},
    pointStyle: shape,
    pointRadius: draw === "points" ? radius : 0,
    pointHoverRadius: draw === "area" ? 0 : radius + 2,
    borderWidth: hollow || draw === "line" || isStroked(shape) ? 2 : 0,
    ...(hollow ? { backgroundColor: "transparent" } : {}),
  };
}

/** Shapes without an inside. */
function isStroked(shape: Series["shape"]): boolean {
  return shape === "star" || shape === "cross";
}

function legendLabels({ series }: Plot, theme: Theme) {
  return {
    usePointStyle: true,
    boxWidth: 8,
    boxHeight: 8,
    font: { family: theme.font, size: theme.fontSize - 1 },
    color: theme.foreground,
    /** The colour of the first point says nothing of a series with shades. */
    generateLabels: (chart: Chart) =>
      Chart.defaults.plugins.legend.labels
        .generateLabels(chart)
        .filter(({ datasetIndex = 0 }) => series[datasetIndex]?.inLegend !== false)
        .map((label) => legendLabel(label, series, theme)),
  };
}

function legendLabel(label: LegendItem, series: Plot["series"], theme: Theme): LegendItem {
  const place = label.datasetIndex ?? 0;
  const one = series[place];
  if (one?.draw === "line") return { ...label, pointStyle: "line", lineWidth: 2 };
  if (one?.draw === "area") return { ...label, pointStyle: "rect", fillStyle: areaColour(one, place, theme) };
  return isShaded(one) ? { ...label, fillStyle: theme.foreground } : label;
}

function isShaded(series: Series | undefined): boolean {
  return series?.points.some(({ shade }) => shade !== undefined) ?? false;
}

function mix({ gradient: [little, much] }: Theme, shade: number): string {
  const share = Math.min(1, Math.max(0, shade));
  return color(much).mix(color(little), share).rgbString();
}

function scale(axis: Axis, theme: Theme) {
  const { min, max } = axis;
  const logarithmic = axis.scale === "logarithmic";
  return {
    type: logarithmic ? ("logarithmic" as const) : ("linear" as const),
    title: {
      display: axis.label !== "",
      text: axisTitle(axis),
      color: theme.foreground,
      font: { family: theme.font, size: theme.fontSize },
    },
    // Bars would else make room at both ends.
    offset: false,
    grid: { color: theme.faint, offset: false, drawOnChartArea: axis.names === undefined },
    ...(axis.names ? { afterBuildTicks: tickAtWholeNumbers } : {}),
    border: { color: theme.border },
    ticks: {
      color: theme.foreground,
      maxRotation: axis.names ? 90 : 0,
      includeBounds: axis.labelledFrom === undefined,
      ...(axis.whole ? { precision: 0 } : {}),
      font: { family: theme.font, size: theme.fontSize - 1 },
      callback(this: Scale, value: string | number) {
        return logarithmic
          ? logarithmicLabel(Number(value), this.max / this.min)
          : linearLabel(axis, Number(value));
      },
    },
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}
