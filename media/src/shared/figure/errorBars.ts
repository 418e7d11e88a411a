import type { Chart } from "chart.js";
import type { Theme } from "../theme";
import { seriesColour } from "./colours";
import type { Plot } from "./figureSpec";
import { insideAxes } from "./insideAxes";

/** Pixels to each side. */
const cap = 4;

/** Draws the standard errors of points as bars behind them. */
export function drawErrorBars(chart: Chart, { series }: Plot, theme: Theme): void {
  const scale = chart.scales["y"];
  if (!scale) return;
  for (const [place, one] of series.entries()) {
    const bars = barsOf(chart, place, one.points);
    if (bars.length === 0) continue;
    insideAxes(chart, (ctx) => {
      ctx.strokeStyle = seriesColour(one, place, theme);
      ctx.lineWidth = 1.5;
      ctx.beginPath();
      for (const { y, error, at } of bars) {
        const [from, to] = [scale.getPixelForValue(y - error), scale.getPixelForValue(y + error)];
        ctx.moveTo(at, from);
        ctx.lineTo(at, to);
        for (const end of [from, to]) {
          ctx.moveTo(at - cap, end);
          ctx.lineTo(at + cap, end);
        }
      }
      ctx.stroke();
    });
  }
}

function barsOf(chart: Chart, place: number, points: Plot["series"][number]["points"]) {
  const { data } = chart.getDatasetMeta(place);
  return points.flatMap(({ y, error }, index) => {
    const at = data[index]?.x;
    return error === undefined || at === undefined ? [] : [{ y, error, at }];
  });
}

/** Makes room for the ends of the bars on a linear axis. */
export function errorLimits({ series, y }: Plot): { suggestedMin?: number; suggestedMax?: number } {
  const ends = series.flatMap(({ points }) =>
    points.flatMap((point) =>
      point.error === undefined ? [] : [point.y - point.error, point.y + point.error],
    ),
  );
  if (ends.length === 0 || y.scale === "logarithmic") return {};
  return { suggestedMin: Math.min(...ends), suggestedMax: Math.max(...ends) };
}
