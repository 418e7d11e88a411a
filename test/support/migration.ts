import * as v from "valibot";
import { latticeParameters } from "../../server/src/crystal/lattice";
import type { Structure } from "../../server/src/crystal/structure";
import { frameworkOf, type Framework } from "../../server/src/migration/framework";
import type { GridShape } from "../../server/src/migration/grid";
import { lithium, type Ion } from "../../server/src/migration/ion";
import { findMigration, type Migration } from "../../server/src/migration/migration";
import { unwatched } from "../../server/src/migration/watch";
import { p1Structure } from "./structures";

const triple = v.tuple([v.number(), v.number(), v.number()]);

/** A crystal as the references give it. */
export const referenceCrystal = v.object({
  cell: v.tuple([triple, triple, triple]),
  species: v.array(v.string()),
  oxidation: v.array(v.number()),
  frac: v.array(triple),
});

export function structureOf({
  cell,
  species,
  oxidation,
  frac,
}: v.InferOutput<typeof referenceCrystal>): Structure {
  const charge = (state = 0) => `${Math.abs(state)}${state < 0 ? "-" : "+"}`;
  const sites = frac.map((position, i) => ({
    position,
    species: [`${species[i] ?? ""}${charge(oxidation[i])}`],
  }));
  return p1Structure(sites, latticeParameters(cell));
}

export function frameworkFor(structure: Structure, ion: Ion = lithium): Framework {
  const outcome = frameworkOf(structure, ion);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.framework;
}

/** @param grid angstrom between points, or points along a, b and c. */
export function migrationOf(structure: Structure, grid: number | GridShape, ion: Ion = lithium): Migration {
  const options = { ion, grid: typeof grid === "number" ? { spacing: grid } : { points: grid } };
  const outcome = findMigration(structure, options, unwatched);
  if (outcome.kind !== "found") throw new Error(outcome.kind === "refused" ? outcome.reason : "stopped");
  return outcome.migration;
}

/** Lithium telluride of textbooks in its conventional cell, angstrom. */
export const telluride = 6.517;
const quarters = [0.25, 0.75];

/** The antifluorite Li2Te in its cubic cell. */
export const antifluorite = (): Structure =>
  p1Structure(
    [
      ...quarters.flatMap((x) =>
        quarters.flatMap((y) => quarters.map((z) => ({ species: ["Li+"], position: [x, y, z] as const }))),
      ),
      ...(
        [
          [0, 0, 0],
          [0.5, 0.5, 0],
          [0.5, 0, 0.5],
          [0, 0.5, 0.5],
        ] as const
      ).map((position) => ({
        species: ["Te2-"],
        position,
      })),
    ],
    { a: telluride, b: telluride, c: telluride },
  );

/** The same in its primitive cell. */
export const primitiveAntifluorite = (): Structure => {
  const edge = telluride / Math.SQRT2;
  return p1Structure(
    [
      { species: ["Li+"], position: [0.25, 0.25, 0.25] },
      { species: ["Li+"], position: [0.75, 0.75, 0.75] },
      { species: ["Te2-"], position: [0, 0, 0] },
    ],
    { a: edge, b: edge, c: edge, alpha: 60, beta: 60, gamma: 60 },
  );
};
