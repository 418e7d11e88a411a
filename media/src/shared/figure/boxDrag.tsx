import { useRef, useState } from "preact/hooks";
import type { DrawnFigure } from "./drawing";
import { valueInInset } from "./inset";
import type { View } from "./view";

interface Box {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Pixels; a shorter way is a click. */
const shortest = 5;

/** Lets the user span a box over a figure; `onBox` is told what it holds. */
export function useBoxDrag(
  chart: { readonly current: DrawnFigure | undefined },
  onBox: (view: View) => void,
) {
  const [box, setBox] = useState<Box>();
  /** A click follows the end of a box. */
  const wasSpanned = useRef(false);
  const handlers = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || !(event.currentTarget instanceof Element)) return;
      // What lies over the figure must not end the box.
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = placeOf(event);
      wasSpanned.current = false;
      setBox({ from: at, to: at });
    },
    onPointerMove(event: PointerEvent) {
      if (box !== undefined) setBox({ ...box, to: placeOf(event) });
    },
    onPointerUp() {
      const view = box && isSpanned(box) ? viewOf(chart.current, box) : undefined;
      setBox(undefined);
      if (view === undefined) return;
      wasSpanned.current = true;
      onBox(view);
    },
    onPointerCancel() {
      setBox(undefined);
    },
  };
  const shape =
    box !== undefined && isSpanned(box) ? (
      <div
        class="figure-box"
        style={{
          left: `${Math.min(box.from.x, box.to.x)}px`,
          top: `${Math.min(box.from.y, box.to.y)}px`,
          width: `${Math.abs(box.to.x - box.from.x)}px`,
          height: `${Math.abs(box.to.y - box.from.y)}px`,
        }}
      />
    ) : null;
  return { handlers, shape, wasSpanned };
}

const placeOf = ({ offsetX, offsetY }: PointerEvent) => ({ x: offsetX, y: offsetY });

function isSpanned({ from, to }: Box): boolean {
  return Math.abs(to.x - from.x) > shortest && Math.abs(to.y - from.y) > shortest;
}

function viewOf(chart: DrawnFigure | undefined, { from, to }: Box): View | undefined {
  const [x, y] = [chart?.scales["x"], chart?.scales["y"]];
  if (!chart || !x || !y) return undefined;
  const onAxes = (at: Box["from"]) => ({
    x: x.getValueForPixel(at.x) ?? 0,
    y: y.getValueForPixel(at.y) ?? 0,
  });
  const [one, other] = [valueInInset(chart, from), valueInInset(chart, to)];
  return one && other ? between(one, other) : between(onAxes(from), onAxes(to));
}

function between(one: Box["from"], other: Box["from"]): View {
  const range = (a: number, b: number) => [Math.min(a, b), Math.max(a, b)] as const;
  return { x: range(one.x, other.x), y: range(one.y, other.y) };
}
