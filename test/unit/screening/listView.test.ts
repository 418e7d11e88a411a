import { describe, expect, it } from "vitest";
import type { ScreeningRow, ScreeningView } from "../../../server/src/protocol/screening";
import { viewList } from "../../../server/src/screening/listView";
import { rowWithoutStructure } from "../../../server/src/screening/screenedRow";
import { ScreeningList } from "../../../server/src/screening/screeningList";
import { RowFile } from "../../../server/src/screening/rowFile";

const compounds: Partial<ScreeningRow>[] = [
  { formula: "Li3PS4", pSi: 0.8, ordered: false },
  { formula: "LiCl", pSi: 0.1, ordered: true },
  { formula: "", pSi: null },
  { formula: "Li3N", pSi: 0.8, ordered: true },
];

/** A list whose rows are never read from their file: views look at columns alone. */
function listOf(rows: readonly Partial<ScreeningRow>[]): ScreeningList {
  const list = new ScreeningList();
  const file = new RowFile(import.meta.filename, () => []);
  rows.forEach((row, part) => {
    const full = { ...rowWithoutStructure(`b${part}`, "", { model: "m", simplification: "s" }), ...row };
    list.add({ row: full, crystal: null, bucket: null, identifiers: [] }, `dump/${part}.cif`, file, {
      offset: 0,
      length: 0,
      part,
    });
  });
  return list;
}

const all: ScreeningView = { sort: null, filter: "", search: "" };
const list = listOf(compounds);
const order = (view: Partial<ScreeningView>) => {
  const viewed = viewList(list, { ...all, ...view });
  return viewed.kind === "view" ? [...viewed.order] : viewed.reason;
};

describe("a view of a list", () => {
  it("shows the rows in the order of their coming", () => {
    expect(order({})).toEqual([0, 1, 2, 3]);
  });

  it("sorts by numbers, equal ones as they came and those without last in both directions", () => {
    expect(order({ sort: { column: "pSi", descending: true } })).toEqual([0, 3, 1, 2]);
    expect(order({ sort: { column: "pSi", descending: false } })).toEqual([1, 0, 3, 2]);
  });

  it("sorts by text, empty ones last", () => {
    expect(order({ sort: { column: "formula", descending: false } })).toEqual([3, 0, 1, 2]);
    expect(order({ sort: { column: "formula", descending: true } })).toEqual([1, 0, 3, 2]);
  });

  it("searches formula, file and block in whatever case", () => {
    expect(order({ search: "ps4" })).toEqual([0]);
    expect(order({ search: " DUMP/1 " })).toEqual([1]);
    expect(order({ search: "b2" })).toEqual([2]);
  });

  it("filters by conditions, and says what is none", () => {
    expect(order({ filter: "pSi>=0.5,ordered" })).toEqual([3]);
    expect(order({ filter: "colour=red" })).toContain("colour=red is no condition");
  });

  it("shows only what lies in all the ranges that were chosen in a chart", () => {
    const high = { column: "pSi", from: 0.8, to: 1 } as const;
    expect(order({ within: [high], sort: { column: "formula", descending: false } })).toEqual([3, 0]);
    expect(order({ within: [high, { column: "ordered", from: 1, to: 2 }] })).toEqual([3]);
    expect(order({ within: [{ column: "pSi", from: 0, to: 0.8 }] })).toEqual([1]);
  });
});
