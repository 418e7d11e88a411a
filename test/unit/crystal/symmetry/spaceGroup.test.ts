import { describe, expect, it } from "vitest";
import type { LatticeParameters } from "../../../../server/src/crystal/lattice";
import {
  monoclinicHallSymbol,
  operationsOfSetting,
  settingsOfNumber,
  settingsOfSymbol,
} from "../../../../server/src/crystal/symmetry/spaceGroup";
import { spaceGroupTable } from "../../../../server/src/crystal/symmetry/spaceGroupTable";
import { operationsOfHallSymbol } from "../../../../server/src/crystal/symmetry/hallSymbol";
import type { SymmetryOperation } from "../../../../server/src/crystal/structure";

const cubic: LatticeParameters = { a: 8, b: 8, c: 8, alpha: 90, beta: 90, gamma: 90 };
const hexagonal: LatticeParameters = { a: 5, b: 5, c: 12, alpha: 90, beta: 90, gamma: 120 };
const rhombohedral: LatticeParameters = { a: 5, b: 5, c: 5, alpha: 55, beta: 55, gamma: 55 };
const orthorhombic: LatticeParameters = { a: 5, b: 6, c: 7, alpha: 90, beta: 90, gamma: 90 };
const monoclinic = (axis: string): LatticeParameters => ({
  ...orthorhombic,
  alpha: axis === "a" ? 100 : 90,
  beta: axis === "b" ? 100 : 90,
  gamma: axis === "c" ? 100 : 90,
});

interface Row {
  readonly number: number;
  readonly setting: string;
  readonly hallSymbol: string;
  readonly symbols: readonly string[];
}

const rows: Row[] = spaceGroupTable
  .trim()
  .split("\n")
  .map((line) => {
    const [number = "", setting = "", hallSymbol = "", ...symbols] = line.split("|");
    return { number: Number(number), setting, hallSymbol, symbols };
  });

function cellOf({ number, setting }: Row): LatticeParameters {
  if (setting === "R") return rhombohedral;
  if (number >= 143 && number <= 194) return hexagonal;
  if (number >= 3 && number <= 15) return monoclinic(/[abc]/.exec(setting)?.[0] ?? "b");
  return number >= 195 ? cubic : orthorhombic;
}

const sorted = (operations: readonly SymmetryOperation[]) =>
  operations
    .map(({ rotation, translation }) => JSON.stringify([rotation.map((r) => r + 0), translation]))
    .sort();

/** Symbols that stand for two groups of axes in the tables themselves; the first is meant. */
const shared = new Set([
  "C m m e",
  "A e m m",
  "B m e m",
  "C c c e",
  "A e a a",
  "B b e b",
  "C c c a",
  "B b c b",
]);

describe("the table of space groups", () => {
  it("has 530 settings of 230 groups", () => {
    expect(rows).toHaveLength(530);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(230);
  });

  it("gives each symbol, with its setting, back as itself", () => {
    for (const row of rows)
      for (const symbol of row.symbols) {
        const suffix = row.setting === "" ? "" : ` :${row.setting}`;
        const found = settingsOfSymbol(symbol + suffix, cellOf(row));
        const same = found.some(({ hallSymbol }) => hallSymbol === row.hallSymbol);
        expect(same, `${symbol}${suffix}: ${JSON.stringify(found)}`).toBe(true);
      }
  });

  it("tells settings apart by their full symbol and the cell's shape, but for the origin", () => {
    for (const row of rows) {
      const full = row.symbols[1] ?? row.symbols[0] ?? "";
      if (row.symbols.some((symbol) => shared.has(symbol))) continue;
      const found = settingsOfSymbol(full, cellOf(row));
      expect(
        found.map(({ hallSymbol }) => hallSymbol),
        `${full} ${row.setting}`,
      ).toContain(row.hallSymbol);
      expect(found.length).toBeLessThanOrEqual(2);
    }
  });

  it("has the order of its point group and centring in every setting", () => {
    for (const row of rows) {
      const order = operationsOfHallSymbol(row.hallSymbol)?.length ?? 0;
      expect([1, 2, 3, 4, 6, 8, 9, 12, 16, 18, 24, 32, 36, 48, 96, 192]).toContain(order);
    }
  });
});

