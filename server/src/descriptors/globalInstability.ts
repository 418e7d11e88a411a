import * as v from "valibot";
import { bondValence } from "../crystal/bonding/bondValence";
import { fittedBondValence } from "../crystal/bonding/fittedBondValence";
import { findNeighbours, isOverfull, type NeighbourList } from "../crystal/neighbours";
import { composition, type Occupant, type Orbit, type Structure } from "../crystal/structure";
import { defineDescriptor, described, refuse, type Description } from "./descriptor";
import { aNumber } from "./hyperparameters";
import { noOxidationStates } from "./species";

const options = v.strictObject({
  cutoff: v.optional(aNumber("Farther atoms are no neighbours, Å", { least: 0, most: 20, isOpen: true }), 4),
});

/**
 * Global instability index: the root mean square over the atoms of how far their bond valence sum is from their oxidation
 * state, in valence units (Salinas-Sanchez et al., J. Solid State Chem. 100, 201 (1992)). Every atom of opposite charge
 * within the cutoff counts. Neutral atoms have no bonds. Refused where bonds of just these oxidation states were never
 * fitted.
 */
export const globalInstability = defineDescriptor({
  name: "global-instability",
  title: "Global instability index",
  disorder: "refused",
  grid: { cutoff: Array.from({ length: 51 }, (_, i) => Number((1 + 0.1 * i).toFixed(1))) },
  options,
  describe,
});

function describe(structure: Structure, { cutoff }: v.InferOutput<typeof options>): Description {
  const { orbits } = structure;
  if (orbits.some(({ occupants }) => occupants[0]?.oxidationState === undefined))
    return refuse(noOxidationStates);
  if (composition(structure).size === 1)
    return refuse("there is one element alone, without bonds of unlike charges");
  if (isOverfull(structure, cutoff)) return refuse("the cell is too full of sites");
  const neighbours = findNeighbours(structure, cutoff);
  let [squares, atoms] = [0, 0];
  for (const [i, { multiplicity, occupants }] of orbits.entries()) {
    const sum = valenceSum(orbits, neighbours, i);
    if (typeof sum === "string") return refuse(sum);
    squares += multiplicity * (sum - (occupants[0]?.oxidationState ?? 0)) ** 2;
    atoms += multiplicity;
  }
  return described([Math.sqrt(squares / atoms)], ["global instability index"]);
}

/** With the sign of the atom's charge; a reason in place of it where a bond has no parameters. */
function valenceSum(orbits: readonly Orbit[], neighbours: NeighbourList, orbit: number): number | string {
  const [own] = orbits[orbit]?.occupants ?? [];
  let sum = 0;
  for (let k = neighbours.offsets[orbit] ?? 0; k < (neighbours.offsets[orbit + 1] ?? 0); k++) {
    const [other] = orbits[neighbours.orbits[k] ?? 0]?.occupants ?? [];
    if (!own || !other) continue;
    const [charge, otherCharge] = [own.oxidationState ?? 0, other.oxidationState ?? 0];
    if (charge * otherCharge >= 0) continue;
    const [cation, anion] = charge > 0 ? [own, other] : [other, own];
    const parameters = fittedBondValence(cation, anion);
    if (!parameters)
      return `there are no bond-valence parameters of ${ionName(cation)} and ${ionName(anion)}`;
    sum += bondValence(parameters, neighbours.distances[k] ?? 0);
  }
  return Math.sign(own?.oxidationState ?? 0) * sum;
}

/** `Li1+`, `S2-`. */
function ionName({ element, oxidationState = 0 }: Occupant): string {
  return `${element}${Number(Math.abs(oxidationState).toFixed(2))}${oxidationState < 0 ? "-" : "+"}`;
}
