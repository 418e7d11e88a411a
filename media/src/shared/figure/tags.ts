import type { Chart } from "chart.js";
import type { Theme } from "../theme";
import type { Plot } from "./figureSpec";
import { isInsideAxes } from "./insideAxes";

/** Pixels from a point to its tag, which stands right below it: within the arcs of Nyquist plots, beside their tails. */
const offset = { x: 5, y: 10 };

/** Writes the tags of points beside them, where they lie inside the axes. */
export function drawTags(chart: Chart, { series }: Plot, theme: Theme): void {
  const { foreground, background, font, fontSize } = theme;
  const { ctx } = chart;
  ctx.save();
  ctx.fillStyle = foreground;
  // A rim keeps them legible over points and lines.
  ctx.strokeStyle = background;
  ctx.lineWidth = 3;
  ctx.lineJoin = "round";
  ctx.font = `${fontSize - 2}px ${font}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  for (const [datasetIndex, { points }] of series.entries()) {
    const { data } = chart.getDatasetMeta(datasetIndex);
    for (const [index, { tag }] of points.entries()) {
      const place = data[index];
      if (tag === undefined || place === undefined) continue;
      const { x, y } = place;
      if (!isInsideAxes(chart, x, y)) continue;
      ctx.strokeText(tag, x + offset.x, y + offset.y);
      ctx.fillText(tag, x + offset.x, y + offset.y);
    }
  }
  ctx.restore();
}
