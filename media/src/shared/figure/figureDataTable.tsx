import type { FigureSpec } from "./figureSpec";
import { shortNumber } from "./numbers";
import { figureHeader, figureRows } from "./figureTable";

const mostRows = 100;

/** The data of a figure for those who cannot see it. */
export function FigureTable({ spec }: { readonly spec: FigureSpec }) {
  const rows = figureRows(spec);
  const left = rows.length - mostRows;
  return (
    <div class="visually-hidden">
      <table>
        <caption>
          Data of {spec.title}
          {left > 0 ? `, the first ${mostRows} of ${rows.length} points; the file saved as CSV has all` : ""}
        </caption>
        <thead>
          <tr>
            {figureHeader(spec).map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{typeof cell === "number" ? shortNumber(cell) : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
