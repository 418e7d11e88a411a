import { findNeighbours } from "../src/crystal/neighbours";
import type { Occupant, Structure } from "../src/crystal/structure";
import { Random } from "../src/learning/random";
import { displaced } from "./generation/distortion";
import { drawAnion, drawCation } from "./generation/species";

/** Angstrom; references have split sites down to 0.37. */
const shortestDistance = 0.35;

/**
 * Likely strangers made from known structures, each from one drawn at random: with a strained cell, moved sites, other
 * elements, or scaled occupancies, or with none of it. The same seed gives the same structures.
 */
export function perturbStructures(known: readonly Structure[], seed: number, count: number): Structure[] {
  const random = new Random(seed);
  const perturbed: Structure[] = [];
  while (perturbed.length < count) {
    const structure = known[random.below(known.length)];
    if (!structure) throw new RangeError("there are no structures to perturb");
    const changed = perturb(structure, random);
    if (!hasCollision(changed)) perturbed.push(changed);
  }
  return perturbed;
}

function perturb(structure: Structure, random: Random): Structure {
  const strain = random.chance(0.6) ? 1 + 0.03 * random.normal() : 1;
  const strained = { ...structure, lattice: structure.lattice.scaled(strain) };
  const moved = random.chance(0.6) ? displaced(strained, 0.2 * random.uniform(), random) : strained;
  const substituted = random.chance(0.5) ? withOtherElements(moved, random) : moved;
  return random.chance(0.25) ? withOtherOccupancies(substituted, random) : substituted;
}

function hasCollision(structure: Structure): boolean {
  return findNeighbours(structure, shortestDistance).distances.length > 0;
}

function mapOccupants(structure: Structure, map: (occupant: Occupant) => Occupant): Structure {
  return {
    ...structure,
    orbits: structure.orbits.map((orbit) => ({ ...orbit, occupants: orbit.occupants.map(map) })),
  };
}

/** Each element becomes, with an even chance, another one of its charge throughout. */
function withOtherElements(structure: Structure, random: Random): Structure {
  const substitutes = new Map<string, string>();
  const substitute = ({ element, oxidationState = 0 }: Occupant): string => {
    const known = substitutes.get(element);
    if (known !== undefined) return known;
    const isKept = element === "Li" ? random.chance(0.85) : random.chance(0.5);
    const other = oxidationState < 0 ? drawAnion(random) : drawCation([], random, Math.round(oxidationState));
    const chosen = isKept ? element : (other?.element ?? element);
    substitutes.set(element, chosen);
    return chosen;
  };
  return mapOccupants(structure, (occupant) => ({ ...occupant, element: substitute(occupant) }));
}

/** The occupants of each site, each by a chance of a half, with a part of their occupancy only. */
function withOtherOccupancies(structure: Structure, random: Random): Structure {
  return mapOccupants(structure, (occupant) => ({
    ...occupant,
    occupancy: random.chance(0.5) ? occupant.occupancy * random.uniform() : occupant.occupancy,
  }));
}
