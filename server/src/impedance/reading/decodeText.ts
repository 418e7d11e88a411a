/** Text as lines, as an editor counts them. */
export interface TextLines {
  readonly lines: readonly string[];
  /** Whether the last line is closed by a line end: a file that was cut off mostly is not. */
  readonly closed: boolean;
}

/** The lines of a file in UTF-8, UTF-16 or Latin-1 (Windows-1252); `undefined` for what is no text. */
export function decodeText(bytes: Uint8Array): TextLines | undefined {
  const encoding = encodingOf(bytes);
  if (!encoding) return undefined;
  const lines = new TextDecoder(encoding).decode(bytes).split(/\r\n|\n|\r/);
  const closed = lines.at(-1) === "";
  if (closed) lines.pop();
  return { lines, closed };
}

function encodingOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  let controls = 0;
  for (const [i, byte] of head.entries()) {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 28)) controls += 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd > 0 && Math.max(even, odd) > head.length / 3 && Math.min(even, odd) === 0)
    return odd > 0 ? "utf-16le" : "utf-16be";
  if (even + odd + controls > head.length / 50) return undefined;
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
