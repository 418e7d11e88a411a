import { atomicMass } from "../../crystal/elements";
import type { CellContent, Species } from "./cellContent";
import { isAnion } from "./compositionFeatures";
import { ionicRadius } from "./elementProperties";
import type { FeatureValues } from "./featureValues";

/** One atomic mass unit in a cell of one cubic angstrom, in g/cm3 (CODATA 2022). */
const gramsPerCubicCentimetre = 1.66053906892;

/**
 * How much room the atoms of a cell have: volumes per atom, anion and Li, density, and the share of the cell that Shannon's
 * ions fill, with and without Li. The same for a cell and any supercell, whatever its axes.
 */
export function cellFeatures({ species, volume }: CellContent): FeatureValues {
  const sum = (members: readonly Species[], of: (species: Species) => number) =>
    members.reduce((total, member) => total + member.amount * of(member), 0);
  const [anions, lithium] = [species.filter(isAnion), species.filter(({ element }) => element === "Li")];
  const framework = species.filter(({ element }) => element !== "Li");
  const mass = sum(species, ({ element }) => atomicMass(element) ?? 0);
  return new Map([
    ["volume per atom (Å³)", volume / sum(species, () => 1)],
    ["volume per anion (Å³)", volume / sum(anions, () => 1)],
    ["volume per Li (Å³)", volume / sum(lithium, () => 1)],
    ["density (g/cm³)", (mass / volume) * gramsPerCubicCentimetre],
    ["share of the cell filled by ions", sum(species, ionVolume) / volume],
    ["share of the cell filled by the framework", sum(framework, ionVolume) / volume],
  ]);
}

/** Cubic angstrom. */
function ionVolume({ element, charge }: Species): number {
  return (4 / 3) * Math.PI * (ionicRadius(element, charge) ?? 0) ** 3;
}
