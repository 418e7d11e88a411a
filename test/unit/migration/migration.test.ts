import { describe, expect, it } from "vitest";
import { findMigration, type MigrationOutcome } from "../../../server/src/migration/migration";
import { lithium, parseIon, type Ion } from "../../../server/src/migration/ion";
import { unwatched } from "../../../server/src/migration/watch";
import { antifluorite, migrationOf } from "../../support/migration";
import { p1Structure, type Site } from "../../support/structures";

const sodium: Ion = { element: "Na", charge: 1 };

function outcomeOf(sites: readonly Site[], ion = lithium, spacing = 0.5, edge = 5): MigrationOutcome {
  return findMigration(
    p1Structure(sites, { a: edge, b: edge, c: edge }),
    { ion, grid: { spacing } },
    unwatched,
  );
}

const reasonOf = (...args: Parameters<typeof outcomeOf>) => {
  const outcome = outcomeOf(...args);
  return outcome.kind === "refused" ? outcome.reason : outcome.kind;
};

describe("findMigration", () => {
  it("says what is missing", () => {
    expect(reasonOf([{ species: ["Li"] }, { species: ["S2-"] }])).toBe(
      "X1 has no oxidation state: give _atom_type_oxidation_number in the file, or state them",
    );
    expect(reasonOf([{ species: ["Na+"] }, { species: ["Cl-"] }])).toBe(
      "there is no Li1+ in it; ions that can be asked for: Na1+",
    );
    expect(reasonOf([{ species: ["S2-"] }])).toBe("there is no Li1+ in it");
    expect(reasonOf([{ species: ["Li+"] }])).toBe("there are no anions that could hold Li1+");
    expect(reasonOf([{ species: ["Li+"] }, { species: ["P3-"], position: [0.5, 0.5, 0.5] }])).toBe(
      "there are no bond-valence parameters of Li1+ with P",
    );
    expect(
      reasonOf([
        { species: ["Li+"] },
        { species: ["Pu4+"], position: [0.5, 0, 0] },
        { species: ["O2-"], position: [0.5, 0.5, 0.5] },
      ]),
    ).toBe("there is no bond-valence radius of Pu, which repels Li1+");
  });

  it("does not begin a grid that is too large, and tells which would do", () => {
    const sites = [{ species: ["Li+"] }, { species: ["Cl-"], position: [0.5, 0.5, 0.5] as const }];
    expect(reasonOf(sites, lithium, 0.1, 60)).toBe(
      "the grid would have more than 8 million points: ask for a spacing of 0.33 angstrom or more",
    );
  });

  it("lets other cations move", () => {
    const outcome = outcomeOf(
      [{ species: ["Na+"] }, { species: ["Cl-"], position: [0.5, 0.5, 0.5] }],
      sodium,
    );
    expect(outcome.kind).toBe("found");
  });

  it("keeps atoms of the same element in another state in the framework", () => {
    const sites = (charge: string) => [
      { species: ["Cu+"] },
      { species: [charge], position: [0.5, 0.5, 0] as const },
      { species: ["O2-"], position: [0.5, 0.5, 0.5] as const },
      { species: ["O2-"], position: [0, 0, 0.5] as const },
    ];
    const copper: Ion = { element: "Cu", charge: 1 };
    const minimum = (charge: string) => {
      const outcome = outcomeOf(sites(charge), copper);
      return outcome.kind === "found" ? outcome.migration.map.minimum : NaN;
    };
    expect(minimum("Cu3+")).toBeGreaterThan(minimum("Cu+") + 0.1);
  });

  it("tells of no way across gaps that take more than 20 eV", () => {
    const sites: readonly Site[] = [{ species: ["Li+"] }, { species: ["Cl-"], position: [0.5, 0.5, 0.5] }];
    const { barriers, paths } = migrationOf(p1Structure(sites, { a: 1.4, b: 1.4, c: 30 }), 0.35);
    expect(barriers).toMatchObject({ d1: expect.any(Number) as number, d2: expect.any(Number) as number });
    expect(barriers.d3).toBeUndefined();
    expect(paths[2]).toBeUndefined();
  });

  it("tells how far it is, and stops within one piece of work", () => {
    const structure = antifluorite();
    const shares: number[] = [];
    const options = { ion: lithium, grid: { spacing: 0.25 } };
    findMigration(structure, options, (share) => shares.push(share) > 0);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    for (const last of [0, 0.3, 0.7, 0.9])
      expect(findMigration(structure, options, (share) => share < last)).toEqual({ kind: "stopped" });
  });
});

describe("parseIon", () => {
  it("reads cations with their charge", () => {
    expect(parseIon("Li1+")).toEqual(lithium);
    expect(parseIon("Na+")).toEqual(sodium);
    expect(parseIon("Mg2+")).toEqual({ element: "Mg", charge: 2 });
  });

  it.each(["Li", "Cl-", "Xx+", "Li0+", "", "Li1+ Na1+"])("refuses %j", (text) => {
    expect(parseIon(text)).toBeUndefined();
  });
});
