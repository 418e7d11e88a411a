import { orderStructure } from "../../crystal/ordering/orderStructure";
import { simplify } from "../../crystal/simplification";
import { isOrdered, type Structure } from "../../crystal/structure";

/** Up to so many placements are all looked at; of more, those of low energy are searched for. */
const mostPlacements = 20_000;

/**
 * The framework of a structure, lithium taken out, with every site filled or empty: the placement of lowest Ewald energy, as
 * figure 4.2 of the thesis compares it with the mixture of embeddings. `undefined` where it cannot be ordered.
 */
export function orderedFramework(structure: Structure): Structure | undefined {
  const framework = simplify(structure, "CAN");
  if (isOrdered(framework)) return framework;
  const ordering = orderStructure(framework, { mostPlacements, charge: -lithiumCharge(structure) });
  return ordering.ok ? ordering.orderings[0]?.structure : undefined;
}

/** Charge of the lithium in the cell, elementary charges. */
function lithiumCharge({ orbits }: Structure): number {
  return orbits.reduce(
    (sum, { multiplicity, occupants }) =>
      sum +
      occupants
        .filter(({ element }) => element === "Li")
        .reduce(
          (own, { occupancy, oxidationState = 1 }) => own + multiplicity * occupancy * oxidationState,
          0,
        ),
    0,
  );
}
