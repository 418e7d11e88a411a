import type { DrawnFigure } from "./drawing";
import type { FigureSpec } from "./figureSpec";

export interface MarksProps {
  readonly chart: DrawnFigure | undefined;
  readonly spec: FigureSpec;
  /** Points with this id get a ring. */
  readonly highlight: number | undefined;
  /** A vertical line at this x. */
  readonly cursor: number | undefined;
}

/** What is shown over a figure without drawing it anew. */
export function Marks({ chart, spec, highlight, cursor }: MarksProps) {
  const x = chart?.scales["x"];
  const y = chart?.scales["y"];
  if (!chart || !x || !y) return null;
  const { left, right, top, bottom } = chart.chartArea;
  const isInside = (at: number, from: number, to: number) => at >= from - 1 && at <= to + 1;
  const line = cursor === undefined ? NaN : x.getPixelForValue(cursor);
  const rings = highlight === undefined ? [] : pointsWith(spec, highlight);
  return (
    <div aria-hidden="true">
      {isInside(line, left, right) && (
        <div
          class="figure-cursor"
          style={{ left: `${line}px`, top: `${top}px`, height: `${bottom - top}px` }}
        />
      )}
      {rings.map((point, index) => {
        const [at, over] = [x.getPixelForValue(point.x), y.getPixelForValue(point.y)];
        if (!isInside(at, left, right) || !isInside(over, top, bottom)) return null;
        return <div key={index} class="figure-ring" style={{ left: `${at}px`, top: `${over}px` }} />;
      })}
    </div>
  );
}

function pointsWith({ series }: FigureSpec, id: number) {
  return series.flatMap(({ points }) => points.filter((point) => point.id === id));
}
