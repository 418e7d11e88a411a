import type { Block, CifValue, Column } from "../cif/document";

/** A data block or save frame in JSON, as scripts rely on it. */
export interface BlockJson {
  readonly code: string;
  readonly values: Record<string, JsonValue[]>;
  readonly loops: string[][];
  readonly frames: BlockJson[];
}

/** The values by data name in lower case, one a row; of a name given twice the first counts. */
export function blockToJson({ code, columns, loops, frames }: Block): BlockJson {
  const values = new Map<string, JsonValue[]>();
  for (const column of columns) if (!values.has(column.tag)) values.set(column.tag, columnValues(column));
  return {
    code,
    values: Object.fromEntries(values),
    loops: loops.map((loop) => loop.columns.map((column) => column.tag)),
    frames: frames.map(blockToJson).sort(byCode),
  };
}

/** The order of save frames has no meaning: sorted, they compare. */
function byCode(first: BlockJson, second: BlockJson): number {
  const [one, other] = [first.code.toLowerCase(), second.code.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Without the values that a row lacks. */
function columnValues(column: Column): JsonValue[] {
  const values: JsonValue[] = [];
  for (let row = 0; row < column.rows; row++) {
    const value = column.value(row);
    if (value) values.push(jsonValue(value));
  }
  return values;
}

/** A value as `["b", text]` bare, `["q", text]` quoted, `["?"]`, `["."]`, `["L", values]` or `["T", { key: value }]`. */
export type JsonValue =
  | readonly ["b" | "q", string]
  | readonly ["?" | "."]
  | readonly ["L", readonly JsonValue[]]
  | readonly ["T", Readonly<Record<string, JsonValue>>];

function jsonValue(value: CifValue): JsonValue {
  switch (value.kind) {
    case "bare":
      return ["b", value.text];
    case "quoted":
    case "text":
      return ["q", value.text];
    case "unknown":
      return ["?"];
    case "inapplicable":
      return ["."];
    case "list":
      return ["L", value.items.map(jsonValue)];
    case "table":
      return ["T", Object.fromEntries(value.entries.map((entry) => [entry.key, jsonValue(entry.value)]))];
  }
}
