import type { Point, Series } from "../shared/figure/figureSpec";

/** Theme colour of what is marked. */
const markColour = 5;
const mostMarked = 2000;

/** Rings about the points of selected compounds; first of all series, since the first is drawn on top. */
export function selectedSeries(points: readonly Point[], selected: ReadonlySet<number>): Series[] {
  return markSeries(points.filter(({ id }) => id !== undefined && selected.has(id)));
}

export function markSeries(points: readonly Point[]): Series[] {
  if (points.length === 0) return [];
  return [
    {
      name: "selected",
      draw: "points",
      points: points.slice(0, mostMarked).map((point) => ({ ...point, shade: undefined })),
      hollow: true,
      radius: 7,
      colour: markColour,
      shape: "rectRot",
      inLegend: false,
    },
  ];
}
