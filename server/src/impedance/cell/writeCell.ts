import { applyEdits, modify, type JSONPath } from "jsonc-parser";
import type { AreaUnit, LengthUnit } from "./units";

/** A quantity as it stands in a cell file. */
export interface WrittenQuantity<Unit extends string = string> {
  readonly value: number;
  readonly uncertainty?: number;
  readonly unit: Unit;
}

/** What a user entered; `null` takes a value away, what is left out stays as it is. */
export interface CellChanges {
  readonly sample?: string | null;
  readonly thickness?: WrittenQuantity<LengthUnit> | null;
  readonly diameter?: WrittenQuantity<LengthUnit> | null;
  readonly area?: WrittenQuantity<AreaUnit> | null;
  readonly mass?: WrittenQuantity | null;
  readonly density?: WrittenQuantity | null;
  /** By the name of the data file. */
  readonly temperatures?: Readonly<Record<string, WrittenQuantity<"C" | "K"> | null>>;
}

const format = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: "\n" } };

/** The text of a cell file with some values changed: order, comments and what is unknown stay. Begin with `""`. */
export function changeCell(text: string, { temperatures = {}, ...changes }: CellChanges): string {
  const changed: [JSONPath, unknown][] = [
    ...Object.entries(changes).map(([key, value]): [JSONPath, unknown] => [[key], value]),
    ...Object.entries(temperatures).map(([file, value]): [JSONPath, unknown] => [
      ["files", file, "temperature"],
      value,
    ]),
  ];
  const begun = text.trim() === "" ? "{}\n" : text;
  return changed.reduce(
    (before, [path, value]) => applyEdits(before, modify(before, path, value ?? undefined, format)),
    begun,
  );
}