describe("a Hermann-Mauguin symbol", () => {
  it.each([
    ["F d -3 m :1", "F 4d 2 3 -1d"],
    ["Fd-3m:2", "-F 4vw 2vw 3"],
    ["F d -3 m S", "F 4d 2 3 -1d"],
    ["F d -3 m Z", "-F 4vw 2vw 3"],
    ["Fd3m O1", "F 4d 2 3 -1d"],
    ["Fd-3m (origin choice 2)", "-F 4vw 2vw 3"],
    ["F M 3 M", "-F 4 2 3"],
    ["Fm\\bar{3}m", "-F 4 2 3"],
    ["Fm\u22123m", "-F 4 2 3"],
    ["Fm3\u0305m", "-F 4 2 3"],
    ["Ia3d", "-I 4bd 2c 3"],
    ["F 4/m -3 2/m", "-F 4 2 3"],
  ])("may be spelled %s", (symbol, hallSymbol) => {
    expect(settingsOfSymbol(symbol, cubic).map((setting) => setting.hallSymbol)).toEqual([hallSymbol]);
  });

  it.each([
    ["P n m a", "-P 2ac 2n"],
    ["P b n m", "-P 2c 2ab"],
    ["Cmca", "-C 2ac 2"],
    ["Cmce", "-C 2ac 2"],
    ["A b a 2", "A 2 -2ab"],
    ["P 2(1) 2(1) 2(1)", "P 2ac 2ab"],
  ])("names an orthorhombic setting: %s", (symbol, hallSymbol) => {
    expect(settingsOfSymbol(symbol, orthorhombic)[0]?.hallSymbol).toBe(hallSymbol);
  });

  it.each([
    ["P6_3mc", hexagonal, "P 6c -2c"],
    ["P6<sub>3</sub>mc", hexagonal, "P 6c -2c"],
    ["R -3 m", hexagonal, '-R 3 2"'],
    ["R -3 m", rhombohedral, "-P 3* 2"],
    ["R -3 m H", rhombohedral, '-R 3 2"'],
    ["R-3m:R", hexagonal, "-P 3* 2"],
    ["H 3 2", hexagonal, 'R 3 2"'],
  ])("takes its axes from a suffix, else from the cell: %s", (symbol, cell, hallSymbol) => {
    expect(settingsOfSymbol(symbol, cell).map((setting) => setting.hallSymbol)).toEqual([hallSymbol]);
  });

  it.each([
    ["P 21/n", "b", "-P 2yn"],
    ["P 21/c", "b", "-P 2ybc"],
    ["P 21/b", "c", "-P 2bc"],
    ["P 1 1 21/b", "c", "-P 2bc"],
    ["C2/m", "b", "-C 2y"],
    ["P 1 21/c 1", "c", "-P 2ybc"],
  ])("is monoclinic about the axis that it or the cell tells: %s, %s", (symbol, axis, hallSymbol) => {
    expect(settingsOfSymbol(symbol, monoclinic(axis))[0]?.hallSymbol).toBe(hallSymbol);
  });

  it("leaves both origins open where it does not tell, the inversion centre first", () => {
    expect(settingsOfSymbol("F d -3 m", cubic).map(({ setting }) => setting)).toEqual(["2", "1"]);
  });

  it.each(["Q 77 zz", "", "P", "?", "P n m q"])("is refused for %j", (symbol) => {
    expect(settingsOfSymbol(symbol, orthorhombic)).toEqual([]);
  });
});

describe("settings that no table lists", () => {
  it("have the Hall symbol of their axis, as the tabulated monoclinic settings show", () => {
    for (const { number, hallSymbol, symbols } of rows.filter(({ number }) => number >= 3 && number <= 15)) {
      const full = (symbols[1] ?? symbols[0] ?? "").replaceAll(" ", "").toLowerCase();
      const systematic = operationsOfHallSymbol(monoclinicHallSymbol(full) ?? "") ?? [];
      expect(sorted(systematic), `${number} ${full}`).toEqual(
        sorted(operationsOfHallSymbol(hallSymbol) ?? []),
      );
    }
  });

  it.each([
    ["C -1", 4],
    ["F 1", 4],
    ["B 1 21/d 1", 8],
    ["F 4/m m m", 64],
    ["C -4 2 m", 16],
    ["I 1 21/n 1", 8],
  ])("are made from the symbol: %s", (symbol, order) => {
    const [setting] = settingsOfSymbol(symbol, orthorhombic);
    expect(setting && operationsOfSetting(setting)).toHaveLength(order);
  });
});

describe("a space-group number", () => {
  it("means the standard setting, in the axes of the cell", () => {
    expect(settingsOfNumber(14, monoclinic("b"))[0]?.hallSymbol).toBe("-P 2ybc");
    expect(settingsOfNumber(14, monoclinic("c"))[0]?.hallSymbol).toBe("-P 2ac");
    expect(settingsOfNumber(62, orthorhombic)[0]?.symbol).toBe("P n m a");
    expect(settingsOfNumber(166, rhombohedral)[0]?.setting).toBe("R");
    expect(settingsOfNumber(166, hexagonal)[0]?.setting).toBe("H");
    expect(settingsOfNumber(227, cubic).map(({ setting }) => setting)).toEqual(["2", "1"]);
    for (let number = 1; number <= 230; number++)
      expect(settingsOfNumber(number, orthorhombic)[0]?.number).toBe(number);
  });

  it.each([0, 231, NaN, 1.5])("is refused for %d", (number) => {
    expect(settingsOfNumber(number, cubic)).toEqual([]);
  });
});
