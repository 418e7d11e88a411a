import type { DrawnFigure } from "./drawing";
import { Handle } from "./handle";

/** A height over a figure that the user may move, such as the cut of a dendrogram. */
export interface Level {
  readonly label: string;
  readonly value: number;
  /** In words: also stands at the line. */
  readonly text: string;
  readonly onDrag: (value: number) => void;
  readonly onDrop: () => void;
  /** An arrow key, up or down. */
  readonly onStep: (step: 1 | -1) => void;
}

/** A horizontal line to drag, or to move by arrow keys. */
export function LevelHandle({
  chart,
  level,
}: {
  readonly chart: DrawnFigure | undefined;
  readonly level: Level;
}) {
  const y = chart?.scales["y"];
  if (!chart || !y) return null;
  const { left, right, top, bottom } = chart.chartArea;
  const within = (pixel: number) => Math.min(Math.max(pixel, top), bottom);
  const at = within(y.getPixelForValue(level.value));
  return (
    <div>
      <Handle
        class="figure-level"
        style={{ left: `${left}px`, width: `${right - left}px`, top: `${at}px` }}
        label={level.label}
        value={level.value}
        text={level.text}
        onDrag={({ clientY }) => {
          const pixel = within(clientY - chart.canvas.getBoundingClientRect().top);
          level.onDrag(y.getValueForPixel(pixel) ?? level.value);
        }}
        onDrop={level.onDrop}
        onStep={level.onStep}
      />
      <div class="figure-level-text" aria-hidden="true" style={{ left: `${right}px`, top: `${at}px` }}>
        {level.text}
      </div>
    </div>
  );
}
