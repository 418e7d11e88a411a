import { findNeighbours, isOverfull, type NeighbourList } from "../crystal/neighbours";
import { composition, siteCount, type Structure } from "../crystal/structure";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";
import { densityFeatures } from "./density";
import { angleBins } from "./angleCounts";
import { angleHistogram } from "./jarvisAngles";
import { boxBonds, boxShape, mostAnglesIn } from "./jarvisBonds";
import { placeCell, type PlacedCell } from "./jarvisCell";
import { dihedralHistogram } from "./jarvisDihedrals";
import { electronLabels, elementLabels, jarvisElement, type JarvisElement } from "./jarvisElements";
import { combinationCutoff, shellCutoffs } from "./jarvisCutoffs";
import { binOf, shellVolume } from "./radialDistributionFunction";

/** Angstrom. */
const [farthest, bin] = [10, 0.1];
const bins = 100;
/** Larger boxes take seconds, as do more angles. */
const [mostAtoms, mostAngles] = [4_000, 1e9];
const tooFull = "the cell is too full of sites";

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);
const labels = [
  ...elementLabels,
  ...["logarithm of volume per atom", "density", "volume per atom", "packing fraction"],
  ...electronLabels,
  ...numbered("radial distribution", bins),
  ...numbered("angle to all neighbours", angleBins),
  ...numbered("angle to second neighbours", angleBins),
  ...numbered("dihedral angle", angleBins),
  ...numbered("neighbours", bins),
];

/**
 * Classical force-field inspired descriptors (CFID; Choudhary, DeCost and Tavazza, Phys. Rev. Materials 2, 083801 (2018)): means
 * over the elements of chemical properties and of the densities of their electrons; volume and density; distances in bins of
 * 0.1 angstrom up to 10; angles and dihedral angles in bins of 1 degree, within cutoffs that the shells of neighbours set.
 *
 * As in the published code, angles are those in a box of about 10 angstrom, of which each pair of atoms has one distance, and
 * cells with much room beside their sites are cut anew; dihedral angles about a bond are seen from one of its ends, so that
 * they hang on the order of the sites.
 */
export const jarvis = defineDescriptor({
  name: "jarvis",
  title: "Jarvis",
  disorder: "refused",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const elements = elementMeans(structure);
  if (typeof elements === "string") return refuse(elements);
  const placed = placeCell(structure);
  if (!placed) return refuse("the cell without vacuum has no volume");
  const cell = densityFeatures(placed.structure);
  if (typeof cell === "string") return refuse(cell);
  const [density, volumePerAtom, packing] = cell;
  const surroundings = surroundingsIn(placed);
  if (typeof surroundings === "string") return refuse(surroundings);
  const { counts, angles } = surroundings;
  return described(
    [
      ...elements.chemistry,
      ...[Math.log(volumePerAtom), density, volumePerAtom, packing],
      ...elements.electrons,
      ...counts.map((count, i) => (count * volumePerAtom) / shellVolume(i * bin, (i + 1) * bin)),
      ...angles.flatMap((histogram) => [...histogram]),
      ...counts,
    ],
    labels,
  );
}

interface Surroundings {
  /** Neighbours of a site in each bin, the mean over the sites. */
  readonly counts: Float64Array;
  /** Histograms of angles, of those to second neighbours, of dihedral angles. */
  readonly angles: readonly Float64Array[];
}

/** A reason in place of it where there are too few neighbours, or too many. */
function surroundingsIn(placed: PlacedCell): Surroundings | string {
  const { structure } = placed;
  const [nx, ny, nz] = boxShape(placed);
  if (siteCount(structure) * nx * ny * nz > mostAtoms)
    return `a box of 10 angstrom has more than ${mostAtoms} atoms`;
  if (isOverfull(structure, farthest)) return tooFull;
  const pairs = findNeighbours(structure, farthest);
  const counts = neighbourCounts(structure, pairs);
  const shells = shellCutoffs(counts, bin);
  const widest = combinationCutoff(structure, pairs);
  if (!shells || widest === undefined) return "it has too few neighbours within 10 angstrom";
  const { first, second } = shells;
  const bonds = boxBonds(placed, Math.max(first, second, widest));
  if (!bonds || mostAnglesIn(bonds, first) > mostAngles) return tooFull;
  const angles = [angleHistogram(bonds, widest), angleHistogram(bonds, second)];
  return { counts, angles: [...angles, dihedralHistogram(bonds, first)] };
}

/** Of the distinct elements, whatever their amounts; a reason in place of it where there are no data of one. */
function elementMeans(structure: Structure): JarvisElement | string {
  const elements: JarvisElement[] = [];
  for (const symbol of composition(structure).keys()) {
    const element = jarvisElement(symbol);
    if (!element) return `there are no data of ${symbol}`;
    elements.push(element);
  }
  const mean = (key: keyof JarvisElement) =>
    Float64Array.from(
      elements[0]?.[key] ?? [],
      (_, i) => elements.reduce((sum, element) => sum + (element[key][i] ?? 0), 0) / elements.length,
    );
  return { chemistry: mean("chemistry"), electrons: mean("electrons") };
}

/** Neighbours of a site in each bin, the mean over the sites. */
function neighbourCounts(structure: Structure, { offsets, distances }: NeighbourList): Float64Array {
  const counts = new Float64Array(bins);
  const sites = siteCount(structure);
  for (const [i, { multiplicity }] of structure.orbits.entries())
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const place = Math.min(bins - 1, binOf(distances[k] ?? 0, bin));
      counts[place] = (counts[place] ?? 0) + multiplicity / sites;
    }
  return counts;
}
