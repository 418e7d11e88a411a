import { useState } from "preact/hooks";
import type { DrawnFigure } from "./drawing";
import { shortNumber } from "./numbers";
import type { Range } from "./view";

/** A range of x that the user may drag, such as the window of a fit. */
export interface Band {
  readonly label: string;
  readonly unit: string;
  readonly range: Range;
  /** Only its begin can be moved. */
  readonly isOpen?: boolean;
  readonly onRange: (range: Range) => void;
}

/** The band over a figure, with an edge at each side to drag, or to move by arrow keys. */
export function BandHandles({
  chart,
  band,
}: {
  readonly chart: DrawnFigure | undefined;
  readonly band: Band;
}) {
  const [dragged, setDragged] = useState<Range>();
  const x = chart?.scales["x"];
  if (!chart || !x) return null;
  const { left, right, top, bottom } = chart.chartArea;
  const [from, to] = dragged ?? band.range;
  const pixel = (value: number) => Math.min(Math.max(x.getPixelForValue(value), left), right);
  const edges = [
    { name: "from", value: from, moved: (value: number): Range => [Math.min(value, to), to] },
    { name: "to", value: to, moved: (value: number): Range => [from, Math.max(value, from)] },
  ];
  const area = { top: `${top}px`, height: `${bottom - top}px` };
  return (
    <div>
      <div
        class="figure-band"
        style={{ ...area, left: `${pixel(from)}px`, width: `${pixel(to) - pixel(from)}px` }}
      />
      {edges.slice(0, band.isOpen ? 1 : 2).map(({ name, value, moved }) => (
        <div
          key={name}
          class="figure-band-edge"
          role="slider"
          tabIndex={0}
          aria-label={`${band.label}, ${name}`}
          aria-valuenow={value}
          aria-valuetext={`${shortNumber(value)} ${band.unit}`}
          style={{ ...area, left: `${pixel(value)}px` }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => {
            if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
            const at = event.clientX - chart.canvas.getBoundingClientRect().left;
            setDragged(moved(x.getValueForPixel(Math.min(Math.max(at, left), right)) ?? value));
          }}
          onPointerUp={() => {
            if (dragged !== undefined) band.onRange(dragged);
            setDragged(undefined);
          }}
          onKeyDown={(event) => {
            const step = { ArrowRight: 1.15, ArrowUp: 1.15, ArrowLeft: 1 / 1.15, ArrowDown: 1 / 1.15 }[
              event.key
            ];
            if (step === undefined) return;
            event.preventDefault();
            band.onRange(moved(value * step));
          }}
        />
      ))}
    </div>
  );
}
