import type { Structure } from "../crystal/structure";
import type { Ion } from "./ion";
import { closed, findMigration } from "./migration";
import { unwatched } from "./watch";

/** Angstrom: saddles are found off the grid all the same. */
const spacing = 0.2;

/** `reason` says in words why it cannot be computed, and what can be done. */
export type ActivationEnergy =
  { readonly ok: true; readonly energy: number } | { readonly ok: false; readonly reason: string };

/**
 * The barrier in three dimensions, electronvolt, by which chapter 2 of the thesis ranks; 20 where there is no way below that.
 */
export function activationEnergy(structure: Structure, ion: Ion): ActivationEnergy {
  const outcome = findMigration(structure, { ion, grid: { spacing } }, unwatched);
  if (outcome.kind === "refused") return { ok: false, reason: outcome.reason };
  if (outcome.kind === "stopped") return { ok: false, reason: "it was stopped" };
  const { refinedBarriers, barriers } = outcome.migration;
  return { ok: true, energy: refinedBarriers.d3 ?? barriers.d3 ?? closed };
}
