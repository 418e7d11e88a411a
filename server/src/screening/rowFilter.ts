import {
  flagColumns,
  numericColumns,
  projectionColumns,
  textColumns,
  type ChartColumn,
  type TextColumn,
} from "../protocol/screening";

/** What a filter asks a row for; NaN and empty text where there is no value. */
export interface RowValues {
  readonly number: (column: ChartColumn) => number;
  readonly text: (column: TextColumn) => string;
}

export type RowFilter = (row: RowValues) => boolean;

export type ParsedFilter =
  { readonly ok: true; readonly filter: RowFilter } | { readonly ok: false; readonly reason: string };

const comparable = [...numericColumns, ...projectionColumns];

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  ">=": (value, limit) => value >= limit,
  "<=": (value, limit) => value <= limit,
  "!=": (value, limit) => value !== limit,
  ">": (value, limit) => value > limit,
  "<": (value, limit) => value < limit,
  "=": (value, limit) => value === limit,
};

/**
 * Conditions that all have to hold, with commas between them: `pSi>0.5`, `novel` or `!novel` for what is told yes or no,
 * `formula~PS4` for text that contains another, whatever its case. A row without the value fails the condition.
 */
export function parseFilter(text: string): ParsedFilter {
  const filters: RowFilter[] = [];
  for (const part of text.split(",").map((one) => one.trim())) {
    if (part === "") continue;
    const condition = parseCondition(part);
    if (typeof condition === "string") return { ok: false, reason: condition };
    filters.push(condition);
  }
  return { ok: true, filter: (row) => filters.every((filter) => filter(row)) };
}

/** The condition, or why it is none. */
function parseCondition(text: string): RowFilter | string {
  const [, negation = "", name = "", sign = "", operand = ""] =
    /^(!?)\s*(\w+)\s*(?:([<>!]=|[<>=~])\s*(.*))?$/.exec(text) ?? [];
  const flag = find(flagColumns, name);
  if (flag !== undefined && sign === "") return ({ number }) => number(flag) === (negation === "" ? 1 : 0);
  const textColumn = find(textColumns, name);
  if (textColumn !== undefined && sign === "~") {
    const part = operand.toLowerCase();
    return (row) => row.text(textColumn).toLowerCase().includes(part);
  }
  const column = find(comparable, name) ?? flag;
  const compare = comparisons[sign];
  const limit = Number(operand);
  if (column !== undefined && compare && operand !== "" && !Number.isNaN(limit))
    return ({ number }) => {
      const value = number(column);
      return !Number.isNaN(value) && compare(value, limit);
    };
  return `${text} is no condition. Conditions are such as pSi>0.5, novel, !ordered, formula~PS4; numbers: ${comparable.join(", ")}; yes or no: ${flagColumns.join(", ")}; texts: ${textColumns.join(", ")}.`;
}

function find<Column extends string>(columns: readonly Column[], name: string): Column | undefined {
  return columns.find((column) => column.toLowerCase() === name.toLowerCase());
}
