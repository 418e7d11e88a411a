import type { CSSProperties } from "preact";
import { useState } from "preact/hooks";
import { Handle } from "./handle";
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

/** The handle of one end, to drag or to move by arrow keys. */
export function RangeEdge(props: RangeEdgeProps) {
  const { of, edge, valueAt, valueAfter, onDrag, onDrop } = props;
  const { name, value, moved } = edge;
  return (
    <Handle
      class={props.class}
      style={props.style}
      title={props.title}
      label={`${of.label}, ${name}`}
      value={value}
      text={`${shortNumber(value)} ${of.unit}`}
      onDrag={(event) => {
        const at = valueAt(event);
        if (at !== undefined) onDrag(moved(at));
      }}
      onDrop={onDrop}
      onStep={(step) => {
        const next = valueAfter(step);
        if (next !== undefined) of.onRange(moved(next));
      }}
    />
  );
}
