import {
  textColumns,
  type ColumnRange,
  type ScreeningView,
  type SortColumn,
  type TextColumn,
} from "../protocol/screening";
import { parseFilter } from "./rowFilter";
import type { ScreeningList } from "./screeningList";

export type ViewedList =
  /** Indices of the rows that are shown, in their order. */
  | { readonly kind: "view"; readonly order: Uint32Array }
  | { readonly kind: "refused"; readonly reason: string };

/** The rows of a list that a view shows, in its order; refused where its filter is none. */
export function viewList(list: ScreeningList, view: ScreeningView): ViewedList {
  const { sort, within = [] } = view;
  const parsed = parseFilter(view.filter);
  if (!parsed.ok) return { kind: "refused", reason: parsed.reason };
  const searched = searchFor(list, view.search);
  const shown = Uint32Array.from({ length: list.count }, (_, index) => index).filter(
    (index) => liesWithin(list, index, within) && searched(index) && parsed.filter(list.values(index)),
  );
  if (sort !== null) shown.sort(comparison(list, sort.column, sort.descending));
  return { kind: "view", order: shown };
}

/** As a chart sees it, which has 32-bit floats. */
function liesWithin(list: ScreeningList, index: number, ranges: readonly ColumnRange[]): boolean {
  return ranges.every(({ column, from, to }) => {
    const value = Math.fround(list.number(index, column));
    return value >= from && value < to;
  });
}

function searchFor(list: ScreeningList, search: string): (index: number) => boolean {
  const part = search.trim().toLowerCase();
  if (part === "") return () => true;
  const searchedColumns = ["formula", "file", "block"] as const;
  return (index) => searchedColumns.some((column) => list.text(index, column).toLowerCase().includes(part));
}

/** Rows without a value come last in both directions; equal ones in the order of their coming. */
function comparison(list: ScreeningList, column: SortColumn, descending: boolean) {
  const sign = descending ? -1 : 1;
  if (isTextColumn(column)) {
    const text = (index: number) => list.text(index, column);
    return (one: number, other: number) =>
      missingLast(text(one) === "", text(other) === "") ||
      sign * compare(text(one), text(other)) ||
      one - other;
  }
  const values = list.slice(column, 0);
  const value = (index: number) => values[index] ?? NaN;
  return (one: number, other: number) =>
    missingLast(Number.isNaN(value(one)), Number.isNaN(value(other))) ||
    sign * compare(value(one), value(other)) ||
    one - other;
}

function missingLast(one: boolean, other: boolean): number {
  return Number(one) - Number(other);
}

function compare<Value extends number | string>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function isTextColumn(column: SortColumn): column is TextColumn {
  return textColumns.some((name) => name === column);
}
