import { parseNumber } from "../../cif/number";
import { valueText } from "../../cif/valueText";
import { replacement, type Finding, type QuickFix } from "./quickFix";

/** How a unit is written beside a number, by the unit of the dictionary. */
const spellings: Readonly<Record<string, RegExp>> = {
  K: /^(?:K|kelvin)$/i,
  Å: /^(?:A|Å|Ang\.?|Angstroms?)$/i,
  "Å³": /^(?:A3|A\^3|Å3|Å³|cubic angstroms?)$/i,
  "°": /^(?:°|deg\.?|degrees?)$/i,
};

/** Units that are turned into those of the dictionary. */
const conversions: readonly { unit: string; from: RegExp; factor: number; offset: number }[] = [
  { unit: "K", from: /^(?:°? ?C|deg\.? ?C|celsius)$/i, factor: 1, offset: 273.15 },
  { unit: "Å", from: /^nm$/i, factor: 10, offset: 0 },
  { unit: "Å", from: /^pm$/i, factor: 0.01, offset: 0 },
];

/** Numbers with a unit behind them, `293K`, `'20(2) C'`, or with a comma for the point, as CIF writes them. */
export function numberFixes(finding: Finding): QuickFix[] {
  const { place } = finding;
  const text = place?.kind === "value" ? (valueText(place.value) ?? "").trim() : "";
  return [...withPoint(finding, text), ...withoutUnit(finding, text)];
}

/** `5,14`; whether a comma parts thousands its author knows. */
function withPoint(finding: Finding, text: string): QuickFix[] {
  return /^[+-]?\d*,\d+(?:\(\d+\))?$/.test(text) ? [replacement(finding, text.replace(",", "."))] : [];
}

function withoutUnit(finding: Finding, text: string): QuickFix[] {
  const { place, names } = finding;
  const [, number, suffix = ""] = /^([+-]?[\d.]+(?:\(\d+\))?)\s*([A-Za-zÅµ°%][^\d]*\d?)$/.exec(text) ?? [];
  const written = suffix.trim();
  if (number === undefined || !parseNumber(number)) return [];
  const unit = (place?.kind === "value" ? names.find(place.column.tag)?.unit : undefined) ?? "";
  const conversion = conversions.find((one) => one.unit === unit && one.from.test(written));
  if (conversion) {
    const converted = convert(number, conversion);
    return [{ ...replacement(finding, converted, `Write in ${unit}: ${converted}`), isPreferred: true }];
  }
  const alone = replacement(finding, number, `Write the number alone, ${number}`);
  // Of another unit its author knows what the number means.
  return [written === unit || spellings[unit]?.test(written) ? { ...alone, isPreferred: true } : alone];
}

/** With as many decimals as the number has where it has an uncertainty, which is that of its last digit. */
function convert(number: string, { factor, offset }: { factor: number; offset: number }): string {
  const { value, uncertainty } = parseNumber(number) ?? { value: 0, uncertainty: undefined };
  const converted = value * factor + offset;
  if (uncertainty === undefined) return String(Number(converted.toPrecision(7)));
  const [digits = "", rest = ""] = number.split("(");
  const decimals = (digits.split(".")[1] ?? "").length - Math.round(Math.log10(factor));
  return decimals < 0 ? String(Number(converted.toPrecision(7))) : `${converted.toFixed(decimals)}(${rest}`;
}
