import type { Chart } from "chart.js";
import type { Theme } from "../theme";
import { seriesColour } from "./colours";
import type { Plot } from "./figureSpec";
import { insideAxes } from "./insideAxes";

/** Draws the arms of points, behind them. */
export function drawArms(chart: Chart, { series }: Plot, theme: Theme): void {
  const [x, y] = [chart.scales["x"], chart.scales["y"]];
  if (!x || !y) return;
  for (const [place, one] of series.entries())
    insideAxes(chart, (ctx) => {
      ctx.strokeStyle = seriesColour(one, place, theme);
      ctx.lineWidth = 1.5;
      ctx.beginPath();
      for (const { y: top, arms } of one.points) {
        if (!arms) continue;
        const [left, right] = arms.map((end) => ({
          x: x.getPixelForValue(end.x),
          y: y.getPixelForValue(end.y),
        }));
        if (!left || !right) continue;
        const height = y.getPixelForValue(top);
        ctx.moveTo(left.x, left.y);
        ctx.lineTo(left.x, height);
        ctx.lineTo(right.x, height);
        ctx.lineTo(right.x, right.y);
      }
      ctx.stroke();
    });
}
