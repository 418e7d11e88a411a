import { unparse } from "papaparse";
import { axisTitle, type FigureSpec } from "./figureSpec";

/** The data of a figure, a point a row, in the order in which they are drawn. */
export function figureRows(spec: FigureSpec): (string | number)[][] {
  const withErrors = hasErrors(spec);
  return spec.series.flatMap(({ name, points }) =>
    points.map(({ label = "", x, y, error }) => [name, label, x, y, ...(withErrors ? [error ?? ""] : [])]),
  );
}

export function figureHeader(spec: FigureSpec): string[] {
  const { x, y } = spec;
  const errors = hasErrors(spec) ? [`standard error of ${axisTitle(y)}`] : [];
  return ["series", "label", axisTitle(x), axisTitle(y), ...errors];
}

function hasErrors({ series }: FigureSpec): boolean {
  return series.some(({ points }) => points.some(({ error }) => error !== undefined));
}

export function figureCsv(spec: FigureSpec): string {
  return unparse([figureHeader(spec), ...figureRows(spec)], { newline: "\n" }) + "\n";
}
