import type { DrawnFigure } from "./drawing";
import { isInsideAxes } from "./insideAxes";
import { shortNumber } from "./numbers";
import { RangeEdge, useDraggedRange, type MovableRange } from "./rangeEdge";

/** A range of points along a curve that the user may drag, such as the window of a fit in a Nyquist plot. */
export interface Trail extends MovableRange {
  /** Along the curve, each with what the range is of. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly value: number }[];
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
  const { from, to, edges, drag, drop } = useDraggedRange(trail);
  const pixels = chart ? pixelsOf(chart, trail) : [];
  if (!chart || pixels.length === 0) return null;
  const inside = pixels.filter(({ value }) => value >= from && value <= to);
  const { left, top, width, height } = chart.chartArea;
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
      {edges.map((edge) => {
        const { name, value } = edge;
        const fromEdge = name === "from" ? inside : [...inside].reverse();
        // An edge beyond the axes is held by the first point of the range that is to be seen.
        const place = fromEdge.find((one) => isInsideAxes(chart, one.left, one.top));
        if (place === undefined) return null;
        return (
          <RangeEdge
            key={name}
            class={place === fromEdge[0] ? "figure-trail-edge" : "figure-trail-edge beyond"}
            style={{ left: `${place.left}px`, top: `${place.top}px` }}
            title={`${trail.label}, ${name} ${shortNumber(value)} ${trail.unit}`}
            of={trail}
            edge={edge}
            valueAt={({ clientX, clientY }) => {
              const box = chart.canvas.getBoundingClientRect();
              return nearest(pixels, clientX - box.left, clientY - box.top)?.value;
            }}
            valueAfter={(step) => pixels[placeNear(pixels, value) + step]?.value}
            onDrag={drag}
            onDrop={drop}
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

function nearest(pixels: readonly Pixel[], left: number, top: number): Pixel | undefined {
  const distances = pixels.map((one) => Math.hypot(one.left - left, one.top - top));
  return pixels[distances.indexOf(Math.min(...distances))];
}

function placeNear(pixels: readonly Pixel[], value: number): number {
  const distances = pixels.map((one) => Math.abs(Math.log(one.value / value)));
  return distances.indexOf(Math.min(...distances));
}
