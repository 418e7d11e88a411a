import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { energyMap } from "../../../server/src/migration/energyMap";
import { flood } from "../../../server/src/migration/flood";
import { unwatched } from "../../../server/src/migration/watch";
import { frameworkFor, migrationOf, referenceCrystal, structureOf } from "../../support/migration";
import { hasShared, readSharedText } from "../../support/shared";

const triple = v.tuple([v.number(), v.number(), v.number()]);
const compound = v.object({
  ...referenceCrystal.entries,
  id: v.string(),
  name: v.string(),
  bvse_all_within_10A: v.object({ periodic_grid: triple, min_eV: v.number(), Ea_exact26_eV: triple }),
});
const coarseGrid = v.object({ ...referenceCrystal.entries, all_within_10A: v.array(v.number()) });

const read = (...path: string[]): unknown => JSON.parse(readSharedText("reference", "bvse", ...path));
const compounds = hasShared
  ? v
      .parse(v.object({ compounds: v.array(v.unknown()) }), read("expected.json"))
      .compounds.filter((one) => v.is(compound, one))
  : [];

describe.skipIf(!hasShared)("bond-valence site energies, by an independent program", () => {
  it.each(compounds)("has the minimum and the barriers of $name", (reference) => {
    const { periodic_grid: shape, min_eV: least, Ea_exact26_eV: barriers } = reference.bvse_all_within_10A;
    const map = energyMap(frameworkFor(structureOf(reference)), shape, unwatched);
    const thresholds = map && flood(map, map.minimum + 20, unwatched)?.thresholds;
    expect(map?.minimum).toBeCloseTo(least, 5);
    barriers.forEach((barrier, k) => {
      const threshold = thresholds?.[k];
      if (barrier < 15) expect((threshold ?? NaN) - (map?.minimum ?? 0)).toBeCloseTo(barrier, 4);
    });
  });

  it.each(["li2te", "li3erbr6"])("has the energy of every point of a coarse grid of %s", (name) => {
    const reference = v.parse(coarseGrid, read(`coarse_grid_${name}.json`));
    const map = energyMap(frameworkFor(structureOf(reference)), [12, 12, 12], unwatched);
    const differences = reference.all_within_10A.map((energy, i) =>
      energy < 20 ? Math.abs(energy - (map?.values[i] ?? NaN)) : 0,
    );
    expect(Math.max(...differences)).toBeLessThan(1e-4);
  });

  it.each(compounds)("finds saddles off the grid of $name near those on it", (reference) => {
    const { barriers, refinedBarriers } = migrationOf(
      structureOf(reference),
      reference.bvse_all_within_10A.periodic_grid,
    );
    for (const k of ["d1", "d2", "d3"] as const) {
      const barrier = barriers[k];
      if (barrier === undefined || barrier > 5) continue;
      // At 0.2 angstrom between points a saddle is missed by so much.
      expect(Math.abs((refinedBarriers[k] ?? Infinity) - barrier)).toBeLessThan(0.04);
    }
  });
});
