import type { Chart } from "chart.js";
import type { Theme } from "../theme";
import type { FigureSpec } from "./figureSpec";
import { shortNumber } from "./numbers";

/** What the bar takes beside the figure, in pixels. */
export const colourBarSpace = 64;

const barWidth = 10;

/** Draws what the shades of points mean at the right of the figure. */
export function drawColourBar(
  { ctx, chartArea: { top, bottom, right } }: Chart,
  { label, min, max }: NonNullable<FigureSpec["gradient"]>,
  { gradient: [little, much], foreground, font, fontSize }: Theme,
): void {
  const left = right + 12;
  const fill = ctx.createLinearGradient(0, bottom, 0, top);
  fill.addColorStop(0, little);
  fill.addColorStop(1, much);
  ctx.save();
  ctx.fillStyle = fill;
  ctx.fillRect(left, top, barWidth, bottom - top);
  ctx.fillStyle = foreground;
  ctx.font = `${fontSize - 1}px ${font}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.fillText(shortNumber(Number(max.toPrecision(2))), left + barWidth + 4, top);
  ctx.textBaseline = "bottom";
  ctx.fillText(shortNumber(Number(min.toPrecision(2))), left + barWidth + 4, bottom);
  ctx.translate(left + barWidth + 6, (top + bottom) / 2);
  ctx.rotate(-Math.PI / 2);
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.fillText(label, 0, 0);
  ctx.restore();
}
