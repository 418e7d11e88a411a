import {
  firstDepth,
  representationTitle,
  type ClusterRepresentation,
  type VarianceCurve,
} from "../../../server/src/protocol/clusters";
import type { FigureSpec, Point, Series } from "../shared/figure/figureSpec";

/** A representation with its W_sigma. */
export interface NamedCurve {
  readonly representation: ClusterRepresentation;
  readonly curve: VarianceCurve;
}

/** As it is, with the frozen-state strategy, or that as a share of what random clusters have. */
export const varianceKinds = ["frozen", "plain", "share"] as const;
export type VarianceKind = (typeof varianceKinds)[number];

/** W_sigma at each depth; as a share, so that sets of unlike labels can be compared. */
export function varianceOf({ frozen, plain, control }: VarianceCurve, kind: VarianceKind): readonly number[] {
  if (kind === "plain") return plain;
  if (kind === "frozen") return frozen;
  return frozen.map((value, i) => {
    const random = control.mean[i] ?? 0;
    return random > 0 ? value / random : NaN;
  });
}

/** The mean over the depths of figure 2.2, 2 to 50, of W_sigma as a share of that of random clusters; lower is better. */
export function meanShare(curve: VarianceCurve): number {
  const shares = sharesOf(curve);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** The shares that {@link meanShare} is of. */
export function sharesOf(curve: VarianceCurve): readonly number[] {
  return varianceOf(curve, "share")
    .slice(0, lastRanked - firstDepth + 1)
    .filter((share) => !Number.isNaN(share));
}

const lastRanked = 50;

/** What clusters are judged by: logarithms of conductivities, or activation energies. */
export type JudgedBy = "conductivity" | "barrier";

const titles = {
  conductivity: "Variance of conductivity within clusters",
  barrier: "Variance of activation energy within clusters",
} as const;
const names = { conductivity: "W_σ", barrier: "W_Ea" } as const;

/** Figures A.1 and A.3: W_sigma or W_Ea against the number of clusters, with the control of the first curve. */
export function varianceFigure(
  curves: readonly NamedCurve[],
  kind: VarianceKind,
  by: JudgedBy = "conductivity",
): FigureSpec {
  const [first] = curves;
  const label = kind === "share" ? `${names[by]} / ${names[by]} of random clusters` : names[by];
  return {
    title: titles[by],
    x: { label: "clusters", min: firstDepth },
    y: { label, min: 0, ...(by === "barrier" && kind !== "share" ? { unit: "eV²" } : {}) },
    series: [
      ...curves.map(({ representation, curve }, place): Series => ({
        name: representationTitle(representation),
        draw: "line",
        points: pointsOf(varianceOf(curve, kind)),
        colour: place,
      })),
      ...(first && kind !== "plain" ? controlSeries(first.curve, kind === "share") : []),
    ],
  };
}

function controlSeries({ control: { mean, deviation } }: VarianceCurve, asShare: boolean): Series[] {
  const at = (i: number, steps: number) => {
    const value = (mean[i] ?? 0) + steps * (deviation[i] ?? 0);
    return asShare ? value / (mean[i] ?? NaN) : value;
  };
  const edge = (steps: number) => pointsOf(mean.map((_, i) => at(i, steps)));
  return [
    { name: "random clusters", draw: "line", points: edge(0), colour: "foreground", dashed: true },
    {
      name: "their deviation",
      draw: "area",
      points: [...edge(1), ...edge(-1).reverse()],
      colour: "foreground",
      inLegend: false,
    },
  ];
}

function pointsOf(values: readonly number[]): Point[] {
  return values
    .map((y, i) => ({ x: firstDepth + i, y, id: firstDepth + i }))
    .filter(({ y }) => !Number.isNaN(y));
}
