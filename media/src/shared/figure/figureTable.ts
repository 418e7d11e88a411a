import { unparse } from "papaparse";
import { axisTitle, type FigureSpec } from "./figureSpec";

/** The data of a figure, a point a row, in the order in which they are drawn. */
export function figureRows({ series }: FigureSpec): (string | number)[][] {
  return series.flatMap(({ name, points }) => points.map(({ label = "", x, y }) => [name, label, x, y]));
}

export function figureHeader({ x, y }: FigureSpec): string[] {
  return ["series", "label", axisTitle(x), axisTitle(y)];
}

export function figureCsv(spec: FigureSpec): string {
  return unparse([figureHeader(spec), ...figureRows(spec)], { newline: "\n" }) + "\n";
}
