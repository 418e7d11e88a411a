import { useMemo } from "preact/hooks";
import { PlainTable } from "../table/plainTable";
import type { FigureSpec } from "./figureSpec";
import { shortNumber } from "./numbers";
import { figureHeader, figureRows } from "./figureTable";

const mostRows = 100;

/** The data of a figure for those who cannot see it. A figure is rendered at each move of the pointer, and its data stay. */
export function FigureTable({ spec }: { readonly spec: FigureSpec }) {
  return useMemo(() => tableOf(spec), [spec]);
}

function tableOf(spec: FigureSpec) {
  const rows = figureRows(spec);
  const isLong = rows.length > mostRows;
  const told = `, the first ${mostRows} of ${rows.length} points; the file saved as CSV has all`;
  return (
    <div class="visually-hidden">
      <PlainTable
        caption={`Data of ${spec.title}${isLong ? told : ""}`}
        header={figureHeader(spec)}
        rows={rows
          .slice(0, mostRows)
          .map((row) => row.map((cell) => (typeof cell === "number" ? shortNumber(cell) : cell)))}
      />
    </div>
  );
}
