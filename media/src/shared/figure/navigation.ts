import { useRef, useState } from "preact/hooks";
import type { DrawnFigure } from "./drawing";
import type { FigureSpec } from "./figureSpec";
import { panned, zoomed, type View } from "./view";

/** A place on the canvas, in pixels. */
interface Pixel {
  readonly x: number;
  readonly y: number;
}

interface Grip {
  readonly view: View;
  readonly at: Pixel;
}

/** By the arrow key held with Shift: shares of the view to go. */
const steps: Readonly<Record<string, Pixel>> = {
  ArrowLeft: { x: -0.1, y: 0 },
  ArrowRight: { x: 0.1, y: 0 },
  ArrowDown: { x: 0, y: -0.1 },
  ArrowUp: { x: 0, y: 0.1 },
};

/** Which part of a figure is to be seen, and the keys and pointer that change it. */
export function useNavigation(chart: { readonly current: DrawnFigure | undefined }, whole: FigureSpec) {
  const [view, setView] = useState<View>();
  const grip = useRef<Grip | undefined>(undefined);
  const zoom = (factor: number, at?: Pixel) => {
    const drawn = chart.current;
    const shown = drawn && shownView(drawn);
    if (!drawn || !shown) return;
    const about = at ?? middleOf(drawn);
    const [x, y] = [drawn.scales["x"], drawn.scales["y"]];
    const value = {
      x: x?.getValueForPixel(about.x) ?? shown.x[0],
      y: y?.getValueForPixel(about.y) ?? shown.y[0],
    };
    setView(zoomed(shown, whole, value, factor));
  };
  /** Whether the key was one of these. */
  const takeKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const step = shiftKey ? steps[key] : undefined;
    if (step) {
      const shown = shownView(chart.current);
      if (shown) setView(panned(shown, whole, step));
    } else if (key === "+" || key === "=") zoom(0.8);
    else if (key === "-") zoom(1.25);
    else if (key === "0") setView(undefined);
    else return false;
    return true;
  };
  /** With Shift the pointer moves the figure itself. */
  const pan = {
    onPointerDown(event: PointerEvent) {
      const shown = shownView(chart.current);
      if (event.button !== 0 || !shown || !(event.currentTarget instanceof Element)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { view: shown, at: { x: event.offsetX, y: event.offsetY } };
    },
    onPointerMove({ offsetX, offsetY }: PointerEvent) {
      const area = chart.current?.chartArea;
      if (!grip.current || !area) return;
      const { view: from, at } = grip.current;
      const share = { x: (at.x - offsetX) / area.width, y: (offsetY - at.y) / area.height };
      setView(panned(from, whole, share));
    },
    onPointerUp() {
      grip.current = undefined;
    },
  };
  return { view, setView, zoom, takeKey, pan };
}

function shownView(chart: DrawnFigure | undefined): View | undefined {
  const [x, y] = [chart?.scales["x"], chart?.scales["y"]];
  return x && y && { x: [x.min, x.max], y: [y.min, y.max] };
}

function middleOf({ chartArea: { left, right, top, bottom } }: DrawnFigure): Pixel {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
