/** The text of a CIF as its readers see it: a string is one, and so is a text in pieces. */
export interface SourceText {
  readonly length: number;
  /** UTF-16 offsets that are not negative, `end` exclusive. */
  slice(start?: number, end?: number): string;
  charCodeAt(offset: number): number;
  charAt(offset: number): string;
  /** All of it, which costs time in proportion to its length. */
  toString(): string;
}
