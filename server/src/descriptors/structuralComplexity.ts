import type { Vector3 } from "../crystal/lattice";
import type { Occupant, Structure } from "../crystal/structure";
import { analyseSites } from "../crystal/symmetry/spaceGroupDetection";
import type { CellSites } from "../crystal/symmetry/primitiveCell";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";

/** Positions may be so far from the symmetry, angstrom. */
const tolerance = 0.1;

const labels = ["structural complexity per atom", "structural complexity per cell"];

/**
 * The information that it takes to say which crystallographic orbit a site belongs to, in bits a site and bits a cell (Shannon
 * entropy; Krivovichev, Mineral. Mag. 77, 275 (2013)). Orbits are those of the symmetry that the sites really have; sites with
 * other occupancies or oxidation states are not equivalent.
 *
 * Needs the finder of symmetry to be there: `createSpaceGroupDetector` brings it in.
 */
export const structuralComplexity = defineDescriptor({
  name: "structural-complexity",
  title: "Structural complexity",
  disorder: "weighted",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const cell = sitesByOccupants(structure);
  const analysis = analyseSites(cell, tolerance);
  if (!analysis.ok) return refuse(`its symmetry was not found: ${analysis.reason}`);
  const { dataset, primitive } = analysis;
  const sites = new Map<number, number>();
  for (const site of primitive.siteOf) {
    const orbit = dataset.orbits[site] ?? site;
    sites.set(orbit, (sites.get(orbit) ?? 0) + 1);
  }
  const total = primitive.siteOf.length;
  const bits = [...sites.values()].reduce(
    (sum, count) => sum - (count / total) * Math.log2(count / total),
    0,
  );
  return described([bits, bits * total], labels);
}

function sitesByOccupants({ lattice, orbits }: Structure): CellSites {
  const numbers = new Map<string, number>();
  const positions: Vector3[] = [];
  const kinds: number[] = [];
  for (const { images, occupants } of orbits) {
    const kind = occupants.map(kindOf).sort().join(" ");
    const number = numbers.get(kind) ?? numbers.size + 1;
    numbers.set(kind, number);
    for (let k = 0; k < images.length; k += 3) {
      positions.push([images[k] ?? 0, images[k + 1] ?? 0, images[k + 2] ?? 0]);
      kinds.push(number);
    }
  }
  return { lattice, positions, kinds };
}

function kindOf({ element, occupancy, oxidationState = 0 }: Occupant): string {
  return `${element} ${oxidationState} ${occupancy.toFixed(4)}`;
}
