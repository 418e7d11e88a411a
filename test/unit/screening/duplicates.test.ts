import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { duplicateGroups } from "../../../server/src/crystal/matching/duplicateGroups";
import type { Structure } from "../../../server/src/crystal/structure";
import { withEverySite } from "../../../server/src/crystal/symmetry/everySite";
import { bucketOf, crystalText, parseCrystalText } from "../../../server/src/screening/crystalText";
import { firstAlike } from "../../../server/src/screening/duplicates";
import { matchCells, matchStructures } from "../../../server/src/crystal/matching/matchStructures";
import { exampleStructure } from "../../support/examples";

const names = ["LiCl", "Li2O", "Li3N", "Li3PS4", "Li6PS5Cl", "Li10GeP2S12", "Li3OCl", "Li0.5La0.5TiO3"];
const structures = names.map(exampleStructure);
const scaled = (structure: Structure, factor: number): Structure => ({
  ...structure,
  lattice: structure.lattice.scaled(factor),
});
const variant = fc
  .tuple(fc.nat(structures.length - 1), fc.constantFrom("as it is", "in P1", "swollen"))
  .map(([index, change]): Structure => {
    const structure = structures[index] ?? exampleStructure("LiCl");
    if (change === "in P1") return withEverySite(structure);
    return change === "swollen" ? scaled(structure, 1.05) : structure;
  });

const textOf = (structure: Structure) => crystalText(structure) ?? "";

describe("crystals in short", () => {
  it("match as the structures do, and lie in one bucket where they match", () => {
    fc.assert(
      fc.property(variant, variant, (one, other) => {
        const [first, second] = [textOf(one), textOf(other)];
        const matches = matchCells(parseCrystalText(first), parseCrystalText(second)).matches;
        expect(matches).toBe(matchStructures(one, other).matches);
        if (matches) expect(bucketOf(first)).toBe(bucketOf(second));
      }),
      { numRuns: 40 },
    );
  });

  it("are grouped as whole structures are", () => {
    fc.assert(
      fc.property(fc.array(variant, { maxLength: 8 }), (list) => {
        const groups = duplicateGroups(list);
        const expected = list.map(
          (_, index) =>
            groups.find(
              ({ first, others }) => first === index || others.some((other) => other.index === index),
            )?.first,
        );
        expect(firstAlike(list.map(textOf))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
