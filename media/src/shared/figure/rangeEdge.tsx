import type { CSSProperties } from "preact";
import { useState } from "preact/hooks";
import { shortNumber } from "./numbers";
import type { Range } from "./view";

/** A range over a figure that the user may move by its ends. */
export interface MovableRange {
  readonly label: string;
  readonly unit: string;
  readonly range: Range;
  readonly onRange: (range: Range) => void;
}

/** One end of a range. */
interface Edge {
  readonly name: "from" | "to";
  readonly value: number;
  /** The range with this end at a value, but never beyond the other end. */
  readonly moved: (value: number) => Range;
}

/** A range while it is dragged: `onRange` is told once it is dropped. */
export function useDraggedRange({ range, onRange }: MovableRange) {
  const [dragged, setDragged] = useState<Range>();
  const [from, to] = dragged ?? range;
  const edges: readonly Edge[] = [
    { name: "from", value: from, moved: (value) => [Math.min(value, to), to] },
    { name: "to", value: to, moved: (value) => [from, Math.max(value, from)] },
  ];
  const drop = () => {
    if (dragged !== undefined) onRange(dragged);
    setDragged(undefined);
  };
  return { from, to, edges, drag: setDragged, drop };
}

export interface RangeEdgeProps {
  readonly class: string;
  readonly style: CSSProperties;
  readonly title?: string;
  readonly of: MovableRange;
  readonly edge: Edge;
  /** What lies under the pointer. */
  readonly valueAt: (event: PointerEvent) => number | undefined;
  /** What an arrow key goes to, up or down. */
  readonly valueAfter: (step: 1 | -1) => number | undefined;
  readonly onDrag: (range: Range) => void;
  readonly onDrop: () => void;
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** The handle of one end, to drag or to move by arrow keys. */
export function RangeEdge(props: RangeEdgeProps) {
  const { style, title, of, edge, valueAt, valueAfter, onDrag, onDrop } = props;
  const { name, value, moved } = edge;
  return (
    <div
      class={props.class}
      role="slider"
      tabIndex={0}
      aria-label={`${of.label}, ${name}`}
      aria-valuenow={value}
      aria-valuetext={`${shortNumber(value)} ${of.unit}`}
      title={title}
      style={style}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const at = valueAt(event);
        if (at !== undefined) onDrag(moved(at));
      }}
      onPointerUp={onDrop}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const next = valueAfter(step);
        if (next !== undefined) of.onRange(moved(next));
      }}
    />
  );
}
