import { describe, expect, it } from "vitest";
import { rowWithoutStructure } from "../../../server/src/screening/screenedRow";
import { ScreeningTable } from "../../../server/src/screening/screeningTable";

const row = (file: string, block = "x") => ({
  ...rowWithoutStructure(block, "", { model: "m", simplification: "" }),
  file,
});

function tableOf(text: string): ScreeningTable {
  const parsed = ScreeningTable.parse(text);
  if (parsed.kind === "refused") throw new Error(parsed.reason);
  return parsed.table;
}

describe("a table of E_hull, E_g and E_a", () => {
  it.each([
    ["file,e_hull,band_gap\nOne.cif,0.05,2", row("folder/one.cif"), []],
    ["file,e_hull,band_gap\none,0.05,2", row("C:\\folder\\one.cif"), []],
    ["ICSD number;E_hull (meV/atom);Eg (eV)\n01234;50;2", row("a.cif"), ["icsd-1234"]],
    ["icsd,e_hull,band_gap\n1234,0.05,2", row("icsd_001234.cif"), []],
    ["material_id,energy_above_hull,band_gap\nmp-77,0.05,2", row("a.cif"), ["mp-77"]],
    ["mp,e_hull,band_gap\n77,0.05,2", row("mp-77.cif"), []],
  ])("knows rows by file or number: %s", (text, one, identifiers) => {
    const { table, filters } = tableOf(text).extend(one, identifiers);
    expect(table?.eHull).toBeCloseTo(0.05, 12);
    expect(table?.bandGap).toBe(2);
    expect(filters.tableHull?.pass).toBe(true);
    expect(filters.tableGap?.pass).toBe(true);
  });

  it("judges by section 2.3: at most 70 meV an atom above the hull, a gap of at least 1 eV", () => {
    const table = tableOf("file,e_hull,band_gap\na,0.07,1\nb,0.071,0.99");
    const judged = (file: string) => table.extend(row(file), []).filters;
    expect([judged("a").tableHull?.pass, judged("a").tableGap?.pass]).toEqual([true, true]);
    expect([judged("b").tableHull?.pass, judged("b").tableGap?.pass]).toEqual([false, false]);
  });

  it.each(["E_a (eV)", "activation_energy", "barrier"])("knows activation energies too: %s", (header) => {
    const table = tableOf(`file,${header}\na,0.3\nb,\n`);
    expect(table.find(row("a.cif"), [])).toEqual({ eHull: null, bandGap: null, activationEnergy: 0.3 });
    expect(table.find(row("b.cif"), [])?.activationEnergy).toBeNull();
  });

  it("leaves open what it does not hold", () => {
    const { table, filters } = tableOf("file,e_hull\na,\n").extend(row("a.cif"), []);
    expect(table).toEqual({ eHull: null, bandGap: null });
    expect(filters.tableHull).toEqual({ pass: null, value: null });
  });

  it.each([["name,e_hull\na,1"], ["file,volume\na,1"], [""]])("is refused with its columns: %j", (text) => {
    expect(ScreeningTable.parse(text)).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("columns are") as string,
    });
  });
});
