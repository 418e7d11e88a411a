import type { Chart } from "chart.js";

/** Draws what must not leave the axes, and leaves the pen as it was. */
export function insideAxes(
  { ctx, chartArea: { left, top, width, height } }: Chart,
  draw: (ctx: CanvasRenderingContext2D) => void,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  draw(ctx);
  ctx.restore();
}

/** Whether a pixel lies inside the axes or on them. */
export function isInsideAxes(
  { chartArea: { left, right, top, bottom } }: Chart,
  x: number,
  y: number,
): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
