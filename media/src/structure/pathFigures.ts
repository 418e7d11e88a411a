import type { PathsPicture } from "../../../server/src/protocol/migration";
import type { NebCalculation } from "../../../server/src/protocol/neb";
import type { FigureSpec, Series } from "../shared/figure/figureSpec";
import { fileName } from "../shared/fileName";
import { waysOf } from "./ways";

const dimensions = ["1D", "2D", "3D"];

/**
 * The energy along one of the ways, counted from 0, with what calculations gave for it: their images stand at their shares of
 * it, and begin at its energy.
 */
export function profileFigure(
  paths: PathsPicture,
  place: number,
  calculations: readonly NebCalculation[] = [],
): FigureSpec | undefined {
  const chosen = waysOf(paths)[place];
  if (!chosen?.way) return undefined;
  const { distances, energies } = chosen.way;
  const length = distances.at(-1) ?? 0;
  const start = energies[0] ?? 0;
  return {
    title: `Energy of ${paths.ion} along the ${chosen.name}`,
    x: { label: "distance", unit: "Å", min: 0 },
    y: { label: "energy", unit: "eV" },
    series: [
      {
        name: "bond valence",
        draw: "line",
        points: distances.map((x, i) => ({ x, y: energies[i] ?? NaN })),
      },
      ...calculations.map(({ file, end, images }): Series => ({
        name:
          end === "steps-used-up" || end === "scf-not-converged"
            ? `${fileName(file)}, not converged`
            : fileName(file),
        draw: "points",
        radius: 4,
        hollow: end !== "converged",
        points: images.map(({ share, energy }) => ({ x: share * length, y: start + energy })),
      })),
    ],
  };
}

/** How much of the cell the ion reaches with how much energy, and where the crystal opens. */
export function percolationFigure({ ion, accessible, barriers }: PathsPicture): FigureSpec {
  const { energies, shares } = accessible;
  const shareAt = (energy: number) => shares[energies.findIndex((known) => known >= energy)];
  const opened = [barriers.d1, barriers.d2, barriers.d3].flatMap((energy, i) => {
    const y = energy === null ? undefined : shareAt(energy);
    return energy === null || y === undefined
      ? []
      : [{ x: energy, y, label: dimensions[i], tag: dimensions[i] }];
  });
  const series: Series[] = [
    {
      name: "accessible share",
      draw: "line",
      points: energies.map((x, i) => ({ x, y: shares[i] ?? NaN })),
    },
    { name: "percolation", draw: "points", points: merged(opened), radius: 5 },
  ];
  return {
    title: `Percolation of ${ion}`,
    x: { label: "energy above the lowest", unit: "eV", min: 0 },
    y: { label: "share of the cell", min: 0 },
    series,
  };
}

interface Opening {
  readonly x: number;
  readonly y: number;
  readonly label: string | undefined;
  readonly tag: string | undefined;
}

/** Points at one energy as one, named by all of them. */
function merged(openings: readonly Opening[]): Opening[] {
  const apart: Opening[] = [];
  for (const opening of openings) {
    const last = apart.at(-1);
    const name = [last?.label, opening.label].join(", ");
    if (last?.x === opening.x) apart[apart.length - 1] = { ...last, label: name, tag: name };
    else apart.push(opening);
  }
  return apart;
}
