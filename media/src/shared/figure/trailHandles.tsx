import { useState } from "preact/hooks";
import type { DrawnFigure } from "./drawing";
import { shortNumber } from "./numbers";
import type { Range } from "./view";

/** A range of points along a curve that the user may drag, such as the window of a fit in a Nyquist plot. */
export interface Trail {
  readonly label: string;
  readonly unit: string;
  /** Along the curve, each with what the range is of. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly value: number }[];
  readonly range: Range;
  readonly onRange: (range: Range) => void;
}

interface Pixel {
  readonly left: number;
  readonly top: number;
  readonly value: number;
}

/** The range along its curve, with an edge at each end to drag from point to point, or to move by arrow keys. */
export function TrailHandles({
  chart,
  trail,
}: {
  readonly chart: DrawnFigure | undefined;
  readonly trail: Trail;
}) {
  const [dragged, setDragged] = useState<Range>();
  const pixels = chart ? pixelsOf(chart, trail) : [];
  if (!chart || pixels.length === 0) return null;
  const [from, to] = dragged ?? trail.range;
  const inside = pixels.filter(({ value }) => value >= from && value <= to);
  const { left, top, width, height } = chart.chartArea;
  const edges = [
    { name: "from", value: from, at: inside[0], moved: (value: number): Range => [Math.min(value, to), to] },
    {
      name: "to",
      value: to,
      at: inside.at(-1),
      moved: (value: number): Range => [from, Math.max(value, from)],
    },
  ];
  return (
    <div>
      <svg
        class="figure-trail"
        aria-hidden="true"
        width={width}
        height={height}
        viewBox={`${left} ${top} ${width} ${height}`}
        style={{ left: `${left}px`, top: `${top}px` }}
      >
        <polyline points={inside.map((one) => `${one.left},${one.top}`).join(" ")} />
      </svg>
      {edges.map(({ name, value, at, moved }) => {
        const place = at && seen(chart, at, name === "from" ? inside : [...inside].reverse());
        if (place === undefined) return null;
        return (
          <div
            key={name}
            class={place === at ? "figure-trail-edge" : "figure-trail-edge beyond"}
            role="slider"
            tabIndex={0}
            aria-label={`${trail.label}, ${name}`}
            aria-valuenow={value}
            aria-valuetext={`${shortNumber(value)} ${trail.unit}`}
            title={`${trail.label}, ${name} ${shortNumber(value)} ${trail.unit}`}
            style={{ left: `${place.left}px`, top: `${place.top}px` }}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={(event) => {
              if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
              const box = chart.canvas.getBoundingClientRect();
              const near = nearest(pixels, event.clientX - box.left, event.clientY - box.top);
              if (near !== undefined) setDragged(moved(near.value));
            }}
            onPointerUp={() => {
              if (dragged !== undefined) trail.onRange(dragged);
              setDragged(undefined);
            }}
            onKeyDown={(event) => {
              const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
              if (step === undefined) return;
              event.preventDefault();
              const next = pixels[placeNear(pixels, value) + step];
              if (next !== undefined) trail.onRange(moved(next.value));
            }}
          />
        );
      })}
    </div>
  );
}

/** By rising value. */
function pixelsOf(chart: DrawnFigure, { points }: Trail): Pixel[] {
  const [x, y] = [chart.scales["x"], chart.scales["y"]];
  if (!x || !y) return [];
  return [...points]
    .sort((a, b) => a.value - b.value)
    .map((point) => ({
      left: x.getPixelForValue(point.x),
      top: y.getPixelForValue(point.y),
      value: point.value,
    }));
}

/** The edge itself, or the first point of the range that is to be seen where the edge lies beyond the axes. */
function seen({ chartArea }: DrawnFigure, edge: Pixel, inside: readonly Pixel[]): Pixel | undefined {
  const isSeen = ({ left, top }: Pixel) =>
    left >= chartArea.left && left <= chartArea.right && top >= chartArea.top && top <= chartArea.bottom;
  return isSeen(edge) ? edge : inside.find(isSeen);
}

function nearest(pixels: readonly Pixel[], left: number, top: number): Pixel | undefined {
  const distances = pixels.map((one) => Math.hypot(one.left - left, one.top - top));
  return pixels[distances.indexOf(Math.min(...distances))];
}

function placeNear(pixels: readonly Pixel[], value: number): number {
  const distances = pixels.map((one) => Math.abs(Math.log(one.value / value)));
  return distances.indexOf(Math.min(...distances));
}
