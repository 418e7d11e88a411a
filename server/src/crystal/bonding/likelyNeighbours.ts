import { elementBySymbol } from "../elements";
import type { Orbit, Structure } from "../structure";
import { voronoiCells, type VoronoiFace } from "../voronoi/voronoiCells";
import { covalentRadius, ionicRadius } from "./radii";

/** How much longer than the radii of both atoms a bond may be before it counts less, and nothing, angstrom. */
const [fullLength, noLength] = [0.5, 1];
/** What a difference of electronegativities is worth, and the largest there is. */
const [electronegativityWeight, largestDifference] = [3, 3.3];

/** A neighbour that may be bonded, with how likely that is in comparison to the likeliest. */
interface Candidate {
  readonly face: VoronoiFace;
  readonly weight: number;
}

/**
 * The neighbours of the representative of each orbit of an ordered structure that make up its most probable coordination
 * (CrystalNN; Pan et al., Inorg. Chem. 60, 1590 (2021)): faces of the Voronoi cell count by solid angle, nearness, difference of
 * electronegativity, and length against ionic radii; each number of the most likely ones has a probability, and the largest
 * wins. `undefined` where the Voronoi cells were not found.
 */
export function likelyNeighbours(structure: Structure): VoronoiFace[][] | undefined {
  return voronoiCells(structure)?.map(({ faces }, i) => {
    const own = structure.orbits[i];
    return own ? mostProbable(candidates(own, faces, structure.orbits)) : [];
  });
}

function candidates(own: Orbit, faces: readonly VoronoiFace[], orbits: readonly Orbit[]): Candidate[] {
  const weights = faces.map((face) => {
    const other = orbits[face.orbit] ?? own;
    return (face.solidAngle * face.solidAngle * electronegativityFactor(own, other)) / face.area;
  });
  const highest = Math.max(...weights);
  return faces
    .map((face, i) => {
      const other = orbits[face.orbit] ?? own;
      const weight = ((weights[i] ?? 0) / highest) * lengthFactor(face.distance - bondLength(own, other));
      return { face, weight: Number(weight.toFixed(3)) };
    })
    .filter(({ weight }) => weight > 0);
}

function electronegativityFactor(one: Orbit, other: Orbit): number {
  const [own, others] = [one, other].map(
    ({ occupants }) => elementBySymbol(occupants[0]?.element ?? "")?.electronegativity,
  );
  if (own === undefined || others === undefined) return 1;
  return 1 + electronegativityWeight * Math.sqrt(Math.abs(own - others) / largestDifference);
}

/** Of what a bond is longer than expected. */
function lengthFactor(excess: number): number {
  if (excess <= fullLength) return 1;
  if (excess >= noLength) return 0;
  return (Math.cos(((excess - fullLength) / (noLength - fullLength)) * Math.PI) + 1) / 2;
}

/** Ionic radii if there are two, else covalent ones; a neutral atom has its covalent radius. */
function bondLength(one: Orbit, other: Orbit): number {
  const [own, others] = [one, other].map(({ occupants }) => {
    const [occupant] = occupants;
    const covalent = covalentRadius(occupant?.element ?? "") ?? Infinity;
    if (occupant?.oxidationState === undefined) return { covalent, ionic: undefined };
    const { element, oxidationState } = occupant;
    return { covalent, ionic: oxidationState === 0 ? covalent : ionicRadius(element, oxidationState) };
  });
  if (own?.ionic !== undefined && others?.ionic !== undefined) return own.ionic + others.ionic;
  return (own?.covalent ?? Infinity) + (others?.covalent ?? Infinity);
}

/**
 * The weights cut the quarter of a circle into strips; the strip between the weight of the last neighbour taken and that of the
 * next is the probability of that number of neighbours.
 */
function mostProbable(all: readonly Candidate[]): VoronoiFace[] {
  const levels = [...new Set(all.map(({ weight }) => weight))].sort((one, other) => other - one);
  const strips = levels.map((level, i) => quarterBelow(level) - quarterBelow(levels[i + 1] ?? 0));
  const none = 1 - strips.reduce((sum, strip) => sum + strip, 0);
  const largest = Math.max(...strips);
  const least = levels[strips.indexOf(largest)] ?? Infinity;
  if (none > largest) return [];
  return all.filter(({ weight }) => weight >= least).map(({ face }) => face);
}

/** The share of a quarter of the unit circle up to x. */
function quarterBelow(x: number): number {
  return (2 / Math.PI) * (x * Math.sqrt(1 - x * x) + Math.asin(x));
}
