const BEYOND_ASCII = /[\u0080-\uffff]/;

/** A data name in the forms in which it is used. */
export interface DataName {
  /** Lower case, with the leading underscore. */
  readonly tag: string;
  /** How it compares with others. */
  readonly key: string;
}

/** How data names and codes compare: without case, and in one Unicode normal form. */
export function comparable(name: string): string {
  return (BEYOND_ASCII.test(name) ? name.normalize("NFC") : name).toLowerCase();
}

const knownNames = new Map<string, DataName>();
const mostKnownNames = 4096;

/** The forms of a name that a file writes. Files share most of their names. */
export function dataName(written: string): DataName {
  const known = knownNames.get(written);
  if (known) return known;
  // A part of a text keeps the whole text in memory, a copy does not.
  const copy = written.split("").join("");
  const name = { tag: copy.toLowerCase(), key: comparable(copy) };
  if (knownNames.size < mostKnownNames) knownNames.set(copy, name);
  return name;
}
