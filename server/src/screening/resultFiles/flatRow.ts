import type { FilterResult, ScreeningRow } from "../../protocol/screening";
import type { Cell } from "./flatColumns";

/** A cell of a row by the name of its column; `null` where it is empty or there is no such column. */
export type FlatCells = (column: string) => Cell;

/** The row that `flatColumns` wrote. @param hasTable whether there was a table of the user, whatever it said of this row. */
export function flatRow(cells: FlatCells, hasTable: boolean): ScreeningRow {
  const text = (column: string) => cells(column)?.toString() ?? null;
  const number = (column: string) => (typeof cells(column) === "number" ? Number(cells(column)) : null);
  const flag = (column: string) => (typeof cells(column) === "boolean" ? cells(column) === true : null);
  const filter = (column: string, value: number | null) => ({ pass: flag(column), value });
  const nonmetallic = flag("nonmetallic");
  const [eHull, bandGap] = [number("eHull"), number("tableGap")];
  return {
    file: text("file") ?? "",
    block: text("block") ?? "",
    formula: text("formula") ?? "",
    spaceGroup: withBoth(number("spaceGroupNumber"), text("spaceGroup"), (n, symbol) => ({
      number: n,
      symbol,
    })),
    ordered: flag("ordered") ?? false,
    pSi: number("pSi"),
    deviation: number("deviation"),
    dTraining: number("dTraining"),
    nearest: nearestOf(text, number),
    conductivity: conductivityOf(number),
    caution: text("caution"),
    bandGap: number("bandGap"),
    model: text("model") ?? "",
    simplification: text("simplification") ?? "",
    filters: {
      lithium: filter("lithium", number("lithiumFraction")),
      bandGap: filter("gap", flag("gap") === null ? null : number("bandGap")),
      intermetallic: { pass: nonmetallic, value: nonmetallic === null ? null : !nonmetallic },
      novel: filter("novel", number("compositionDifference")),
      ...(hasTable ? tableFilters(filter("tableHull", eHull), filter("tableGapPass", bandGap)) : {}),
    },
    ...(hasTable ? { table: { eHull, bandGap } } : {}),
    ...barrierOf(number("barrier"), text("barrierReason")),
    projection: withBoth(number("pc1"), number("pc2"), (pc1, pc2) => [pc1, pc2] as const),
    reason: text("reason"),
    rank: number("rank"),
    duplicateOf: withBoth(text("duplicateOfFile"), text("duplicateOfBlock") ?? "", (file, block) => ({
      file,
      block,
    })),
    seconds: number("seconds") ?? 0,
  };
}

function withBoth<One, Other, Made>(
  one: One | null,
  other: Other | null,
  make: (one: One, other: Other) => Made,
): Made | null {
  return one === null || other === null ? null : make(one, other);
}

function tableFilters(tableHull: FilterResult<number>, tableGap: FilterResult<number>) {
  return { tableHull, tableGap };
}

function barrierOf(activationEnergy: number | null, reason: string | null): Pick<ScreeningRow, "barrier"> {
  return activationEnergy === null && reason === null ? {} : { barrier: { activationEnergy, reason } };
}

function conductivityOf(number: (column: string) => number | null): ScreeningRow["conductivity"] {
  const value = number("conductivity");
  const [low, high] = [number("conductivityLow"), number("conductivityHigh")];
  return value === null ? null : { value, interval: [low ?? value, high ?? value] };
}

function nearestOf(
  text: (column: string) => string | null,
  number: (column: string) => number | null,
): ScreeningRow["nearest"] {
  const formula = text("nearest");
  if (formula === null) return null;
  return {
    id: text("nearestId") ?? "",
    formula,
    conductivity: number("nearestConductivity") ?? NaN,
    doi: text("nearestDoi") ?? "",
  };
}
