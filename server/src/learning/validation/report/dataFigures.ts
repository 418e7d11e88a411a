import type { EvaluatedCompound, EvaluationResults } from "./results";
import { axisAround, svgFigure, type Mark, type Panel } from "./svgFigure";

/** The chemical clusters and the classes on the projection of the element mover's distances: figure C.1 of the thesis. */
export function projectionFigure({ compounds }: EvaluationResults): string {
  const placed = compounds.flatMap((compound) =>
    compound.projection ? [{ compound, x: compound.projection[0] ?? 0, y: compound.projection[1] ?? 0 }] : [],
  );
  const axes = {
    x: axisAround(
      "UMAP 1",
      placed.map(({ x }) => x),
    ),
    y: axisAround(
      "UMAP 2",
      placed.map(({ y }) => y),
    ),
  };
  const clusters = [...new Set(placed.map(({ compound }) => compound.cluster ?? 0))].sort((a, b) => a - b);
  const panels: Panel[] = [
    {
      title: "Chemical clusters",
      ...axes,
      marks: clusters.map((cluster): Mark => ({
        kind: "points",
        colour: cluster,
        name: `cluster ${cluster}`,
        points: placed.filter(({ compound }) => compound.cluster === cluster),
      })),
    },
    { title: "Classes", ...axes, marks: classMarks(placed) },
  ];
  return svgFigure(panels, "Projection of the element mover's distances of the compounds by UMAP.");
}

/** The compounds on the first principal components of their mean atom features: figure C.2 of the thesis. */
export function principalFigure({ compounds }: EvaluationResults): string {
  const placed = compounds.flatMap((compound) =>
    compound.principal ? [{ compound, x: compound.principal[0] ?? 0, y: compound.principal[1] ?? 0 }] : [],
  );
  const panel: Panel = {
    title: "Mean atom features",
    x: axisAround(
      "principal component 1",
      placed.map(({ x }) => x),
    ),
    y: axisAround(
      "principal component 2",
      placed.map(({ y }) => y),
    ),
    marks: classMarks(placed),
  };
  return svgFigure([panel], "First two principal components of the structure-level atom features CAMNS-V1.");
}

interface Placed {
  readonly compound: EvaluatedCompound;
  readonly x: number;
  readonly y: number;
}

function classMarks(placed: readonly Placed[]): Mark[] {
  return [true, false].map((superionic, colour) => ({
    kind: "points",
    colour: 1 - colour,
    name: superionic ? "at least 1e-4 S/cm" : "below 1e-4 S/cm",
    points: placed.filter(({ compound }) => compound.superionic === superionic),
  }));
}
