const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** `10⁻⁴`. */
export function tenTo(power: number): string {
  const digits = String(Math.abs(power)).replace(/\d/g, (digit) => superscripts.charAt(Number(digit)));
  return `10${power < 0 ? "⁻" : ""}${digits}`;
}

/** The label of a tick on a logarithmic axis: decades only, `10⁻⁴`. */
export function decadeLabel(value: number): string {
  const exponent = Math.log10(value);
  const decade = Math.round(exponent);
  return Math.abs(exponent - decade) > 1e-6 ? "" : tenTo(decade);
}

/** Decades alone would be too few ticks on an axis whose ends are a factor of less than this apart. */
const fewDecades = 100;

/** The label of a tick on a logarithmic axis, `span` being the factor between its ends. */
export function logarithmicLabel(value: number, span: number): string {
  if (span >= fewDecades) return decadeLabel(value);
  const leading = value / 10 ** Math.floor(Math.log10(value) + 1e-9);
  return [1, 2, 5].some((digit) => Math.abs(leading - digit) < 1e-6) ? shortNumber(value) : "";
}

/** Four figures, `0.1235`, and powers of ten where they are shorter, `1.235e-7`. */
export function shortNumber(value: number): string {
  const [rounded, magnitude] = [Number(value.toPrecision(4)), Math.abs(value)];
  return magnitude !== 0 && (magnitude < 1e-3 || magnitude >= 1e6)
    ? rounded.toExponential()
    : String(rounded);
}
