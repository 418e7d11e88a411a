import { useRef } from "preact/hooks";
import { announce } from "../announce";
import { describePoint } from "./chartConfiguration";
import type { DrawnFigure } from "./drawing";
import type { FigureSpec } from "./figureSpec";

interface Place {
  readonly series: number;
  readonly index: number;
}

/** Moves over the points of a figure by keys, and tells of each. */
export function usePointKeys(
  chart: { readonly current: DrawnFigure | undefined },
  spec: FigureSpec,
  pick: (series: number, index: number) => void,
  visit: (series: number, index: number) => void,
): (event: KeyboardEvent) => void {
  const place = useRef<Place>({ series: 0, index: -1 });
  return (event) => {
    if (event.key === "Enter") {
      pick(place.current.series, place.current.index);
      return;
    }
    const next = move(spec, place.current, event.key);
    if (next === undefined) return;
    event.preventDefault();
    place.current = next;
    show(chart.current, next);
    visit(next.series, next.index);
    announce(describe(spec, next));
  };
}

function move(spec: FigureSpec, { series, index }: Place, key: string): Place | undefined {
  const size = (place: number) => spec.series[place]?.points.length ?? 0;
  const within = (at: number, to: number): Place => ({
    series: at,
    index: Math.min(Math.max(to, 0), size(at) - 1),
  });
  switch (key) {
    case "ArrowRight":
      return within(series, index + 1);
    case "ArrowLeft":
      return within(series, index - 1);
    case "Home":
      return within(series, 0);
    case "End":
      return within(series, size(series) - 1);
    case "ArrowDown":
    case "ArrowUp": {
      const count = spec.series.length;
      return within((series + (key === "ArrowDown" ? 1 : count - 1)) % Math.max(count, 1), index);
    }
    default:
      return undefined;
  }
}

function show(chart: DrawnFigure | undefined, { series, index }: Place): void {
  const element = chart?.getDatasetMeta(series).data[index];
  if (chart === undefined || element === undefined) return;
  const active = [{ datasetIndex: series, index }];
  chart.setActiveElements(active);
  chart.tooltip?.setActiveElements(active, { x: element.x, y: element.y });
  chart.update("none");
}

function describe(spec: FigureSpec, { series, index }: Place): string {
  const one = spec.series[series];
  const point = one?.points[index];
  if (one === undefined || point === undefined) return "No points.";
  const name = point.label === undefined ? one.name : `${one.name}, ${point.label}`;
  return `${name}: ${describePoint(spec, point)}. ${index + 1} of ${one.points.length}.`;
}
