import { isOrdered, siteCount, type Structure } from "../structure";
import { ewaldSum } from "./ewaldSum";

/** `energy` in electronvolt a cell; `reason` says in words why there is none. */
export type EwaldEnergy =
  { readonly ok: true; readonly energy: number } | { readonly ok: false; readonly reason: string };

/** Symmetry saves nothing of the sum over waves: larger cells take some seconds. */
const mostSites = 5_000;

/** Electrostatic energy of the formal charges of an ordered structure, relative to ions far apart. */
export function ewaldEnergy(structure: Structure): EwaldEnergy {
  if (!isOrdered(structure))
    return refuse("sites are partly occupied or shared: order the structure first (superion order)");
  if (siteCount(structure) > mostSites) return refuse(`the cell has more than ${mostSites} sites`);
  const charges = structure.orbits.map(({ occupants }) => occupants[0]?.oxidationState);
  if (!charges.every((charge) => charge !== undefined)) return refuse("some atoms have no oxidation state");
  const energy = ewaldSum(structure, Float64Array.from(charges));
  return energy === undefined ? refuse("the cell has too many sites") : { ok: true, energy };
}

function refuse(reason: string): EwaldEnergy {
  return { ok: false, reason };
}
