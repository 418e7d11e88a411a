import { firstDepth, representationTitle } from "../../../server/src/protocol/clusters";
import type { FigureSpec, Point, Series } from "../shared/figure/figureSpec";
import { density } from "./density";
import { meanShare, sharesOf, type NamedCurve } from "./varianceFigure";

/** Of the room of a row. */
const violinHeight = 0.55;
const pointDepth = 0.22;
/** More rows would be too thin. */
const mostRows = 40;

/** The best first; of each descriptor all simplifications or the best alone, as figure 2.2 shows. */
export function rankCurves(curves: readonly NamedCurve[], bestAlone: boolean): NamedCurve[] {
  const ranked = curves
    .map((one) => ({ one, mean: meanShare(one.curve) }))
    .filter(({ mean }) => !Number.isNaN(mean))
    .sort((a, b) => a.mean - b.mean)
    .map(({ one }) => one);
  const seen = new Set<string>();
  return ranked.filter(({ representation: { descriptor } }) => {
    const isFirst = !seen.has(descriptor);
    seen.add(descriptor);
    return isFirst || !bestAlone;
  });
}

/** Rows of a ranking that are drawn. */
export function rowsOf(ranked: readonly NamedCurve[]): number {
  return Math.min(ranked.length, mostRows);
}

/**
 * Figure 2.2: for each representation the distribution of W_sigma over 2 to 50 clusters, each depth a point, as a share of
 * that of random clusters. The id of a point is its place in the ranking.
 */
export function rankingFigure(ranked: readonly NamedCurve[]): FigureSpec {
  const drawn = ranked.slice(0, mostRows);
  const baseline = (place: number) => drawn.length - 1 - place;
  return {
    title: "Representations by variance",
    x: { label: "W_σ / W_σ of random clusters", min: 0 },
    y: {
      label: "",
      min: -0.5,
      max: drawn.length - 0.3,
      names: drawn.map(nameOf).reverse(),
    },
    series: drawn.flatMap((one, place) => halfViolin(one, place, baseline(place))),
  };
}

function nameOf({ representation, curve }: NamedCurve): string {
  return `${representationTitle(representation)} (${curve.labels})`;
}

function halfViolin({ representation, curve }: NamedCurve, place: number, y: number): Series[] {
  const shares = sharesOf(curve);
  const name = representationTitle(representation);
  const { at, height } = density(shares, 0.005);
  const outline = at.map((x, i): Point => ({ x, y: y + violinHeight * (height[i] ?? 0), label: "outline" }));
  const points = shares.map((x, i): Point => ({
    x,
    y: y - pointDepth * (0.3 + 0.7 * ((i % 5) / 4)),
    id: place,
    label: `${name}, ${firstDepth + i} clusters`,
  }));
  const ends = [at.at(-1) ?? 0, at[0] ?? 0].map((x) => ({ x, y, label: "outline" }));
  return [
    { name, draw: "points", points, colour: place, radius: 1.5, inLegend: false },
    { name, draw: "area", points: [...outline, ...ends], colour: place, inLegend: false },
  ];
}
