import type { ComponentChildren } from "preact";

export interface PlainTableProps {
  readonly header: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  readonly caption?: ComponentChildren;
  /** Of the table. */
  readonly class?: string;
  /** Of the cells, by column. */
  readonly classes?: readonly string[];
}

/** A short table, as it stands in the document. */
export function PlainTable({ header, rows, caption, classes = [], ...props }: PlainTableProps) {
  return (
    <table class={props.class}>
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {header.map((title, column) => (
            <th key={column} scope="col" class={classes[column]}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row" class={classes[column]}>
                  {cell}
                </th>
              ) : (
                <td key={column} class={classes[column]}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
