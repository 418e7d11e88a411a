import type { Structure } from "../crystal/structure";
import type { Ion } from "./ion";
import { closed, findMigration } from "./migration";
import { unwatched } from "./watch";

/** Angstrom: saddles are found off the grid all the same. */
const spacing = 0.2;

/**
 * The barrier in three dimensions, electronvolt, by which chapter 2 of the thesis ranks; 20 where there is no way below that, and
 * `undefined` where it cannot be computed.
 */
export function activationEnergy(structure: Structure, ion: Ion): number | undefined {
  const outcome = findMigration(structure, { ion, grid: { spacing } }, unwatched);
  if (outcome.kind !== "found") return undefined;
  const { refinedBarriers, barriers } = outcome.migration;
  return refinedBarriers.d3 ?? barriers.d3 ?? closed;
}
