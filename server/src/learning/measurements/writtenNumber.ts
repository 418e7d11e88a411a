/** A number as people write it in a table, with what stands before it. */
export interface WrittenNumber {
  readonly value: number;
  readonly relation: "equal" | "below" | "above";
}

const relations = new Map<string, WrittenNumber["relation"]>([
  ["<", "below"],
  ["≤", "below"],
  ["<=", "below"],
  [">", "above"],
  ["≥", "above"],
  [">=", "above"],
]);

/**
 * `1.2e-4`, `1,2E-4`, `1.2(3)e-4`, `1.2 × 10^-4`, `1.2·10⁻⁴`, `<1e-10`, `~3e-3`; `undefined` for anything else, also where
 * point and comma both occur and it cannot be told which is the decimal sign.
 */
export function writtenNumber(text: string): WrittenNumber | undefined {
  const plain = text
    .trim()
    .replace(/[−–‒]/g, "-")
    .replace(/[⁻⁰¹²³⁴-⁹]/g, (sign) => "-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign)] ?? sign);
  const [, sign = "", rest = ""] = /^(<=|>=|[<>≤≥~≈]?)\s*(.*)$/.exec(plain) ?? [];
  const value = plainNumber(rest);
  return value === undefined ? undefined : { value, relation: relations.get(sign) ?? "equal" };
}

function plainNumber(text: string): number | undefined {
  const decimal = /^[^.,]*,[^.,]*$/.test(text) ? text.replace(",", ".") : text;
  const [, mantissa, power, exponent] =
    /^([-+]?(?:\d+\.?\d*|\.\d+))(?:\(\d+\))?(?:\s*[x×·*]\s*10\s*\^?\s*\(?([-+]?\d+)\)?|e([-+]?\d+))?$/i.exec(
      decimal,
    ) ?? [];
  if (mantissa === undefined) return undefined;
  const value = Number(`${mantissa}e${power ?? exponent ?? "0"}`);
  return Number.isFinite(value) ? value : undefined;
}
