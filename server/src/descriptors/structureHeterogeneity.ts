import type { Structure } from "../crystal/structure";
import { voronoiCells, type VoronoiCell } from "../crystal/voronoi/voronoiCells";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";
import { largest, mean, meanDeviation, range, smallest, type Weighted } from "./statistics";

const labels = [
  "mean deviation of relative bond length",
  "maximum relative bond length",
  "minimum relative bond length",
  "minimum variation of bond length",
  "maximum variation of bond length",
  "range of variation of bond length",
  "mean variation of bond length",
  "mean deviation of variation of bond length",
  "mean deviation of relative cell volume",
];

/**
 * How unlike each other the surroundings of the atoms are, by their Voronoi cells: mean distance to the neighbours of each
 * atom by area of the faces, how far these distances are spread about it, and the volumes of the cells (Ward et al., Phys.
 * Rev. B 96, 024104 (2017)).
 */
export const structureHeterogeneity = defineDescriptor({
  name: "structure-heterogeneity",
  title: "Structure variance",
  disorder: "refused",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const cells = voronoiCells(structure);
  if (!cells) return refuse("its Voronoi cells were not found");
  const overSites = (of: (cell: VoronoiCell) => number): Weighted[] =>
    cells.map((cell, i) => ({ value: of(cell), weight: structure.orbits[i]?.multiplicity ?? 0 }));
  const lengths = relative(overSites((cell) => mean(bondLengths(cell))));
  const variations = overSites((cell) => meanDeviation(bondLengths(cell)) / mean(bondLengths(cell)));
  const volumes = relative(overSites(({ volume }) => volume));
  return described(
    [
      ...[meanDeviation, largest, smallest].map((of) => of(lengths)),
      ...[smallest, largest, range, mean, meanDeviation].map((of) => of(variations)),
      meanDeviation(volumes),
    ],
    labels,
  );
}

function bondLengths({ faces }: VoronoiCell): Weighted[] {
  return faces.map(({ distance, area }) => ({ value: distance, weight: area }));
}

/** To their mean. */
function relative(entries: readonly Weighted[]): Weighted[] {
  const centre = mean(entries);
  return entries.map(({ value, weight }) => ({ value: value / centre, weight }));
}
