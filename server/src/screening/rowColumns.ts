import type {
  ChartColumn,
  FilterResult,
  FlagColumn,
  NumericColumn,
  ProjectionColumn,
  ScreeningRow,
  TextColumn,
} from "../protocol/screening";

const numeric: Record<NumericColumn, (row: ScreeningRow) => number | null | undefined> = {
  rank: (row) => row.rank,
  pSi: (row) => row.pSi,
  deviation: (row) => row.deviation,
  dTraining: (row) => row.dTraining,
  conductivity: (row) => row.conductivity?.value,
  bandGap: (row) => row.bandGap,
  eHull: (row) => row.table?.eHull,
  tableGap: (row) => row.table?.bandGap,
  barrier: (row) => row.barrier?.activationEnergy,
  spaceGroup: (row) => row.spaceGroup?.number,
  seconds: (row) => row.seconds,
};

const flags: Record<FlagColumn, (row: ScreeningRow) => boolean | null | undefined> = {
  ordered: (row) => (row.formula === "" ? null : row.ordered),
  duplicate: (row) => row.duplicateOf !== null,
  lithium: ({ filters }) => pass(filters.lithium),
  gap: ({ filters }) => pass(filters.bandGap),
  nonmetallic: ({ filters }) => pass(filters.intermetallic),
  novel: ({ filters }) => pass(filters.novel),
  tableHull: ({ filters }) => pass(filters.tableHull),
  tableGapPass: ({ filters }) => pass(filters.tableGap),
};

const projection: Record<ProjectionColumn, (row: ScreeningRow) => number | undefined> = {
  pc1: (row) => row.projection?.[0],
  pc2: (row) => row.projection?.[1],
};

const texts: Record<TextColumn, (row: ScreeningRow) => string | null | undefined> = {
  file: (row) => row.file,
  block: (row) => row.block,
  formula: (row) => row.formula,
  nearest: (row) => row.nearest?.formula,
  reason: (row) => row.reason,
};

function pass(result: FilterResult<unknown> | undefined): boolean | null {
  return result?.pass ?? null;
}

/** A column as a number, 1 for yes and 0 for no; NaN where the row has none. */
export function numberOf(row: ScreeningRow, column: ChartColumn): number {
  if (isOneOf(numeric, column)) return numeric[column](row) ?? NaN;
  if (isOneOf(projection, column)) return projection[column](row) ?? NaN;
  const flag = flags[column](row);
  return flag === null || flag === undefined ? NaN : Number(flag);
}

/** Empty where the row has none. */
export function textOf(row: ScreeningRow, column: TextColumn): string {
  return texts[column](row) ?? "";
}

function isOneOf<Column extends ChartColumn>(
  table: Record<Column, unknown>,
  column: ChartColumn,
): column is Column {
  return column in table;
}
