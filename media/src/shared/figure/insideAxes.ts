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
