/** A fixed number of digits after the point, with a true minus sign. */
export function fixed(value: number, digits: number): string {
  return value
    .toFixed(digits)
    .replace("-", "−")
    .replace(/^−(0(?:\.0*)?)$/, "$1");
}

/** At most so many digits after the point, without trailing zeros. */
export function compact(value: number, digits: number): string {
  return fixed(value, digits)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/** Three significant digits, without trailing zeros and powers of ten where numbers are of a usual size. */
export function significant(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return rounded === 0 || Math.abs(rounded) >= 1e-3 ? compact(rounded, 5) : rounded.toExponential();
}

/** A conductivity in S/cm with two significant digits, `4.0e-3 S/cm`. */
export function conductivity(siemensPerCm: number): string {
  return `${siemensPerCm.toExponential(1)} S/cm`;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** An element with its charge as superscript, `Ge⁴⁺`; without one where the oxidation state is not known. */
export function ion(element: string, oxidationState: number | undefined): string {
  if (oxidationState === undefined) return element;
  if (oxidationState === 0) return `${element}⁰`;
  const size = compact(Math.abs(oxidationState), 2);
  const digits = size.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit).replace(".", "·");
  return `${element}${digits === "¹" ? "" : digits}${oxidationState > 0 ? "⁺" : "⁻"}`;
}

const subscripts = "₀₁₂₃₄₅₆₇₈₉";

/** `Li10GeP2S12` as `Li₁₀GeP₂S₁₂`, also with fractions. */
export function formula(plain: string): string {
  return plain.replace(/(?<=[A-Za-z)])\d+(?:\.\d+)?/g, (count) =>
    count.replace(/\d/g, (digit) => subscripts[Number(digit)] ?? digit),
  );
}

/** How many of something, `1 site`, `2 sites`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
