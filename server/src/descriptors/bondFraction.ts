import * as v from "valibot";
import { likelyNeighbours } from "../crystal/bonding/likelyNeighbours";
import type { Occupant, Structure } from "../crystal/structure";
import { defineDescriptor, described, refuse, type Description } from "./descriptor";
import { aList } from "./hyperparameters";
import { noOxidationStates } from "./species";

const options = v.strictObject({
  /** Those that the species of the structure can make if left out. */
  bonds: v.optional(
    aList(
      "Kinds of bonds that the vector has room for",
      "kinds of bonds such as Li+ - S2-",
      (kind) => kind !== "",
    ),
  ),
});

/**
 * Bag of bonds: which share of the bonds is between which two species, each atom with its most probable coordination, bonds
 * counted from both ends (after Hansen et al., J. Phys. Chem. Lett. 6, 2326 (2015)).
 */
export const bondFraction = defineDescriptor({
  name: "bond-fraction",
  title: "Bond fraction",
  disorder: "refused",
  options,
  describe,
});

function describe(structure: Structure, { bonds }: v.InferOutput<typeof options>): Description {
  const species = structure.orbits.map(({ occupants }) => occupants[0] && speciesName(occupants[0]));
  if (!species.every((name) => name !== undefined)) return refuse(noOxidationStates);
  const neighbours = likelyNeighbours(structure);
  if (!neighbours) return refuse("its Voronoi cells were not found");
  const labels = bonds ?? possibleBonds(species);
  const counts = new Map(labels.map((label) => [label, 0]));
  let total = 0;
  for (const [i, faces] of neighbours.entries())
    for (const { orbit } of faces) {
      const label = bondName(species[i] ?? "", species[orbit] ?? "");
      const count = counts.get(label);
      if (count === undefined) return refuse(`there are bonds ${label}, for which the vector has no room`);
      const sites = structure.orbits[i]?.multiplicity ?? 0;
      counts.set(label, count + sites);
      total += sites;
    }
  if (total === 0) return refuse("there are no bonds");
  return described(
    labels.map((label) => (counts.get(label) ?? 0) / total),
    labels,
  );
}

/** `Li+`, `S2-`, `Mg0+`. */
function speciesName({ element, oxidationState }: Occupant): string | undefined {
  if (oxidationState === undefined) return undefined;
  const amount = Math.abs(oxidationState);
  return `${element}${amount === 1 ? "" : amount}${oxidationState < 0 ? "-" : "+"}`;
}

function bondName(one: string, other: string): string {
  return one < other ? `${one} - ${other}` : `${other} - ${one}`;
}

function possibleBonds(species: readonly string[]): string[] {
  const distinct = [...new Set(species)].sort();
  return distinct.flatMap((one, i) => distinct.slice(i).map((other) => bondName(one, other)));
}
