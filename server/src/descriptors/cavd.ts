import type { Structure } from "../crystal/structure";
import { frameworkSpheres } from "../crystal/voronoi/frameworkSpheres";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";

const labels = ["narrowest", "middle", "widest"].map((which) => `${which} way through the framework`);

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
  const found = frameworkSpheres(structure, ({ element }) => element === "Li");
  if (!found.ok) return refuse(found.reason);
  const { alongAxes } = found.spheres;
  if (!alongAxes.every((radius) => radius !== undefined))
    return refuse("there is no way through the crystal along some axis");
  return described(
    [...alongAxes].sort((one, other) => one - other),
    labels,
  );
}
