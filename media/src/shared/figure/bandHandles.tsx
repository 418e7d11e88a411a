import type { DrawnFigure } from "./drawing";
import { RangeEdge, useDraggedRange, type MovableRange } from "./rangeEdge";

/** A range of x that the user may drag, such as the window of a fit. */
export interface Band extends MovableRange {
  /** Only its begin can be moved. */
  readonly isOpen?: boolean;
}

/** What an arrow key multiplies an end by. */
const step = 1.15;

/** The band over a figure, with an edge at each side to drag, or to move by arrow keys. */
export function BandHandles({
  chart,
  band,
}: {
  readonly chart: DrawnFigure | undefined;
  readonly band: Band;
}) {
  const { from, to, edges, drag, drop } = useDraggedRange(band);
  const x = chart?.scales["x"];
  if (!chart || !x) return null;
  const { left, right, top, bottom } = chart.chartArea;
  const pixel = (value: number) => Math.min(Math.max(x.getPixelForValue(value), left), right);
  const area = { top: `${top}px`, height: `${bottom - top}px` };
  return (
    <div>
      <div
        class="figure-band"
        style={{ ...area, left: `${pixel(from)}px`, width: `${pixel(to) - pixel(from)}px` }}
      />
      {edges.slice(0, band.isOpen ? 1 : 2).map((edge) => (
        <RangeEdge
          key={edge.name}
          class="figure-band-edge"
          style={{ ...area, left: `${pixel(edge.value)}px` }}
          of={band}
          edge={edge}
          valueAt={({ clientX }) => {
            const at = clientX - chart.canvas.getBoundingClientRect().left;
            return x.getValueForPixel(Math.min(Math.max(at, left), right)) ?? edge.value;
          }}
          valueAfter={(steps) => edge.value * step ** steps}
          onDrag={drag}
          onDrop={drop}
        />
      ))}
    </div>
  );
}
