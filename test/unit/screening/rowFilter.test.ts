import { describe, expect, it } from "vitest";
import { numberOf, textOf } from "../../../server/src/screening/rowColumns";
import { parseFilter } from "../../../server/src/screening/rowFilter";
import { rowWithoutStructure } from "../../../server/src/screening/screenedRow";
import type { ScreeningRow } from "../../../server/src/protocol/screening";

const row: ScreeningRow = {
  ...rowWithoutStructure("b", "", { model: "m", simplification: "" }),
  file: "Folder/One.cif",
  formula: "Li3PS4",
  pSi: 0.7,
  ordered: true,
  filters: {
    lithium: { pass: true, value: 0.4 },
    bandGap: { pass: null, value: null },
    intermetallic: { pass: true, value: false },
    novel: { pass: false, value: 0.01 },
  },
};

function keeps(text: string): boolean {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.filter({ number: (column) => numberOf(row, column), text: (column) => textOf(row, column) });
}

describe("conditions on rows", () => {
  it.each([
    "pSi>0.5",
    "psi >= 0.7",
    "pSi=0.7",
    "pSi<1,lithium",
    "!novel",
    "ordered",
    "formula~ps4",
    "file ~ one",
    "",
  ])("%s holds", (text) => {
    expect(keeps(text)).toBe(true);
  });

  it.each(["pSi>0.7", "pSi!=0.7", "novel", "pSi>0.5,novel", "formula~ps5", "!ordered", "novel=1"])(
    "%s does not hold",
    (text) => {
      expect(keeps(text)).toBe(false);
    },
  );

  it("fail where there is no value, whatever they ask", () => {
    for (const text of ["gap", "!gap", "dTraining<9", "dTraining>=0", "dTraining!=1"])
      expect(keeps(text)).toBe(false);
  });

  it.each(["pSi", "pSi>", "pSi>x", "colour>1", "novel>", "formula>1", "pSi~1", "pSi>0.5 novel"])(
    "%s is told to be none",
    (text) => {
      expect(parseFilter(text)).toMatchObject({
        ok: false,
        reason: expect.stringContaining("is no condition") as string,
      });
    },
  );
});
