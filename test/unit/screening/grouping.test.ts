import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Structure } from "../../../server/src/crystal/structure";
import { bucketOf, crystalText } from "../../../server/src/screening/crystalText";
import { firstAlike } from "../../../server/src/screening/duplicates";
import { groupDuplicates } from "../../../server/src/screening/grouping";
import { Journal } from "../../../server/src/screening/journal";
import { rowWithoutStructure } from "../../../server/src/screening/screenedRow";
import { ScreeningList } from "../../../server/src/screening/screeningList";
import { structureOf } from "../crystal/cifText";

const folder = mkdtempSync(join(tmpdir(), "superion-grouping-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A pair of atoms in a cube of this edge, the second in its middle or in the middle of an edge. */
const pair = (cation: string, edge: number, place: "middle" | "edge"): Structure => {
  const second = place === "middle" ? "0.5 0.5 0.5" : "0.5 0 0";
  const structure = structureOf({ sites: [`A ${cation} 0 0 0 1`, `B Cl ${second} 1`] });
  return { ...structure, lattice: structure.lattice.scaled(edge / 5) };
};

/** A list of crystals with their P_SI, and its groups as indices. */
async function grouped(crystals: readonly { structure: Structure; pSi: number }[]): Promise<number[]> {
  const journal = await Journal.begin(join(folder, "journal"), "");
  const list = new ScreeningList();
  for (const [k, { structure, pSi }] of crystals.entries()) {
    const crystal = crystalText(structure) ?? "";
    const row = { ...rowWithoutStructure(`b${k}`, "", { model: "", simplification: "" }), pSi };
    const screened = { row, crystal, bucket: bucketOf(crystal), identifiers: [] };
    const { offset, length } = await journal.add({ hash: `${k}`, file: "f", rows: [screened] });
    list.add(screened, "f", journal.rows, { offset, length, part: 0 });
  }
  const pool = {
    free: () => Promise.resolve(),
    group: (texts: readonly string[]) => Promise.resolve(firstAlike(texts)),
  };
  const firsts = await groupDuplicates(list, list.ranking(), pool, new AbortController().signal);
  await journal.close();
  return [...firsts];
}

describe("duplicates of a list", () => {
  it("name the one of the highest P_SI, also where they lie far apart", async () => {
    const crystals = [
      { structure: pair("Li", 5, "middle"), pSi: 0.1 },
      { structure: pair("Na", 5, "middle"), pSi: 0.9 },
      { structure: pair("Li", 5, "edge"), pSi: 0.8 },
      { structure: pair("Li", 5.1, "middle"), pSi: 0.7 },
    ];
    expect(await grouped(crystals)).toEqual([3, 1, 2, 3]);
  });

  it("are found among very many of one kind too", async () => {
    const crystals = Array.from({ length: 900 }, (_, k) => ({
      structure: pair("Li", 4 + k / 1000, k % 2 === 0 ? "middle" : "edge"),
      pSi: 1 - k / 1000,
    }));
    const firsts = await grouped(crystals);
    expect(new Set(firsts).size).toBeLessThanOrEqual(6);
    firsts.forEach((first, index) => {
      expect(first % 2).toBe(index % 2);
    });
  });
});
