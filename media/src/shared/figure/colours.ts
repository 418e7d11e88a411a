import { color } from "chart.js/helpers";
import type { Theme } from "../theme";
import type { Series } from "./figureSpec";

/** The colour of a series without shades; `place` is its place in the figure. */
export function seriesColour({ colour }: Series, place: number, { series, foreground }: Theme): string {
  if (colour === "foreground") return foreground;
  return series[(colour ?? place) % series.length] ?? foreground;
}

/** Of an area: what lies behind shines through. */
export function areaColour(series: Series, place: number, theme: Theme): string {
  return color(seriesColour(series, place, theme))
    .alpha(0.2)
    .rgbString();
}
