import { gramsPerCubicCentimetre } from "../crystal/density";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";
import { constituentsOf } from "./species";
import { totalOccupancy, type Structure } from "../crystal/structure";
import { mean } from "./statistics";

const labels = ["density", "volume per atom", "packing fraction"];

/**
 * Density in g/cm3, volume an atom in cubic angstrom, and the share of the cell that spheres of Slater's atomic radii fill,
 * which may exceed 1.
 */
export const density = defineDescriptor({
  name: "density",
  title: "Density features",
  disorder: "weighted",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const features = densityFeatures(structure);
  return typeof features === "string" ? refuse(features) : described(features, labels);
}

/** Density, volume an atom and packing fraction; a reason in place of them where an element has no radius. */
export function densityFeatures(structure: Structure): readonly [number, number, number] | string {
  const constituents = constituentsOf(structure);
  if ("reason" in constituents) return constituents.reason;
  const atoms = structure.orbits.reduce((sum, orbit) => sum + orbit.multiplicity * totalOccupancy(orbit), 0);
  const bare = constituents.find(({ data }) => data.atomicRadius === undefined);
  if (bare) return `${bare.element} has no atomic radius`;
  const volumePerAtom = structure.lattice.volume / atoms;
  const mass = mean(constituents.map(({ data, fraction }) => ({ value: data.mass, weight: fraction })));
  const spheres = mean(
    constituents.map(({ data, fraction }) => ({
      value: (4 / 3) * Math.PI * (data.atomicRadius ?? 0) ** 3,
      weight: fraction,
    })),
  );
  return [(mass / volumePerAtom) * gramsPerCubicCentimetre, volumePerAtom, spheres / volumePerAtom];
}
