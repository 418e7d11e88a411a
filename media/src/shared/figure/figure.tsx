import { useEffect, useRef } from "preact/hooks";
import type { PanelRequests } from "../../../../server/src/protocol/webview";
import type { Host } from "../host";
import { useTheme, type Theme } from "../theme";
import { drawFigure, figurePng, figureSvg, resizeFigure, type DrawnFigure } from "./drawing";
import type { FigureSpec, Point } from "./figureSpec";
import { FigureTable } from "./figureDataTable";
import { figureCsv } from "./figureTable";
import { usePointKeys } from "./pointKeys";

export interface FigureProps {
  readonly spec: FigureSpec;
  readonly host: Host<PanelRequests, unknown>;
  /** The user clicked on a point, or pressed Enter on it. */
  readonly onPick?: (point: Point, series: number) => void;
}

/**
 * A figure with its ways out: PNG, SVG and CSV. Arrow keys go from point to point, Enter picks one; screen readers
 * get its data as a table.
 */
export function Figure({ spec, host, onPick }: FigureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useChart(canvas, spec, useTheme());
  const pick = (series: number, index: number) => {
    const point = spec.series[series]?.points[index];
    if (point !== undefined) onPick?.(point, series);
  };
  const onKeyDown = usePointKeys(chart, spec, pick);
  const onClick = (event: MouseEvent) => {
    const [hit] =
      chart.current?.getElementsAtEventForMode(event, "nearest", { intersect: true }, false) ?? [];
    if (hit !== undefined) pick(hit.datasetIndex, hit.index);
  };
  return (
    <figure class="figure">
      <div class="figure-canvas">
        <canvas
          ref={canvas}
          tabIndex={0}
          role="application"
          aria-roledescription="chart"
          aria-label={`${spec.title}. Arrow keys go from point to point.`}
          onKeyDown={onKeyDown}
          onClick={onClick}
        />
      </div>
      <figcaption>
        <span>{spec.title}</span>
        <ExportButtons spec={spec} host={host} />
      </figcaption>
      <FigureTable spec={spec} />
    </figure>
  );
}

function ExportButtons({ spec, host }: Pick<FigureProps, "spec" | "host">) {
  const save = async (extension: string, make: () => Promise<Uint8Array> | string) => {
    const content = await make();
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await host.request("save", { name: `${spec.title}.${extension}`, bytes });
  };
  const ways = { PNG: figurePng, SVG: figureSvg, CSV: figureCsv };
  return (
    <span class="figure-exports" role="group" aria-label={`Save ${spec.title}`}>
      {Object.entries(ways).map(([format, make]) => (
        <button key={format} type="button" onClick={() => void save(format.toLowerCase(), () => make(spec))}>
          {format}
        </button>
      ))}
    </span>
  );
}

/** The chart on the canvas, drawn anew when it, its theme or its place changes. */
function useChart(canvas: { readonly current: HTMLCanvasElement | null }, spec: FigureSpec, theme: Theme) {
  const chart = useRef<DrawnFigure | undefined>(undefined);
  useEffect(() => {
    const element = canvas.current;
    const place = element?.parentElement;
    if (element === null || !place) return;
    const drawn = drawFigure(element, spec, theme);
    chart.current = drawn;
    const resize = () => {
      resizeFigure(drawn, spec, place.clientWidth, place.clientHeight);
    };
    resize();
    const observer = new ResizeObserver(resize);
    observer.observe(place);
    return () => {
      observer.disconnect();
      drawn.destroy();
      chart.current = undefined;
    };
  }, [spec, theme]);
  return chart;
}
