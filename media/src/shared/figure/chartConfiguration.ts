import type { ChartConfiguration, ChartDataset, TooltipItem } from "chart.js";
import { color } from "chart.js/helpers";
import type { Theme } from "../theme";
import { axisTitle, type Axis, type FigureSpec, type Point, type Series } from "./figureSpec";
import { decadeLabel, shortNumber } from "./numbers";

/** The types of Chart.js that figures are made of. */
export type Drawn = "scatter" | "bar";

const shapes = ["circle", "triangle", "rect", "rectRot", "star", "cross"] as const;

/** A figure as Chart.js draws it. */
export function chartConfiguration(spec: FigureSpec, theme: Theme): ChartConfiguration<Drawn> {
  const { series, x, y, stacked = false } = spec;
  return {
    type: "scatter",
    data: { datasets: series.map((one, index) => dataset(one, index, theme)) },
    options: {
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      parsing: false,
      color: theme.foreground,
      font: { family: theme.font, size: theme.fontSize },
      interaction: { mode: "nearest", intersect: true },
      layout: { padding: 4 },
      scales: { x: { ...scale(x, theme), stacked }, y: { ...scale(y, theme), stacked } },
      plugins: {
        legend: {
          display: series.length > 1,
          labels: { usePointStyle: true, boxWidth: 8, boxHeight: 8, color: theme.foreground },
        },
        tooltip: {
          backgroundColor: theme.background,
          borderColor: theme.border,
          borderWidth: 1,
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

/** A point in words, `P_SI 0.5, d_training 1.2`. */
export function describePoint({ x, y }: FigureSpec, point: Point | undefined): string {
  if (point === undefined) return "";
  const value = ({ label, unit }: Axis, number: number) =>
    `${label} ${shortNumber(number)}${unit === undefined ? "" : ` ${unit}`}`;
  return `${value(x, point.x)}, ${value(y, point.y)}`;
}

function pointOf({ series }: FigureSpec, { datasetIndex, dataIndex }: TooltipItem<Drawn>) {
  return series[datasetIndex]?.points[dataIndex];
}

function dataset(series: Series, place: number, theme: Theme): ChartDataset<Drawn> {
  const { name, points, draw, hollow = false, radius = 3 } = series;
  const colour = series.colour ?? place;
  const ofSeries = theme.series[colour % theme.series.length] ?? theme.foreground;
  const colours = points.some(({ shade }) => shade !== undefined)
    ? points.map(({ shade }) => (shade === undefined ? ofSeries : mix(theme, shade)))
    : ofSeries;
  const common = { label: name, data: [...points], borderColor: colours, backgroundColor: colours };
  if (draw === "bars")
    return { ...common, type: "bar", barPercentage: 1, categoryPercentage: 1, borderWidth: 0 };
  return {
    ...common,
    type: "scatter",
    showLine: draw === "line",
    // With it Chart.js draws lines without Path2D, which an SVG cannot take.
    segment: {},
    pointStyle: series.shape ?? shapes[colour % shapes.length] ?? "circle",
    pointRadius: draw === "line" ? 0 : radius,
    pointHoverRadius: radius + 2,
    borderWidth: hollow || draw === "line" ? 2 : 0,
    ...(hollow ? { backgroundColor: "transparent" } : {}),
  };
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
    title: { display: true, text: axisTitle(axis), color: theme.foreground },
    grid: { color: theme.faint },
    border: { color: theme.border },
    ticks: {
      color: theme.foreground,
      maxRotation: 0,
      callback: (value: string | number) =>
        logarithmic ? decadeLabel(Number(value)) : shortNumber(Number(value)),
    },
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}
