const LINE_END = /\r\n?/g;

/** CR LF and CR become LF. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(LINE_END, "\n") : text;
}

/** What stands between the semicolons, without the line end before the closing one. */
export function textFieldContent(raw: string): string {
  const content = withLineFeeds(raw);
  return content.endsWith("\n") ? content.slice(0, -1) : content;
}

/**
 * Undoes the text-prefix and line-folding protocols of CIF 2.0 (Bernstein et al., J. Appl. Cryst. 49 (2016) 277,
 * section 5): the first line is `PREFIX\`, `PREFIX\\` (folded too) or `\` (folded only).
 */
export function undoProtocols(content: string): string {
  const lines = content.split("\n");
  const [, prefix = "", backslashes = ""] = /^([^\\;][^\\]*|)(\\\\?)[ \t]*$/.exec(lines[0] ?? "") ?? [];
  const body = lines.slice(1);
  if (prefix === "") return backslashes === "\\" ? unfold(body) : content;
  if (!body.every((line) => line.startsWith(prefix))) return content;
  const bare = body.map((line) => line.slice(prefix.length));
  return backslashes === "\\\\" ? unfold(bare) : bare.join("\n");
}

/** Joins each line that ends with a backslash to the next one. */
function unfold(lines: readonly string[]): string {
  return lines.join("\n").replace(/\\[ \t]*\n/g, "");
}
