import {
  BarController,
  BarElement,
  BasicPlatform,
  Chart,
  Legend,
  LinearScale,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";
import { paperTheme, type Theme } from "../theme";
import { chartConfiguration } from "./chartConfiguration";
import type { Drawn } from "./drawn";
import { keepAspect } from "./aspect";
import type { FigureSpec } from "./figureSpec";
import { svgElement } from "./svgElement";

Chart.register(
  BarController,
  BarElement,
  Legend,
  LinearScale,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
);

export type DrawnFigure = Chart<Drawn>;

/**
 * Draws on a canvas that is to fill its place; it has no size of its own: see {@link resizeFigure}, which draws anew only if it
 * has another one by then.
 */
export function drawFigure(
  canvas: HTMLCanvasElement,
  { clientWidth, clientHeight }: Element,
  spec: FigureSpec,
  theme: Theme,
): DrawnFigure {
  Object.assign(canvas, { width: clientWidth, height: clientHeight });
  return new Chart(canvas, chartConfiguration(spec, theme));
}

export function resizeFigure(chart: DrawnFigure, spec: FigureSpec, width: number, height: number): void {
  chart.resize(width, height);
  keepAspect(chart, spec);
}

/** Pixels of exported figures, at 96 to the inch: 16 cm wide. */
const paper = { width: 605, height: 430 };
const pngScale = 4;

/** For paper, whatever the theme of the editor. */
export async function figurePng(spec: FigureSpec): Promise<Uint8Array> {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, paper);
  const { options, plugins = [], ...configuration } = chartConfiguration(spec, paperTheme);
  const chart = new Chart(canvas, {
    ...configuration,
    options: { ...options, devicePixelRatio: pngScale },
    plugins: [onWhite, ...plugins],
  });
  keepAspect(chart, spec);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve);
  });
  chart.destroy();
  if (blob === null) throw new Error("The browser made no image of the figure.");
  return new Uint8Array(await blob.arrayBuffer());
}

export function figureSvg(spec: FigureSpec): string {
  const { element, context } = svgElement(paper);
  const { options, plugins = [], ...configuration } = chartConfiguration(spec, paperTheme);
  const chart = new Chart(element, {
    ...configuration,
    options: { ...options, devicePixelRatio: 1 },
    platform: BasicPlatform,
    plugins: [onWhite, ...plugins],
  });
  try {
    keepAspect(chart, spec);
    return context.getSerializedSvg(true);
  } finally {
    chart.destroy();
  }
}

const onWhite = {
  id: "onWhite",
  beforeDraw({ ctx, width, height }: Chart) {
    ctx.save();
    ctx.fillStyle = paperTheme.background;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
};
