import type { FilterResult } from "../../protocol/screening";
import type { ResultRow } from "./encoder";

export type Cell = string | number | boolean | null;

/** A column of the flat forms, CSV and Parquet. */
export interface FlatColumn {
  readonly name: string;
  readonly type: "STRING" | "DOUBLE" | "INT32" | "BOOLEAN";
  /** Absent where there is none, or where it is plain. */
  readonly unit?: string;
  readonly cell: (row: ResultRow) => Cell;
}

const text = (name: string, cell: FlatColumn["cell"]): FlatColumn => ({ name, type: "STRING", cell });
const whole = (name: string, cell: FlatColumn["cell"]): FlatColumn => ({ name, type: "INT32", cell });
const flag = (name: string, cell: FlatColumn["cell"]): FlatColumn => ({ name, type: "BOOLEAN", cell });
const number = (name: string, unit: string, cell: FlatColumn["cell"]): FlatColumn => ({
  name,
  type: "DOUBLE",
  unit,
  cell,
});

const pass = (result: FilterResult<unknown> | undefined) => result?.pass ?? null;
const deviations = "standard deviations of the training set";

/** A row on one line; where a filter has a yes or no, it is named after what candidates are. */
export const flatColumns: readonly FlatColumn[] = [
  whole("rank", ({ rank }) => rank),
  text("file", ({ file }) => file),
  text("block", ({ block }) => block),
  text("formula", ({ formula }) => formula),
  number("pSi", "probability", ({ pSi }) => pSi),
  number("deviation", "probability", ({ deviation }) => deviation),
  number("dTraining", deviations, ({ dTraining }) => dTraining),
  number("conductivity", "S/cm", ({ conductivity }) => conductivity?.value ?? null),
  number("conductivityLow", "S/cm", ({ conductivity }) => conductivity?.interval[0] ?? null),
  number("conductivityHigh", "S/cm", ({ conductivity }) => conductivity?.interval[1] ?? null),
  number("bandGap", "eV", ({ bandGap }) => bandGap),
  flag("ordered", (row) => (row.formula === "" ? null : row.ordered)),
  whole("spaceGroupNumber", ({ spaceGroup }) => spaceGroup?.number ?? null),
  text("spaceGroup", ({ spaceGroup }) => spaceGroup?.symbol ?? null),
  flag("lithium", ({ filters }) => pass(filters.lithium)),
  number("lithiumFraction", "atomic fraction", ({ filters }) => filters.lithium.value),
  flag("gap", ({ filters }) => pass(filters.bandGap)),
  flag("nonmetallic", ({ filters }) => pass(filters.intermetallic)),
  flag("novel", ({ filters }) => pass(filters.novel)),
  number("compositionDifference", "relative difference", ({ filters }) => filters.novel.value),
  text("nearestId", ({ nearest }) => nearest?.id ?? null),
  text("nearest", ({ nearest }) => nearest?.formula ?? null),
  number("nearestConductivity", "S/cm", ({ nearest }) => nearest?.conductivity ?? null),
  text("nearestDoi", ({ nearest }) => nearest?.doi ?? null),
  text("duplicateOfFile", ({ duplicateOf }) => duplicateOf?.file ?? null),
  text("duplicateOfBlock", ({ duplicateOf }) => duplicateOf?.block ?? null),
  number("eHull", "eV/atom", ({ table }) => table?.eHull ?? null),
  number("tableGap", "eV", ({ table }) => table?.bandGap ?? null),
  flag("tableHull", ({ filters }) => pass(filters.tableHull)),
  flag("tableGapPass", ({ filters }) => pass(filters.tableGap)),
  number("barrier", "eV", ({ barrier }) => barrier?.activationEnergy ?? null),
  text("barrierReason", ({ barrier }) => barrier?.reason ?? null),
  number("pc1", deviations, ({ projection }) => projection?.[0] ?? null),
  number("pc2", deviations, ({ projection }) => projection?.[1] ?? null),
  number("seconds", "s", ({ seconds }) => seconds),
  text("reason", ({ reason }) => reason),
  text("caution", ({ caution }) => caution),
  text("model", ({ model }) => model),
  text("simplification", ({ simplification }) => simplification),
];

/** Of the columns that have one. */
export const units: Readonly<Record<string, string>> = Object.fromEntries(
  flatColumns.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit]])),
);
