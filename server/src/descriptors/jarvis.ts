import { findNeighbours, findPlacedNeighbours, isOverfull, type NeighbourList } from "../crystal/neighbours";
import { siteCount, type Structure } from "../crystal/structure";
import { withEverySite } from "../crystal/symmetry/everySite";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";
import { densityFeatures } from "./density";
import { angleBins, countAngles, countDihedrals, type AngleCounts } from "./jarvisAngles";
import { combinationCutoff, shellCutoffs } from "./jarvisCutoffs";
import { shellVolume } from "./radialDistributionFunction";

/** Angstrom. */
const [farthest, bin] = [10, 0.1];
const bins = 100;
/** A distance on a border counts in the farther bin, whatever rounding did to it. */
const rounding = 1e-9;
/** Larger cells take seconds. */
const mostSites = 1_000;

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);
const labels = [
  ...["logarithm of volume per atom", "density", "volume per atom", "packing fraction"],
  ...numbered("radial distribution", bins),
  ...numbered("angle to all neighbours", angleBins),
  ...numbered("angle to second neighbours", angleBins),
  ...numbered("dihedral angle", angleBins),
  ...numbered("neighbours", bins),
];

/**
 * Classical force-field inspired descriptors (CFID; Choudhary, DeCost and Tavazza, Phys. Rev. Materials 2, 083801 (2018)), those
 * 741 of the 1557 that tell of the structure: density, distances in bins of 0.1 angstrom up to 10, and angles and dihedral
 * angles in bins of 1 degree between neighbours within cutoffs that the shells of neighbours set. The others are means of
 * tabulated properties of the elements.
 *
 * Distances and angles are those of the crystal, also where the published code takes images in a box of about 10 angstrom or
 * cuts large cells anew; bonds are seen from both their ends.
 */
export const jarvis = defineDescriptor({
  name: "jarvis",
  title: "Jarvis",
  disorder: "refused",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const cell = densityFeatures(structure);
  if (typeof cell === "string") return refuse(cell);
  if (siteCount(structure) > mostSites) return refuse(`the cell has more than ${mostSites} sites`);
  if (isOverfull(structure, farthest)) return refuse("the cell is too full of sites");
  const pairs = findNeighbours(structure, farthest);
  const counts = neighbourCounts(structure, pairs);
  const shells = shellCutoffs(counts, bin);
  const widest = combinationCutoff(structure, pairs);
  if (!shells || widest === undefined) return refuse("it has too few neighbours within 10 angstrom");
  const [density, volumePerAtom, packing] = cell;
  return described(
    [
      ...[Math.log(volumePerAtom), density, volumePerAtom, packing],
      ...counts.map((count, i) => (count * volumePerAtom) / shellVolume(i * bin, (i + 1) * bin)),
      ...countAngles(structure, findPlacedNeighbours(structure, widest)).histogram(),
      ...countAngles(structure, findPlacedNeighbours(structure, shells.second)).histogram(),
      ...dihedrals(structure, shells.first).histogram(),
      ...counts,
    ],
    labels,
  );
}

/** Neighbours of a site in each bin, the mean over the sites. */
function neighbourCounts(structure: Structure, { offsets, distances }: NeighbourList): Float64Array {
  const counts = new Float64Array(bins);
  const sites = siteCount(structure);
  for (const [i, { multiplicity }] of structure.orbits.entries())
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const place = Math.min(bins - 1, Math.floor(((distances[k] ?? 0) + rounding) / bin));
      counts[place] = (counts[place] ?? 0) + multiplicity / sites;
    }
  return counts;
}

/** Those about a bond need the neighbours of both its ends, as they lie. */
function dihedrals(structure: Structure, cutoff: number): AngleCounts {
  const cell = withEverySite(structure);
  return countDihedrals(findPlacedNeighbours(cell, cutoff));
}
