import type { Loop } from "../spectrum";
import type { TextLines } from "./decodeText";
import type { HeaderFacts } from "./headerFacts";
import type { ProblemList } from "./problemList";

/** What a reader makes of a file; the area as it stands there, even if it is an instrument's placeholder. */
export interface FileContent extends HeaderFacts {
  readonly instrument: string | null;
  readonly loops: readonly Loop[];
}

/** A layout of text that is known by its content. */
export interface TextFormat {
  readonly name: string;
  readonly recognises: (text: TextLines) => boolean;
  /** `null` where nothing can be read: then an error is among the problems. */
  readonly read: (text: TextLines, problems: ProblemList) => FileContent | null;
}

/** Whether one of the first lines matches. */
export function headMatches({ lines }: TextLines, pattern: RegExp, depth = 30): boolean {
  return lines.slice(0, depth).some((line) => pattern.test(line.slice(0, 500)));
}

/** The text behind a name and a colon, equals sign or tab in the head of a file. */
export function headerValue(lines: readonly string[], name: RegExp): string | null {
  for (const line of lines) {
    const match = name.exec(line.slice(0, 500));
    const value = match && line.slice(match.index + match[0].length, 500).trim();
    if (value) return value;
  }
  return null;
}
