import { BasicPlatform, Chart, type ChartConfiguration } from "chart.js";
import { Context } from "svgcanvas";
import type { Drawn } from "./chartConfiguration";
import { svgElement } from "./svgElement";

/** How much of the width and of the height of the figure an inset takes. */
const share = { width: 0.62, height: 0.62 };

/** Draws a small chart into the upper right corner of another, as a picture or as a part of its SVG. */
export function drawInset(
  { ctx, chartArea, currentDevicePixelRatio }: Chart,
  { options, ...configuration }: ChartConfiguration<Drawn>,
  background: string,
): void {
  const width = Math.round(share.width * chartArea.width);
  const height = Math.round(share.height * chartArea.height);
  const [x, y] = [chartArea.right - width, chartArea.top];
  ctx.save();
  ctx.fillStyle = background;
  ctx.fillRect(x, y, width, height);
  ctx.restore();
  const outer: unknown = ctx;
  if (outer instanceof Context) {
    const { element, context } = svgElement({ width, height });
    const chart = new Chart(element, {
      ...configuration,
      options: { ...options, devicePixelRatio: 1 },
      platform: BasicPlatform,
    });
    outer.drawImage(context, x, y, width, height);
    chart.destroy();
  } else {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const devicePixelRatio = currentDevicePixelRatio;
    const chart = new Chart(canvas, { ...configuration, options: { ...options, devicePixelRatio } });
    ctx.drawImage(canvas, x, y, width, height);
    chart.destroy();
  }
}
