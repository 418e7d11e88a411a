import type { FigureSpec, Point, Series } from "../shared/figure/figureSpec";
import { compoundName, rangeOf, shadeOf, type ClusterData } from "./clusterData";
import { clusterName, type Cut } from "./cut";
import { selectedSeries } from "./selection";

/** Where compounds lie in a plane. */
export interface ClusterMap {
  readonly kind: "pca" | "umap";
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly variance: readonly [number, number] | null;
}

export const mapColours = ["cluster", "conductivity", "pSi"] as const;
export type MapColour = (typeof mapColours)[number];

/** Pixels; of more compounds than {@link mostLarge} larger points would cover each other. */
const [largePoint, smallPoint] = [4, 2];
const mostLarge = 3000;
/** More clusters than this have no place in the legend. */
const mostNamed = 12;

/** The compounds on two principal components, or by UMAP. */
export function mapFigure(
  data: ClusterData,
  map: ClusterMap,
  cut: Cut,
  colour: MapColour,
  selected: ReadonlySet<number>,
): FigureSpec {
  const point = (index: number): Point => ({
    x: map.x[index] ?? NaN,
    y: map.y[index] ?? NaN,
    id: index,
    label: compoundName(data, index),
  });
  const all = data.files.map((_, index) => point(index));
  const axis = (place: 0 | 1) => {
    const share = map.variance === null ? "" : ` (${(100 * map.variance[place]).toFixed(0)} %)`;
    return `${place === 0 ? "first" : "second"} ${map.kind === "pca" ? "component" : "coordinate"}${share}`;
  };
  return {
    title: map.kind === "pca" ? "Map by principal components" : "Map by UMAP",
    x: { label: axis(0) },
    y: { label: axis(1) },
    ...colouring(data, cut, colour, all, selectedSeries(all, selected)),
  };
}

function colouring(
  data: ClusterData,
  cut: Cut,
  colour: MapColour,
  points: readonly Point[],
  marked: readonly Series[],
): Pick<FigureSpec, "series" | "gradient"> {
  if (colour === "cluster") return { series: [...marked, ...byCluster(cut, points)] };
  const values = colour === "pSi" ? data.pSi : data.logConductivity;
  const range = colour === "pSi" ? ([0, 1] as const) : rangeOf(values);
  const valueOf = ({ id = 0 }: Point) => values[id] ?? NaN;
  const known = points.filter((point) => !Number.isNaN(valueOf(point)));
  const unknown = points.filter((point) => Number.isNaN(valueOf(point)));
  const title = colour === "pSi" ? "P_SI" : "log σ (S/cm)";
  return {
    ...(range ? { gradient: { label: title, min: range[0], max: range[1] } } : {}),
    series: [
      ...marked,
      {
        name: colour === "pSi" ? "with P_SI" : "measured",
        draw: "points",
        points: known.map((point) => ({ ...point, shade: shadeOf(valueOf(point), range) })),
        shape: "circle",
        radius: radiusOf(points),
      },
      {
        name: colour === "pSi" ? "without P_SI" : "not measured",
        draw: "points",
        points: unknown,
        colour: "foreground",
        shape: "cross",
        hollow: true,
        radius: 2,
      },
    ],
  };
}

function radiusOf({ length }: readonly Point[]): number {
  return length > mostLarge ? smallPoint : largePoint;
}

const shapes = ["circle", "triangle", "rect", "rectRot", "star", "cross"] as const;

/** Six colours and six shapes, in all pairs. */
function byCluster({ clusters }: Cut, points: readonly Point[]): Series[] {
  return clusters.map((cluster, place) => ({
    name: clusterName(cluster),
    draw: "points",
    points: cluster.members.flatMap((member) => points[member] ?? []),
    colour: place,
    shape: shapes[(place + Math.floor(place / shapes.length)) % shapes.length] ?? "circle",
    radius: radiusOf(points),
    inLegend: clusters.length <= mostNamed,
  }));
}
