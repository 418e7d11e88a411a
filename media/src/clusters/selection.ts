import type { Point, Series } from "../shared/figure/figureSpec";

/** Theme colour of what is marked. */
const markColour = 5;
const mostMarked = 2000;

/** Rings about the points of selected compounds; first of all series, since the first is drawn on top. */
export function selectedSeries(points: readonly Point[], selected: ReadonlySet<number>): Series[] {
  const marked = points.filter(({ id }) => id !== undefined && selected.has(id)).slice(0, mostMarked);
  if (marked.length === 0) return [];
  return [
    {
      name: "selected",
      draw: "points",
      points: marked.map((point) => ({ ...point, shade: undefined })),
      hollow: true,
      radius: 7,
      colour: markColour,
      shape: "rectRot",
      inLegend: false,
    },
  ];
}
