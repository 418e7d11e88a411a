import type { TextLines } from "./decodeText";
import type { FileEnd } from "./rows";

/** How cells stand apart: a tab, a semicolon, a comma, or blanks. */
export type Separator = "\t" | ";" | "," | " ";

/** No row of numbers is longer. */
const longestRow = 20_000;

/** The cells of a line, without blanks around them and quotes; empty cells at the end of a line are none. */
export function cellsOf(line: string, separator: Separator): string[] {
  if (line.length > longestRow) return [];
  const cells = separator === " " ? line.trim().split(/\s+/) : line.split(separator);
  const clean = cells.map((cell) => unquoted(cell.trim()));
  while (clean.length > 0 && clean.at(-1) === "") clean.pop();
  return clean;
}

function unquoted(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).trim() : cell;
}

export const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";

export function fileEnd({ lines, closed }: TextLines): FileEnd {
  let lastLine = lines.length - 1;
  while (lastLine > 0 && isBlank(lines[lastLine])) lastLine--;
  return { lastLine, closed: closed || lastLine < lines.length - 1 };
}
