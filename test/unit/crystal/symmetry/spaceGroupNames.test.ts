import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../../server/src/cif/parser";
import { readStructures } from "../../../../server/src/crystal/reading/readStructure";
import type { Structure } from "../../../../server/src/crystal/structure";
import { createSpaceGroupDetector } from "../../../../server/src/crystal/symmetry/spaceGroupDetection";
import { createSpaceGroupNamer } from "../../../../server/src/crystal/symmetry/spaceGroupNames";
import { generateStructures } from "../../../../server/training/generatedStructures";
import { hasShared, readSharedText, sharedPath } from "../../../support/shared";
import { cell, operators, structureOf } from "../cifText";

const fromServer = createRequire(new URL("../../../../server/package.json", import.meta.url));
const wasm = readFileSync(fromServer.resolve("@spglib/moyo-wasm/moyo_wasm_bg.wasm"));
const detect = createSpaceGroupDetector(wasm);
const nameSpaceGroup = createSpaceGroupNamer(wasm);

function detected(structure: Structure) {
  const detection = detect(structure);
  return detection.ok
    ? { number: detection.spaceGroup.number, symbol: detection.spaceGroup.symbol }
    : undefined;
}

const names = (structures: readonly Structure[]) => structures.map(nameSpaceGroup);

describe("names of space groups", () => {
  it("are those that are detected, in generated crystals with and without all of their symmetry", () => {
    const structures = generateStructures(7, 300);
    expect(names(structures)).toEqual(structures.map(detected));
  });

  it.skipIf(!hasShared)("are those that are detected, in measured crystals", { timeout: 60_000 }, () => {
    const structures = readdirSync(sharedPath("obelix", "cifs"))
      .filter((name) => name.endsWith(".cif"))
      .flatMap((name) => readStructures(parseCif(readSharedText("obelix", "cifs", name))))
      .flatMap(({ structure }) => (structure && structure.orbits.length > 0 ? [structure] : []));
    expect(names(structures)).toEqual(structures.map(detected));
  });

  it.each([
    ["a translation", operators("x,y,z"), ["Li .1 .2 .3", "Li .6 .7 .8"], 12],
    ["an inversion centre", operators("x,y,z"), ["Li .1 .2 .3", "Li .9 .8 .7", "O 0 0 0"], 2],
    ["a mirror plane", operators("x,y,z", "-x,-y,-z"), ["Li 0 0 0", "O .2 0 .3"], 10],
  ])("see %s that the operators leave out", (_, symmetry, places, number) => {
    const sites = places.map((place, i) => `${i} ${place} 1`);
    const structure = structureOf({ cell: cell(4, 5, 6, 90, 100, 90), symmetry, sites });
    expect(nameSpaceGroup(structure)?.number).toBe(number);
    expect(detected(structure)?.number).toBe(number);
  });

  it("see that a cell has less symmetry than the operators", () => {
    const symmetry = "_symmetry_space_group_name_H-M 'P 4/m m m'";
    const tetragonal = structureOf({
      cell: cell(4, 4, 6, 90, 90, 90),
      symmetry,
      sites: ["Li1 Li 0 0 0 1", "O1 O .5 .5 .3 1"],
    });
    const { lattice } = structureOf({ cell: cell(4, 4.3, 6, 90, 90, 90) });
    expect(nameSpaceGroup(tetragonal)?.symbol).toBe("P 4/m m m");
    expect(nameSpaceGroup({ ...tetragonal, lattice })?.symbol).toBe("P m m m");
  });

  it("are missing where there are no sites", () => {
    const structure = structureOf({ sites: ["Li1 Li 0 0 0 1"] });
    expect(nameSpaceGroup({ ...structure, orbits: [] })).toBeUndefined();
  });
});
