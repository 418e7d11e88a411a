/** Oxidation states that the user gives, by element (`Fe`) or by the label of a site (`Fe2`). */
export type StatedOxidationStates = ReadonlyMap<string, number>;

export type ParsedStates =
  | { readonly ok: true; readonly states: StatedOxidationStates }
  | { readonly ok: false; readonly reason: string };

/** Reads a line such as `Fe=2, S1=-2` or `Fe = 2+, S1 = 2-`; `reason` says in words what cannot be read. */
export function parseStatedOxidationStates(line: string): ParsedStates {
  const states = new Map<string, number>();
  for (const part of line.split(/[,;]/).filter((text) => text.trim() !== "")) {
    const [, name = "", text = ""] = /^\s*([^\s=]+)\s*=\s*(\S+)\s*$/.exec(part) ?? [];
    const state = parseState(text);
    if (name === "" || state === undefined)
      return { ok: false, reason: `"${part.trim()}" gives no oxidation state; write it like Fe=2 or S1=-2` };
    states.set(name, state);
  }
  return { ok: true, states };
}

/** `2`, `+2`, `2+`, `-2`, `2-`, `2.5+`. */
function parseState(text: string): number | undefined {
  const [, before = "", size = "", after = ""] = /^([+-]?)(\d+(?:\.\d+)?)([+-]?)$/.exec(text) ?? [];
  if (size === "" || (before !== "" && after !== "") || Number(size) > 9) return undefined;
  const value = Number(size);
  return value !== 0 && (before === "-" || after === "-") ? -value : value;
}
