const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The label of a tick on a logarithmic axis: decades only, `10⁻⁴`. */
export function decadeLabel(value: number): string {
  const exponent = Math.log10(value);
  const decade = Math.round(exponent);
  if (Math.abs(exponent - decade) > 1e-6) return "";
  const digits = String(Math.abs(decade)).replace(/\d/g, (digit) => superscripts.charAt(Number(digit)));
  return `10${decade < 0 ? "⁻" : ""}${digits}`;
}

/** Four figures, `0.1235`, and powers of ten where they are shorter, `1.235e-7`. */
export function shortNumber(value: number): string {
  const [rounded, magnitude] = [Number(value.toPrecision(4)), Math.abs(value)];
  return magnitude !== 0 && (magnitude < 1e-3 || magnitude >= 1e6)
    ? rounded.toExponential()
    : String(rounded);
}
