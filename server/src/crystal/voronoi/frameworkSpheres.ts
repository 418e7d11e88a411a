import { crystalRadius } from "../bonding/crystalRadii";
import { totalOccupancy, type Occupant, type Structure } from "../structure";
import { withEverySite } from "../symmetry/everySite";
import { freeSpheres, type FreeSpheres } from "./freeSpheres";
import { voronoiCells } from "./voronoiCells";

/** Faces seen under a lesser solid angle, of the largest, belong to no neighbour. */
const leastSolidAngle = 0.5;

/** `reason` says in words why there are no spheres. */
export type FrameworkSpheres =
  { readonly ok: true; readonly spheres: FreeSpheres } | { readonly ok: false; readonly reason: string };

/**
 * The free spheres between the ions that stay when the mobile ones are taken out (CAVD; He et al., Sci. Data 7, 151 (2020)).
 * Ions have Shannon's crystal radius for as many neighbours as they have, the mobile ones included; a site that several share
 * has the mean of theirs.
 */
export function frameworkSpheres(
  structure: Structure,
  isMobile: (occupant: Occupant) => boolean,
): FrameworkSpheres {
  const cells = voronoiCells(structure);
  if (!cells) return { ok: false, reason: "its Voronoi cells were not found" };
  const framework: Structure["orbits"][number][] = [];
  const radii: number[] = [];
  for (const [i, orbit] of structure.orbits.entries()) {
    const occupants = orbit.occupants.filter((occupant) => occupant.occupancy > 0 && !isMobile(occupant));
    if (occupants.length === 0) continue;
    const angles = cells[i]?.faces.map(({ solidAngle }) => solidAngle) ?? [];
    const neighbours = angles.filter((angle) => angle > leastSolidAngle * Math.max(...angles)).length;
    const radius = meanRadius(occupants, neighbours);
    if (typeof radius === "string") return { ok: false, reason: radius };
    framework.push(orbit);
    for (let site = 0; site < orbit.multiplicity; site++) radii.push(radius);
  }
  if (framework.length === 0) return { ok: false, reason: "without its mobile ions nothing is left" };
  const spheres = freeSpheres(withEverySite({ ...structure, orbits: framework }), Float64Array.from(radii));
  return spheres ? { ok: true, spheres } : { ok: false, reason: "its Voronoi cells were not found" };
}

/** Of the occupants of a site, by their shares, angstrom; a reason in place of it where one has none. */
function meanRadius(occupants: readonly Occupant[], neighbours: number): number | string {
  let sum = 0;
  for (const { element, oxidationState, occupancy } of occupants) {
    if (oxidationState === undefined) return "some atoms have no oxidation state";
    const radius = crystalRadius(element, oxidationState, neighbours);
    if (radius === undefined)
      return `there is no ionic radius of ${element} with a charge of ${oxidationState}`;
    sum += radius * occupancy;
  }
  return sum / totalOccupancy({ occupants });
}
