import type { Axis, FigureSpec, Point, Series } from "./figureSpec";

/** A series of fewer points is drawn whole. */
const fewest = 2000;
/** So many places a figure has, across and up, that can be told apart. */
const [across, up] = [300, 180];
/** So many shades can be told apart; points of one are drawn far quicker than each with its own. */
const shades = 32;

/**
 * A figure without the points that others of their series hide, and those beside what is to be seen, by shades: drawing takes
 * as long as there are points and colours.
 */
export function thinned(spec: FigureSpec): FigureSpec {
  if (!spec.series.some(isLong)) return spec;
  const points = spec.series.flatMap((one) => one.points);
  const x = placesAlong(
    spec.x,
    points.map((point) => point.x),
    across,
  );
  const y = placesAlong(
    spec.y,
    points.map((point) => point.y),
    up,
  );
  const series = spec.series.flatMap((one) =>
    isLong(one) ? byShade({ ...one, points: apart(one.points, x, y) }) : [one],
  );
  return { ...spec, series };
}

/** A series for each shade, of which the first stands in the legend. */
function byShade(series: Series): Series[] {
  const ofShade = new Map<number | undefined, Point[]>();
  for (const point of series.points) {
    const shade = point.shade === undefined ? undefined : Math.round(shades * point.shade) / shades;
    const others = ofShade.get(shade) ?? [];
    others.push({ ...point, shade });
    ofShade.set(shade, others);
  }
  const sorted = [...ofShade].sort(([one = -1], [other = -1]) => other - one);
  return sorted.map(([, points], place) => ({
    ...series,
    points,
    ...(place > 0 ? { inLegend: false } : {}),
  }));
}

function isLong({ draw, points }: Series): boolean {
  return draw === "points" && points.length > fewest;
}

type Places = (value: number) => number;

/** Which place a value takes of so many; what is outside takes none of them. */
function placesAlong({ scale, min, max }: Axis, values: readonly number[], count: number): Places {
  const along = (value: number) => (scale === "logarithmic" ? Math.log(value) : value);
  let [from, to] = [Infinity, -Infinity];
  for (const value of values) {
    const at = along(value);
    if (at < from) from = at;
    if (at > to) to = at;
  }
  if (min !== undefined) from = along(min);
  if (max !== undefined) to = along(max);
  const width = to > from ? (to - from) / (count - 1) : 1;
  return (value) => Math.round((along(value) - from) / width);
}

/** The last point in each place, which would be drawn over the others. */
function apart(points: readonly Point[], x: Places, y: Places): Point[] {
  const isTaken = new Uint8Array(across * up);
  const kept: Point[] = [];
  for (const point of points.toReversed()) {
    const [column, row] = [x(point.x), y(point.y)];
    if (!(column >= 0 && column < across && row >= 0 && row < up)) continue;
    const place = row * across + column;
    if (isTaken[place]) continue;
    isTaken[place] = 1;
    kept.push(point);
  }
  return kept.reverse();
}
