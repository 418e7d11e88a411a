import type { Problem } from "./problem";

export type Encoding = "utf-8" | "latin-1" | "utf-16le" | "utf-16be";

/** The text of a file, and how to get its bytes back. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly problems: readonly Problem[];
}

/** UTF-16 units that become text at once: more would overflow the stack. */
const CHUNK = 8192;

/**
 * Turns the bytes of a CIF into text: UTF-8, with a byte-order mark UTF-16, and all else as Latin-1, where each byte
 * is a character and nothing is lost.
 */
export function decodeCif(bytes: Uint8Array): Decoded {
  if (bytes.length % 2 === 0 && bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, "utf-16le");
  if (bytes.length % 2 === 0 && bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, "utf-16be");
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: "utf-8", problems: [] };
  } catch {
    return latin1(bytes);
  }
}

/** The bytes that `decodeCif` read the text from. */
export function encodeCif(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const width = encoding === "latin-1" ? 1 : 2;
  const bytes = new Uint8Array(text.length * width);
  const [low, high] = encoding === "utf-16be" ? [1, 0] : [0, 1];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[index * width + low] = unit & 0xff;
    if (width === 2) bytes[index * width + high] = unit >> 8;
  }
  return bytes;
}

function latin1(bytes: Uint8Array): Decoded {
  const text = textOfUnits(bytes);
  const start = firstInvalidByte(bytes);
  const isVersion2 = text.startsWith("#\\#CIF_2.0") || text.startsWith("\u00ef\u00bb\u00bf#\\#CIF_2.0");
  const problem: Problem = {
    code: "invalid-encoding",
    severity: isVersion2 ? "error" : "warning",
    message:
      "This file is not in UTF-8; it was read as Latin-1. Save it as UTF-8 so that every program reads it alike.",
    range: { start, end: start + 1 },
  };
  return { text, encoding: "latin-1", problems: [problem] };
}

function utf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Decoded {
  const [low, high] = encoding === "utf-16be" ? [1, 0] : [0, 1];
  const units = new Uint16Array(bytes.length / 2);
  for (let index = 0; index < units.length; index++)
    units[index] = (bytes[2 * index + low] ?? 0) | ((bytes[2 * index + high] ?? 0) << 8);
  const problem: Problem = {
    code: "invalid-encoding",
    severity: "error",
    message: "This file is in UTF-16; a CIF must be in UTF-8 or ASCII. Save it as UTF-8.",
    range: { start: 0, end: 1 },
  };
  return { text: textOfUnits(units), encoding, problems: [problem] };
}

function textOfUnits(units: Uint8Array | Uint16Array): string {
  const parts: string[] = [];
  for (let start = 0; start < units.length; start += CHUNK)
    parts.push(String.fromCharCode(...units.subarray(start, start + CHUNK)));
  return parts.join("");
}

/** Where the bytes first are no UTF-8 (RFC 3629, section 4). */
function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** The length of the character that begins at this byte, 0 where none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let offset = 1; offset < length; offset++) if (((bytes[at + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  const isOverlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const isBeyond = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return isOverlong || isBeyond ? 0 : length;
}
