import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PanelRequests } from "../../../../server/src/protocol/webview";
import type { Host } from "../host";
import { useTheme, type Theme } from "../theme";
import { BandHandles, type Band } from "./bandHandles";
import { LevelHandle, type Level } from "./levelHandle";
import { TrailHandles, type Trail } from "./trailHandles";
import { useBoxDrag } from "./boxDrag";
import { drawFigure, figurePng, figureSvg, resizeFigure, type DrawnFigure } from "./drawing";
import type { FigureSpec, Place, Point } from "./figureSpec";
import { FigureTable } from "./figureDataTable";
import { figureCsv } from "./figureTable";
import { nearestInInset, valueInInset } from "./inset";
import { isInsideAxes } from "./insideAxes";
import { Marks } from "./marks";
import { useNavigation } from "./navigation";
import { thinned } from "./thinned";
import { usePointKeys } from "./pointKeys";
import { withView, type View } from "./view";

export interface FigureProps {
  readonly spec: FigureSpec;
  readonly host: Host<PanelRequests, unknown>;
  /** The user clicked on a point, or pressed Enter on it. */
  readonly onPick?: (point: Point) => void;
  /** The pointer or the keys came to a point, or left it. */
  readonly onVisit?: (point: Point | undefined) => void;
  /** Told what lies in a box that the user spans; without it the box is zoomed to. */
  readonly onBox?: ((view: View) => void) | undefined;
  /** Points with this id are marked. */
  readonly highlight?: number | undefined;
  /** A vertical line. */
  readonly cursor?: number | undefined;
  readonly band?: Band | undefined;
  readonly trail?: Trail | undefined;
  readonly level?: Level | undefined;
  /** The user clicked where no point is: what stands there on the axes. */
  readonly onPlace?: (place: Place) => void;
  /** Pixels, where the usual height is too little. */
  readonly height?: number;
}

/**
 * A figure with its ways out: PNG, SVG and CSV. Arrow keys go from point to point, Enter picks one; screen readers
 * get its data as a table. A box, Ctrl with the wheel, `+` and `-` zoom; Shift with the pointer or the arrow keys moves what is
 * to be seen; a double click and `0` show all.
 */
export function Figure(props: FigureProps) {
  const { host, onPick, onVisit, onBox, onPlace, highlight, cursor, band, trail, level, height } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<DrawnFigure | undefined>(undefined);
  const { view, setView, zoom, takeKey, pan } = useNavigation(chart, props.spec);
  const whole = useMemo(() => withView(props.spec, view), [props.spec, view]);
  const spec = useMemo(() => thinned(whole), [whole]);
  const drawn = useChart(chart, canvas, spec, useTheme());
  const pick = (series: number, index: number) => {
    const point = spec.series[series]?.points[index];
    if (point !== undefined) onPick?.(point);
  };
  const visit = (series: number, index: number) => {
    onVisit?.(spec.series[series]?.points[index]);
  };
  const goByKeys = usePointKeys(chart, spec, pick, visit);
  const onKeyDown = (event: KeyboardEvent) => {
    if (takeKey(event)) event.preventDefault();
    else goByKeys(event);
  };
  const box = useBoxDrag(chart, onBox ?? setView);
  const hitBy = (event: MouseEvent) =>
    chart.current?.getElementsAtEventForMode(event, "nearest", { intersect: true }, false)[0];
  const onPointerMove = (event: PointerEvent) => {
    box.handlers.onPointerMove(event);
    pan.onPointerMove(event);
    if (onVisit === undefined) return;
    const hit = hitBy(event);
    if (hit === undefined) onVisit(undefined);
    else visit(hit.datasetIndex, hit.index);
  };
  const onClick = (event: MouseEvent) => {
    if (event.shiftKey || box.wasSpanned.current) return;
    const inInset = chart.current && valueInInset(chart.current, { x: event.offsetX, y: event.offsetY });
    if (spec.inset && inInset) {
      const point = nearestInInset(spec.inset, inInset);
      if (point) onPick?.(point);
      return;
    }
    const hit = hitBy(event);
    if (hit !== undefined) pick(hit.datasetIndex, hit.index);
    else if (onPlace && chart.current) {
      const place = placeOnAxes(chart.current, event);
      if (place) onPlace(place);
    }
  };
  return (
    <figure class="figure">
      <div class="figure-canvas" style={height === undefined ? {} : { height: `${height}px` }}>
        <canvas
          ref={canvas}
          tabIndex={0}
          role="application"
          aria-roledescription="chart"
          aria-label={`${spec.title}. Arrow keys go from point to point, plus and minus zoom, Shift with arrow keys moves.`}
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
          onPointerDown={(event) => {
            (event.shiftKey ? pan : box.handlers).onPointerDown(event);
          }}
          onPointerMove={onPointerMove}
          onPointerUp={() => {
            pan.onPointerUp();
            box.handlers.onPointerUp();
          }}
        />
        <Marks chart={drawn} spec={whole} highlight={highlight} cursor={cursor} />
        {band && <BandHandles chart={drawn} band={band} />}
        {trail && <TrailHandles chart={drawn} trail={trail} />}
        {level && <LevelHandle chart={drawn} level={level} />}
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
        <ExportButtons spec={whole} host={host} />
      </figcaption>
      <FigureTable spec={whole} />
    </figure>
  );
}

/** `undefined` beside the axes. */
function placeOnAxes(chart: DrawnFigure, { offsetX, offsetY }: MouseEvent): Place | undefined {
  const [x, y] = [chart.scales["x"], chart.scales["y"]];
  if (!x || !y || !isInsideAxes(chart, offsetX, offsetY)) return undefined;
  return { x: x.getValueForPixel(offsetX) ?? 0, y: y.getValueForPixel(offsetY) ?? 0 };
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

/** Draws the chart on the canvas, and anew when it, its theme or its place changes: then it is rendered again too. */
function useChart(
  chart: { current: DrawnFigure | undefined },
  canvas: { readonly current: HTMLCanvasElement | null },
  spec: FigureSpec,
  theme: Theme,
): DrawnFigure | undefined {
  const [, setDrawings] = useState(0);
  useEffect(() => {
    const element = canvas.current;
    const place = element?.parentElement;
    if (element === null || !place) return;
    const drawn = drawFigure(element, place, spec, theme);
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
  return chart.current;
}
