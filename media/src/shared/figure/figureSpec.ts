/** What a figure shows, without a word of how it is drawn. */
export interface FigureSpec extends Plot {
  /** Names the figure for screen readers and exported files. */
  readonly title: string;
  /** A small plot in the upper right corner. */
  readonly inset?: Plot;
  /** What the shades of points mean: drawn beside the figure. */
  readonly gradient?: { readonly label: string; readonly min: number; readonly max: number };
}

/** Series between two axes. */
export interface Plot {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** Bars of several series stand on each other. */
  readonly stacked?: boolean;
  /** Both axes have the same scale in pixels, as Nyquist plots want it. */
  readonly equalAspect?: boolean;
}

export interface Axis {
  readonly label: string;
  readonly unit?: string;
  readonly scale?: "linear" | "logarithmic";
  readonly min?: number;
  readonly max?: number;
  /** Ticks at whole numbers alone, for counts. */
  readonly whole?: boolean;
  /** What stands at 0, 1, 2, ..., in place of numbers. */
  readonly names?: readonly string[];
  /** Lower numbers have no label. */
  readonly labelledFrom?: number;
}

export interface Series {
  readonly name: string;
  /** `area`: the points go round it. */
  readonly draw: "points" | "line" | "bars" | "area";
  readonly points: readonly Point[];
  /** Index into the theme's series colours, or that of the text; by default the place in the figure. */
  readonly colour?: number | "foreground";
  /** A shape of its own, since colour is never the only sign; by default by colour. */
  readonly shape?: "circle" | "triangle" | "rect" | "rectRot" | "cross" | "star";
  /** Pixels. */
  readonly radius?: number;
  /** Only outlines, to mark what other series draw. */
  readonly hollow?: boolean;
  readonly dashed?: boolean;
  /** Thin bars inside of those of other series, from the axis on. */
  readonly inner?: boolean;
  /** Whether the legend names it; it does if not said. */
  readonly inLegend?: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
  /** What the point stands for, for the user: a formula. */
  readonly label?: string | undefined;
  /** What the point stands for, for whoever picks it. */
  readonly id?: number;
  /** 0 to 1: the place in the theme's gradient, in place of the colour of the series. */
  readonly shade?: number | undefined;
  /** One standard error of y: a bar up and down. */
  readonly error?: number | undefined;
  /** Written beside the point. */
  readonly tag?: string | undefined;
  /** Where lines end that go from the point to both sides and then down, as in a dendrogram. */
  readonly arms?: readonly [Place, Place];
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export function axisTitle({ label, unit }: Axis): string {
  return unit === undefined ? label : `${label} (${unit})`;
}
