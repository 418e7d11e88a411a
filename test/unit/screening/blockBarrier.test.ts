import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { readStructures } from "../../../server/src/crystal/reading/readStructure";
import { lithium } from "../../../server/src/migration/ion";
import { findMigration } from "../../../server/src/migration/migration";
import { unwatched } from "../../../server/src/migration/watch";
import { blockBarrier } from "../../../server/src/screening/blockBarrier";
import { binarySalt } from "../../support/rockSalt";

const piece = (text: string) => ({ bytes: Buffer.from(text), isTooLong: false, isWholeFile: true });

it("is the barrier in three dimensions over the saddles off the grid", () => {
  const text = readFileSync("examples/Li2O.cif", "utf8");
  const [{ structure } = {}] = readStructures(parseCif(text));
  if (!structure) throw new Error("the example has a structure");
  const finer = findMigration(structure, { ion: lithium, grid: { spacing: 0.1 } }, unwatched);
  if (finer.kind !== "found") throw new Error(finer.kind);
  const { activationEnergy, reason } = blockBarrier(piece(text), 0);
  expect(activationEnergy).toBeCloseTo(finer.migration.refinedBarriers.d3 ?? NaN, 2);
  expect(reason).toBeNull();
});

it("is that of the crystal that is asked for", () => {
  const [one, other] = [5.1, 5.6].map((edge) => binarySalt(`e${edge}`, "Li", "Cl", edge));
  const both = piece(`${one}${other}`);
  expect([0, 1].map((part) => blockBarrier(both, part))).toEqual(
    [one, other].map((text = "") => blockBarrier(piece(text), 0)),
  );
});

it.each([
  ["without lithium", binarySalt("NaCl", "Na", "Cl", 5.6), /Li/],
  ["without a structure", "data_x", /^There is no structure\.$/],
])("says why there is none: %s", (_, text, reason) => {
  expect(blockBarrier(piece(text), 0)).toEqual({
    activationEnergy: null,
    reason: expect.stringMatching(reason) as string,
  });
});
