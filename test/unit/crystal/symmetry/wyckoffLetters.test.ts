import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  hall_symbol_entries_from_number as hallSymbolEntries,
  wyckoff_positions as wyckoffPositions,
} from "@spglib/moyo-wasm";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../../server/src/cif/parser";
import { Lattice } from "../../../../server/src/crystal/lattice";
import { readStructures } from "../../../../server/src/crystal/reading/readStructure";
import { textOf } from "../../../../server/src/crystal/reading/writtenValue";
import { noOxidationStates, type Structure } from "../../../../server/src/crystal/structure";
import { operationsOfHallSymbol } from "../../../../server/src/crystal/symmetry/hallSymbol";
import { SiteExpansion } from "../../../../server/src/crystal/symmetry/siteExpansion";
import { createSpaceGroupDetector } from "../../../../server/src/crystal/symmetry/spaceGroupDetection";
import {
  apply,
  operationKeys,
  parseAffineMap,
} from "../../../../server/src/crystal/symmetry/symmetryOperation";
import { wyckoffLetters } from "../../../../server/src/crystal/symmetry/wyckoffLetters";
import { withEverySite } from "../../../../server/src/crystal/symmetry/everySite";

const fromServer = createRequire(new URL("../../../../server/package.json", import.meta.url));
const detect = createSpaceGroupDetector(
  readFileSync(fromServer.resolve("@spglib/moyo-wasm/moyo_wasm_bg.wasm")),
);

/** Letters by label, as we tell them and as the file does. */
function lettersOf(text: string): { ours: Record<string, string>; files: Record<string, string> } {
  const [{ block, structure } = { block: undefined, structure: undefined }] = readStructures(parseCif(text));
  if (!block || !structure) throw new Error("no structure");
  const detection = detect(structure);
  const letters = detection.ok ? detection.spaceGroup.wyckoffLetters : [];
  const [labels, written] = [block.find("_atom_site_label"), block.find("_atom_site_Wyckoff_symbol")];
  const ours = structure.orbits.map(({ label }, k) => [label, letters[k] ?? ""] as const);
  const files = Array.from({ length: labels?.rows ?? 0 }, (_, row) => {
    return [textOf(labels?.value(row)), textOf(written?.value(row))] as const;
  });
  const listed = new Set(ours.map(([label]) => label));
  return {
    ours: Object.fromEntries(ours),
    files: Object.fromEntries(files.filter(([label]) => listed.has(label))),
  };
}

describe("the Wyckoff letters", () => {
  const folder = join(import.meta.dirname, "../../../../examples");
  const names = readdirSync(folder).filter((name) => name.endsWith(".cif") && name !== "broken.cif");

  it.each(names)("of %s are those of the paper", (name) => {
    const { ours, files } = lettersOf(readFileSync(join(folder, name), "utf8"));
    expect(ours).toEqual(files);
  });

  it("are found for every position of every setting of every space group", () => {
    const lattice = Lattice.fromParameters({ a: 50, b: 50, c: 50, alpha: 90, beta: 90, gamma: 90 });
    if (!lattice) throw new Error("no lattice");
    let count = 0;
    for (let number = 1; number <= 230; number++) {
      // C c c a and C c c b are one set of operations, with two letters exchanged: the first counts.
      const seen = new Set<string>();
      for (const { hall_number, hall_symbol } of hallSymbolEntries(number)) {
        const operations = operationsOfHallSymbol(hall_symbol) ?? [];
        const key = [...operationKeys(operations)].sort().join(" ");
        if (seen.has(key)) continue;
        seen.add(key);

        const expansion = new SiteExpansion(lattice, operations);
        const positions = wyckoffPositions(hall_number);
        const orbits = positions.map(({ letter, coordinates }) => {
          const map = parseAffineMap(coordinates);
          if (!map) throw new Error(coordinates);
          const images = expansion.images(expansion.special(apply(map, [0.137, 0.219, 0.061])));
          const [x = 0, y = 0, z = 0] = images;
          return {
            label: letter,
            position: [x, y, z] as const,
            images,
            multiplicity: images.length / 3,
            occupants: [],
            rows: [],
          };
        });
        const structure: Structure = {
          lattice,
          operations,
          orbits,
          symmetrySource: "hall-symbol",
          oxidation: noOxidationStates,
        };
        expect(orbits.map(({ multiplicity }) => multiplicity)).toEqual(
          positions.map(({ multiplicity }) => multiplicity),
        );
        expect(wyckoffLetters(structure, number)).toEqual(positions.map(({ letter }) => letter));
        count += positions.length;
      }
    }
    expect(count).toBeGreaterThan(3000);
  });

  it("are left to the finder where the operations are not those of the space group", () => {
    const [entry] = readStructures(parseCif(readFileSync(join(folder, "LiCl.cif"), "utf8")));
    if (!entry?.structure) throw new Error("no structure");
    const listed = withEverySite(entry.structure);
    const bare = { ...listed, operations: operationsOfHallSymbol("P 1") ?? [] };
    expect(wyckoffLetters(bare, 225)).toBeUndefined();
    const detection = detect(bare);
    expect(detection.ok && new Set(detection.spaceGroup.wyckoffLetters)).toEqual(new Set(["a", "b"]));
  });
});
