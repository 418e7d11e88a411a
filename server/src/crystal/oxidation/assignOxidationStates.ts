import { balanceCharges } from "./chargeBalance";
import { elementBySymbol, withoutIsotope } from "../elements";
import { composition, noOxidationStates, type OxidationAssignment, type Structure } from "../structure";

/**
 * The structure with an oxidation state on every occupant, one state an element, from the composition alone. A state may
 * be fractional where an element has two valences (Fe3O4) or forms bonds with itself (Li3P7). Intermetallics get 0
 * throughout. Occupants of unknown elements get none, and a structure without known elements has the method `none`.
 */
export function assignOxidationStates(structure: Structure): Structure {
  const states = balanceCharges(knownAmounts(structure));
  const oxidation: OxidationAssignment =
    states.size > 0 ? { method: "composition", confidence: "medium" } : noOxidationStates;
  const orbits = structure.orbits.map((orbit) => ({
    ...orbit,
    occupants: orbit.occupants.map((occupant) => ({
      ...occupant,
      oxidationState: states.get(withoutIsotope(occupant.element)),
    })),
  }));
  return { ...structure, orbits, oxidation };
}

/** Atoms of each known element in the cell, isotopes taken together. */
function knownAmounts(structure: Structure): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const [symbol, atoms] of composition(structure)) {
    const element = withoutIsotope(symbol);
    if (elementBySymbol(element) !== undefined && atoms > 0)
      amounts.set(element, (amounts.get(element) ?? 0) + atoms);
  }
  return amounts;
}
