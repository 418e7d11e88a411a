import type { EstimatedValue } from "../../../server/src/protocol/values";
import { shortNumber, tenTo } from "../shared/figure/numbers";

/** `424.71 ± 0.44`, and `(3.60 ± 0.06)·10⁻⁴` where that is shorter: one standard error, two digits of it. */
export function withError({ value, standardError }: EstimatedValue): string {
  if (standardError === null || !(standardError > 0)) return valueText(value);
  const { scaled, digits, power } = scaledBy(Math.max(Math.abs(value), standardError), standardError);
  const text = `${(value * scaled).toFixed(digits)} ± ${(standardError * scaled).toFixed(digits)}`;
  return power === 0 ? text : `(${text})·${tenTo(power)}`;
}

/** The power of ten to write in front of a number of this size, and how many digits an error of it asks for. */
function scaledBy(size: number, error: number) {
  const exponent = Math.floor(Math.log10(size));
  const power = exponent < -2 || exponent > 5 ? exponent : 0;
  const scaled = 10 ** -power;
  const digits = Math.min(Math.max(0, 1 - Math.floor(Math.log10(error * scaled))), 8);
  return { scaled, digits, power };
}

/** `3.6·10⁻⁴`. */
export function valueText(value: number): string {
  const [digits = "", power] = shortNumber(value).split("e");
  return power === undefined ? digits : `${digits}·${tenTo(Number(power))}`;
}

/** `0.3312 to 0.3401`, both ends with the digits that their distance gives sense to; empty where there is none. */
export function rangeText(interval: readonly [number, number] | null): string {
  if (interval === null) return "";
  const [from, to] = interval;
  const { scaled, digits, power } = scaledBy(Math.max(Math.abs(from), Math.abs(to)), (to - from) / 2);
  const text = interval.map((end) => (end * scaled).toFixed(digits)).join(" to ");
  return power === 0 ? text : `(${text})·${tenTo(power)}`;
}

const prefixes = [
  { size: 1e6, prefix: "M" },
  { size: 1e3, prefix: "k" },
  { size: 1, prefix: "" },
  { size: 1e-3, prefix: "m" },
  { size: 1e-6, prefix: "µ" },
  { size: 1e-9, prefix: "n" },
  { size: 1e-12, prefix: "p" },
] as const;

/** Three figures and a prefix, `1.5 kHz`. */
function prefixed(value: number, unit: string): string {
  const { size, prefix } = prefixes.find(({ size: least }) => value >= least * 0.9999) ?? {
    size: 1,
    prefix: "",
  };
  return `${Number((value / size).toPrecision(3))} ${prefix}${unit}`;
}

export function frequencyText(hertz: number): string {
  return prefixed(hertz, "Hz");
}

export function capacitanceText(farad: number): string {
  return prefixed(farad, "F");
}

export function temperatureText(temperatureC: number | null): string {
  return temperatureC === null ? "" : `${Number(temperatureC.toFixed(1))} °C`;
}
