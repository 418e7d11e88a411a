import type { Chart } from "chart.js";
import type { Theme } from "../theme";
import { areaColour } from "./colours";
import type { Plot } from "./figureSpec";
import { insideAxes } from "./insideAxes";

/** Fills the areas of a figure, behind all else. */
export function drawAreas(chart: Chart, { series }: Plot, theme: Theme): void {
  for (const [place, one] of series.entries())
    if (one.draw === "area")
      insideAxes(chart, (ctx) => {
        ctx.fillStyle = areaColour(one, place, theme);
        ctx.beginPath();
        for (const { x, y } of chart.getDatasetMeta(place).data) ctx.lineTo(x, y);
        ctx.closePath();
        ctx.fill();
      });
}
