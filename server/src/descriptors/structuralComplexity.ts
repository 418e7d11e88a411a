import type { Occupant, Orbit, Structure } from "../crystal/structure";
import { cellSites } from "../crystal/symmetry/cellSites";
import { analyseSites } from "../crystal/symmetry/spaceGroupDetection";
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
  usesSpaceGroups: true,
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const analysis = analyseSites(cellSites(structure, occupantsOf), tolerance);
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

/** Charges count too. */
function occupantsOf({ occupants }: Orbit): string {
  return occupants.map(kindOf).sort().join(" ");
}

function kindOf({ element, occupancy, oxidationState = 0 }: Occupant): string {
  return `${element} ${oxidationState} ${occupancy.toFixed(4)}`;
}
