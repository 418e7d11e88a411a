import type { EstimatedValue } from "../../../server/src/protocol/impedance";
import { shortNumber } from "../shared/figure/numbers";

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** `424.71 ± 0.44`, and `(3.60 ± 0.06)·10⁻⁴` where that is shorter: one standard error, two digits of it. */
export function withError({ value, standardError }: EstimatedValue): string {
  if (standardError === null || !(standardError > 0)) return powerText(value);
  const exponent = Math.floor(Math.log10(Math.max(Math.abs(value), standardError)));
  const power = exponent < -2 || exponent > 5 ? exponent : 0;
  const [scaled, error] = [value / 10 ** power, standardError / 10 ** power];
  const digits = Math.min(Math.max(0, 1 - Math.floor(Math.log10(error))), 8);
  const text = `${scaled.toFixed(digits)} ± ${error.toFixed(digits)}`;
  return power === 0 ? text : `(${text})·${tenTo(power)}`;
}

function powerText(value: number): string {
  const [digits = "", power] = shortNumber(value).split("e");
  return power === undefined ? digits : `${digits}·${tenTo(Number(power))}`;
}

function tenTo(power: number): string {
  const digits = String(Math.abs(power)).replace(/\d/g, (digit) => superscripts.charAt(Number(digit)));
  return `10${power < 0 ? "⁻" : ""}${digits}`;
}

/** `1.5 kHz`. */
export function frequencyText(hertz: number): string {
  const prefixes = [
    { size: 1e6, unit: "MHz" },
    { size: 1e3, unit: "kHz" },
    { size: 1, unit: "Hz" },
    { size: 1e-3, unit: "mHz" },
  ];
  const { size, unit } = prefixes.find(({ size: least }) => hertz >= least * 0.9999) ?? {
    size: 1e-3,
    unit: "mHz",
  };
  return `${Number((hertz / size).toPrecision(3))} ${unit}`;
}

export function temperatureText(temperatureC: number | null): string {
  return temperatureC === null ? "" : `${Number(temperatureC.toFixed(1))} °C`;
}
