import { crystalRadius } from "../crystal/bonding/crystalRadii";
import type { Structure } from "../crystal/structure";
import { withEverySite } from "../crystal/symmetry/everySite";
import { freeSpheres } from "../crystal/voronoi/freeSpheres";
import { voronoiCells } from "../crystal/voronoi/voronoiCells";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";
import { noOxidationStates } from "./species";

const labels = ["narrowest", "middle", "widest"].map((which) => `${which} way through the framework`);

/** Faces seen under a lesser solid angle, of the largest, belong to no neighbour. */
const leastSolidAngle = 0.5;

/**
 * Radii of the largest spheres that can pass through the crystal without its lithium along a, b and c, angstrom, in rising order
 * (CAVD; He et al., Sci. Data 7, 151 (2020)). Ions have Shannon's crystal radius for as many neighbours as they have, lithium
 * included. A radius below zero says that atoms overlap on the way.
 */
export const cavd = defineDescriptor({
  name: "cavd",
  title: "Crystal structure analysis by Voronoi decomposition (CAVD)",
  disorder: "refused",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const radii = ionRadii(structure);
  if (typeof radii === "string") return refuse(radii);
  const framework = structure.orbits
    .map((orbit, i) => ({ orbit, radius: radii[i] ?? 0 }))
    .filter(({ orbit }) => orbit.occupants[0]?.element !== "Li");
  if (framework.length === 0) return refuse("without lithium nothing is left");
  const cell = withEverySite({ ...structure, orbits: framework.map(({ orbit }) => orbit) });
  const siteRadii = framework.flatMap(({ orbit, radius }) =>
    Array.from({ length: orbit.multiplicity }, () => radius),
  );
  const spheres = freeSpheres(cell, Float64Array.from(siteRadii));
  if (!spheres) return refuse("its Voronoi cells were not found");
  if (!spheres.alongAxes.every((radius) => radius !== undefined))
    return refuse("there is no way through the crystal along some axis");
  return described(
    [...spheres.alongAxes].sort((one, other) => one - other),
    labels,
  );
}

/** Of each orbit, angstrom; a reason in place of them where one has none. */
function ionRadii(structure: Structure): number[] | string {
  const cells = voronoiCells(structure);
  if (!cells) return "its Voronoi cells were not found";
  const radii: number[] = [];
  for (const [i, { occupants }] of structure.orbits.entries()) {
    const { element, oxidationState } = occupants[0] ?? { element: "" };
    if (oxidationState === undefined) return noOxidationStates;
    const angles = cells[i]?.faces.map(({ solidAngle }) => solidAngle) ?? [];
    const neighbours = angles.filter((angle) => angle > leastSolidAngle * Math.max(...angles)).length;
    const radius = crystalRadius(element, oxidationState, neighbours);
    if (radius === undefined)
      return `there is no ionic radius of ${element} with a charge of ${oxidationState}`;
    radii.push(radius);
  }
  return radii;
}
