import { columnMeaning } from "../reading/columnMeaning";

/** What a column of a table of direct currents can hold. */
type Quantity = "voltage" | "current" | "error" | "time";

/** A column that is read: `value * scale`, in volt, ampere or second. */
export interface DirectColumn {
  /** From 0. */
  readonly index: number;
  readonly scale: number;
}

export type PolarisationColumns = Readonly<Record<"voltage" | "current", DirectColumn>> &
  Readonly<Record<"error" | "time", DirectColumn | undefined>>;

/** Names in lower case, without unit, blanks, dots and underscores. */
const names: readonly (readonly [Quantity, RegExp])[] = [
  [
    "voltage",
    /^(voltage|potential|bias|spannung|polarisationsspannung|potenzial|u|v|e|<?ewe>?|ecell|vf|e\(v\))$/,
  ],
  ["current", /^(current|steadycurrent|strom|stromst(ä|ae)rke|i|<i>|im|iss|i\(a\))$/],
  ["error", /^(currentse|currenterror|currentsd|standarderror|stromfehler|ise|ierror|error|fehler)$/],
  ["time", /^(time|elapsedtime|corrtime|zeit|t)$/],
];

const prefixes: Readonly<Record<string, number>> = {
  p: 1e-12,
  n: 1e-9,
  u: 1e-6,
  µ: 1e-6,
  μ: 1e-6,
  m: 1e-3,
  k: 1e3,
};
const times: Readonly<Record<string, number>> = { ms: 1e-3, s: 1, sec: 1, min: 60, h: 3600 };
const unitBehind = /^(.*?)(?:\s*[/([]\s*|[\s_]+)([pnuµμmk]?[AV]|ms|s|sec|min|h)\s*[)\]]?$/;

/** Voltage and current among the names of columns, `units` below them; none where they are those of a spectrum. */
export function polarisationColumns(
  head: readonly string[],
  units: readonly string[] = [],
): PolarisationColumns | undefined {
  if (head.some((name) => columnMeaning(name)?.quantity === "frequency")) return undefined;
  const found = new Map<Quantity, DirectColumn>();
  for (const [index, name] of head.entries()) {
    const [, bare = name, unit = units[index] ?? ""] = unitBehind.exec(name.trim()) ?? [];
    const plain = bare.toLowerCase().replace(/[\s_.]/g, "");
    const quantity = names.find(([, pattern]) => pattern.test(plain))?.[0];
    if (quantity !== undefined && !found.has(quantity)) found.set(quantity, { index, scale: scaleOf(unit) });
  }
  const [voltage, current] = [found.get("voltage"), found.get("current")];
  return voltage && current && { voltage, current, error: found.get("error"), time: found.get("time") };
}

function scaleOf(unit: string): number {
  const bare = unit.trim();
  return times[bare] ?? (/^.[AV]$/.test(bare) ? (prefixes[bare.charAt(0)] ?? 1) : 1);
}
