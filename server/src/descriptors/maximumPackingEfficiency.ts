import { findNeighbours, isOverfull } from "../crystal/neighbours";
import { siteCount, type Structure } from "../crystal/structure";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";

/**
 * The share of the cell that spheres fill when each just touches its nearest neighbour's half of the way (the nearest face of
 * its Voronoi cell; Ward et al., Phys. Rev. B 96, 024104 (2017)).
 */
export const maximumPackingEfficiency = defineDescriptor({
  name: "maximum-packing-efficiency",
  title: "Maximum packing efficiency",
  disorder: "refused",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const nearest = nearestDistances(structure);
  if (!nearest) return refuse("the cell is too full of sites");
  const spheres = structure.orbits.reduce(
    (sum, { multiplicity }, i) => sum + multiplicity * (4 / 3) * Math.PI * ((nearest[i] ?? 0) / 2) ** 3,
    0,
  );
  return described([spheres / structure.lattice.volume], ["maximum packing efficiency"]);
}

/** From each orbit's representative, angstrom. Every site has an image within the shortest edge of the cell. */
function nearestDistances(structure: Structure): number[] | undefined {
  const { a, b, c } = structure.lattice.parameters;
  const farthest = Math.min(a, b, c);
  let reach = Math.min(farthest, Math.cbrt((3 * structure.lattice.volume) / siteCount(structure)));
  for (;;) {
    if (isOverfull(structure, reach)) return undefined;
    const { offsets, distances, counts } = findNeighbours(structure, reach);
    if (counts.every((count) => count > 0))
      return structure.orbits.map((_, i) =>
        distances.subarray(offsets[i], offsets[i + 1]).reduce((least, d) => Math.min(least, d), Infinity),
      );
    reach = Math.min(farthest, 1.5 * reach);
  }
}
