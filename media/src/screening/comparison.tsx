import type { RowName, ScreeningRow } from "../../../server/src/protocol/screening";
import { candidateColumns } from "./columns";

export interface ComparisonProps {
  readonly rows: readonly ScreeningRow[];
  readonly onUnpin: (name: RowName) => void;
}

/** Pinned compounds side by side. */
export function Comparison({ rows, onUnpin }: ComparisonProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label="Pinned compounds">
      <h2>Pinned</h2>
      <div class="comparison">
        <table>
          <thead>
            <tr>
              <td />
              {rows.map((row, place) => (
                <th key={place} scope="col">
                  {row.formula || row.block}{" "}
                  <button
                    type="button"
                    aria-label={`Unpin ${row.formula || row.block}`}
                    onClick={() => {
                      onUnpin(row);
                    }}
                  >
                    {"\u2715"}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {candidateColumns
              .filter(({ key, cell }) => key !== "formula" && rows.some((row) => cell(row) !== ""))
              .map(({ key, title, hint, cell }) => (
                <tr key={key}>
                  <th scope="row" title={hint}>
                    {title}
                  </th>
                  {rows.map((row, place) => (
                    <td key={place}>{cell(row)}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
