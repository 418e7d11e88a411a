import type { ProblemList } from "./problemList";

/** CIF 1.1, paragraph 22: printable ASCII, tab and line ends. */
const OUTSIDE_VERSION_1 = /[^\t\n\r\x20-\x7e]+/g;
/** CIF 2.0, section 2: Unicode without control characters, surrogates, noncharacters, and the byte-order mark. */
const OUTSIDE_VERSION_2 =
  /(?:[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}])+/gu;
const NOT_PLAIN = /[^\t\n\r\x20-\x7e]/;
const CONTROL_CHARACTER = /[^\x20-\uffff]|\x7f/;

/** Whether a text is more than printable ASCII, tabs and line ends, which every version of CIF allows. */
export function mayHoldDisallowed(text: string): boolean {
  return NOT_PLAIN.test(text);
}

/**
 * Finds characters from `from` up to `to` that the version of CIF does not allow. Other writing than ASCII is a warning in
 * CIF 1.1.
 */
export function checkCharacters(
  text: string,
  version: "1.1" | "2.0",
  from: number,
  to: number,
  problems: ProblemList,
): void {
  const outside = version === "2.0" ? OUTSIDE_VERSION_2 : OUTSIDE_VERSION_1;
  const part = from === 0 && to >= text.length ? text : text.slice(from, to);
  outside.lastIndex = from === 0 && text.startsWith("\ufeff") ? 1 : 0;
  for (let match = outside.exec(part); match; match = outside.exec(part)) {
    const { 0: characters } = match;
    const index = from + match.index;
    const end = index + characters.length;
    if (index === 0) problems.error("disallowed-initial-character", initialMessage(characters), index, end);
    else if (version === "2.0" || CONTROL_CHARACTER.test(characters))
      problems.error(
        "disallowed-character",
        `A CIF file cannot contain ${named(characters)}: delete it.`,
        index,
        end,
      );
    else problems.warning("disallowed-character", asciiMessage(characters), index, end);
  }
}

function initialMessage(characters: string): string {
  return `A CIF file cannot begin with ${named(characters)}: this may be a file of another format.`;
}

function asciiMessage(characters: string): string {
  return `CIF 1.1 allows ASCII characters only: some programs will not read ${named(characters)}.`;
}

function named(characters: string): string {
  const first = characters.codePointAt(0) ?? 0;
  const code = `U+${first.toString(16).toUpperCase().padStart(4, "0")}`;
  const isVisible = first > 0xa0 && !/[\p{C}\p{Z}]/u.test(String.fromCodePoint(first));
  return isVisible ? `\u201c${characters.slice(0, 20)}\u201d (${code})` : `an invisible character (${code})`;
}
