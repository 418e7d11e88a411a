import type { Axis, FigureSpec } from "./figureSpec";

/** From, to. */
export type Range = readonly [number, number];

/** The part of a figure that is to be seen. */
export interface View {
  readonly x: Range;
  readonly y: Range;
}

export function withView(spec: FigureSpec, view: View | undefined): FigureSpec {
  if (view === undefined) return spec;
  const limited = (axis: Axis, [min, max]: Range): Axis => ({ ...axis, min, max });
  return { ...spec, x: limited(spec.x, view.x), y: limited(spec.y, view.y) };
}

/** The view with both axes shortened by a factor about a place, which stays where it is. */
export function zoomed(
  view: View,
  { x, y }: Pick<FigureSpec, "x" | "y">,
  about: { readonly x: number; readonly y: number },
  factor: number,
): View {
  return { x: shortened(view.x, x, about.x, factor), y: shortened(view.y, y, about.y, factor) };
}

function shortened([from, to]: Range, { scale }: Axis, about: number, factor: number): Range {
  const between = (edge: number) =>
    scale === "logarithmic" ? about * (edge / about) ** factor : about + (edge - about) * factor;
  return [between(from), between(to)];
}

/** The view moved by shares of its length. */
export function panned(
  view: View,
  { x, y }: Pick<FigureSpec, "x" | "y">,
  share: { readonly x: number; readonly y: number },
): View {
  return { x: moved(view.x, x, share.x), y: moved(view.y, y, share.y) };
}

function moved([from, to]: Range, { scale }: Axis, share: number): Range {
  if (scale === "logarithmic") {
    const factor = (to / from) ** share;
    return [from * factor, to * factor];
  }
  const step = (to - from) * share;
  return [from + step, to + step];
}

export function contains({ x, y }: View, point: { readonly x: number; readonly y: number }): boolean {
  return point.x >= x[0] && point.x <= x[1] && point.y >= y[0] && point.y <= y[1];
}
