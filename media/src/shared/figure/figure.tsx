import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PanelRequests } from "../../../../server/src/protocol/webview";
import type { Host } from "../host";
import { useTheme, type Theme } from "../theme";
import { BandHandles, type Band } from "./bandHandles";
import { useBoxDrag } from "./boxDrag";
import { drawFigure, figurePng, figureSvg, resizeFigure, type DrawnFigure } from "./drawing";
import type { FigureSpec, Point } from "./figureSpec";
import { FigureTable } from "./figureDataTable";
import { figureCsv } from "./figureTable";
import { nearestInInset, valueInInset } from "./inset";
import { Marks } from "./marks";
import { usePointKeys } from "./pointKeys";
import { withView, zoomed, type View } from "./view";

export interface FigureProps {
  readonly spec: FigureSpec;
  readonly host: Host<PanelRequests, unknown>;
  /** The user clicked on a point, or pressed Enter on it. */
  readonly onPick?: (point: Point, series: number) => void;
  /** The pointer or the keys came to a point, or left it. */
  readonly onVisit?: (point: Point | undefined, series: number) => void;
  /** Told what lies in a box that the user spans; without it the box is zoomed to. */
  readonly onBox?: ((view: View) => void) | undefined;
  /** Points with this id are marked. */
  readonly highlight?: number | undefined;
  /** A vertical line. */
  readonly cursor?: number | undefined;
  readonly band?: Band | undefined;
}

/**
 * A figure with its ways out: PNG, SVG and CSV. Arrow keys go from point to point, Enter picks one; screen readers
 * get its data as a table. A box, Ctrl with the wheel, `+` and `-` zoom; a double click and `0` show all.
 */
export function Figure(props: FigureProps) {
  const { host, onPick, onVisit, onBox, highlight, cursor, band } = props;
  const [view, setView] = useState<View>();
  const spec = useMemo(() => withView(props.spec, view), [props.spec, view]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { chart, drawn } = useChart(canvas, spec, useTheme());
  const pick = (series: number, index: number) => {
    const point = spec.series[series]?.points[index];
    if (point !== undefined) onPick?.(point, series);
  };
  const visit = (series: number, index: number) => {
    onVisit?.(spec.series[series]?.points[index], series);
  };
  const goByKeys = usePointKeys(chart, spec, pick, visit);
  const zoom = (factor: number, at?: { readonly x: number; readonly y: number }) => {
    setView(zoomOf(chart.current, spec, factor, at) ?? view);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "+" || event.key === "=") zoom(0.8);
    else if (event.key === "-") zoom(1.25);
    else if (event.key === "0") setView(undefined);
    else goByKeys(event);
  };
  const box = useBoxDrag(chart, onBox ?? setView);
  const onPointerMove = (event: PointerEvent) => {
    box.handlers.onPointerMove(event);
    if (onVisit === undefined) return;
    const [hit] =
      chart.current?.getElementsAtEventForMode(event, "nearest", { intersect: true }, false) ?? [];
    if (hit === undefined) onVisit(undefined, 0);
    else visit(hit.datasetIndex, hit.index);
  };
  const onClick = (event: MouseEvent) => {
    if (box.wasSpanned.current) return;
    const inInset = chart.current && valueInInset(chart.current, { x: event.offsetX, y: event.offsetY });
    if (spec.inset && inInset) {
      const point = nearestInInset(spec.inset, inInset);
      if (point) onPick?.(point, 0);
      return;
    }
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
          aria-label={`${spec.title}. Arrow keys go from point to point, plus and minus zoom.`}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onDblClick={() => {
            setView(undefined);
          }}
          onWheel={(event) => {
            if (!event.ctrlKey && !event.metaKey) return;
            event.preventDefault();
            zoom(event.deltaY < 0 ? 0.85 : 1 / 0.85, { x: event.offsetX, y: event.offsetY });
          }}
          {...box.handlers}
          onPointerMove={onPointerMove}
        />
        <Marks chart={drawn} spec={spec} highlight={highlight} cursor={cursor} />
        {band && <BandHandles chart={drawn} band={band} />}
        {box.shape}
      </div>
      <figcaption>
        <span>{spec.title}</span>
        {view && (
          <button
            type="button"
            onClick={() => {
              setView(undefined);
            }}
          >
            Show All
          </button>
        )}
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

/** Zoomed about a place of the canvas, in pixels, by default the middle. */
function zoomOf(
  chart: DrawnFigure | undefined,
  spec: FigureSpec,
  factor: number,
  at?: { readonly x: number; readonly y: number },
): View | undefined {
  const [x, y] = [chart?.scales["x"], chart?.scales["y"]];
  if (!chart || !x || !y) return undefined;
  const { left, right, top, bottom } = chart.chartArea;
  const { x: column, y: row } = at ?? { x: (left + right) / 2, y: (top + bottom) / 2 };
  const about = { x: x.getValueForPixel(column) ?? x.min, y: y.getValueForPixel(row) ?? y.min };
  return zoomed({ x: [x.min, x.max], y: [y.min, y.max] }, spec, about, factor);
}

/**
 * The chart on the canvas, drawn anew when it, its theme or its place changes; `drawn` is the same, for what has to be
 * rendered again then.
 */
function useChart(canvas: { readonly current: HTMLCanvasElement | null }, spec: FigureSpec, theme: Theme) {
  const chart = useRef<DrawnFigure | undefined>(undefined);
  const [, setDrawings] = useState(0);
  useEffect(() => {
    const element = canvas.current;
    const place = element?.parentElement;
    if (element === null || !place) return;
    const drawn = drawFigure(element, spec, theme);
    chart.current = drawn;
    const resize = () => {
      resizeFigure(drawn, spec, place.clientWidth, place.clientHeight);
      setDrawings((drawings) => drawings + 1);
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
  return { chart, drawn: chart.current };
}
