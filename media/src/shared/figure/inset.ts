import { BasicPlatform, Chart, type ChartArea, type ChartConfiguration } from "chart.js";
import { Context } from "svgcanvas";
import type { Drawn } from "./drawn";
import type { Plot, Point } from "./figureSpec";
import { svgElement } from "./svgElement";
import type { View } from "./view";

/** How much of the width and of the height of the figure an inset takes. */
const share = { width: 0.62, height: 0.62 };

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where an inset lies on its figure, in pixels, and what its axes span. */
interface DrawnInset extends View {
  readonly corner: Place;
  /** Of its plot, from the corner on. */
  readonly area: ChartArea;
}

const drawnInsets = new WeakMap<Chart, DrawnInset>();

/** What a place on a figure is on the axes of its inset; `undefined` outside of it. */
export function valueInInset(chart: Chart, { x, y }: Place): Place | undefined {
  const inset = drawnInsets.get(chart);
  if (inset === undefined) return undefined;
  const { corner, area } = inset;
  const [right, down] = [(x - corner.x - area.left) / area.width, (y - corner.y - area.top) / area.height];
  if (right < 0 || right > 1 || down < 0 || down > 1) return undefined;
  const between = ([from, to]: readonly [number, number], share: number) => from + share * (to - from);
  return { x: between(inset.x, right), y: between(inset.y, 1 - down) };
}

/** The point of an inset that is nearest along x: bars can be clicked over their whole height. */
export function nearestInInset({ series }: Plot, { x }: Place): Point | undefined {
  const distance = (point: Point) => Math.abs(point.x - x);
  return series
    .flatMap(({ points }) => points)
    .reduce<Point | undefined>(
      (nearest, point) => (nearest && distance(nearest) <= distance(point) ? nearest : point),
      undefined,
    );
}

/** Draws a small chart into the upper right corner of another, as a picture or as a part of its SVG. */
export function drawInset(
  outerChart: Chart,
  { options, ...configuration }: ChartConfiguration<Drawn>,
  background: string,
): void {
  const { ctx, chartArea, currentDevicePixelRatio } = outerChart;
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
    const range = (axis: "x" | "y") => [chart.scales[axis]?.min ?? 0, chart.scales[axis]?.max ?? 0] as const;
    drawnInsets.set(outerChart, { corner: { x, y }, area: chart.chartArea, x: range("x"), y: range("y") });
    chart.destroy();
  }
}
