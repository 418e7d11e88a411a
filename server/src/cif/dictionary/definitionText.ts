import type { Column } from "../document";
import { valueText } from "../valueText";
import type { EnumerationValue } from "./definition";
import type { Items } from "./imports";

/** Longer descriptions are cut: they are read in a hover. */
const LONGEST_DESCRIPTION = 600;

/** The text of an item in its first row; `undefined` where it is absent, `?` or `.`. */
export function itemText(items: Items, tag: string): string | undefined {
  return valueText(items.find(tag)?.value(0));
}

/** The texts of all rows; a row without text is left out. */
export function itemTexts(column: Column | undefined): string[] {
  if (!column) return [];
  return Array.from({ length: column.rows }, (_, row) => valueText(column.value(row))).filter(
    (text) => text !== undefined,
  );
}

/** Without the line breaks of its source, and cut where it is long. */
export function describe(text: string | undefined): string {
  const words = (text ?? "").trim().replace(/\s+/g, " ");
  return words.length > LONGEST_DESCRIPTION ? `${words.slice(0, LONGEST_DESCRIPTION)}…` : words;
}

/** `0.0:180.0`; either end may be absent. */
export function readRange(text: string | undefined): [number | undefined, number | undefined] {
  const [minimum, maximum] = (text ?? "").split(":").map((limit) => {
    const value = limit.trim() === "" ? NaN : Number(limit);
    return Number.isFinite(value) ? value : undefined;
  });
  return [minimum, maximum];
}

export function readEnumeration(items: Items, valueTag: string, meaningTag: string): EnumerationValue[] {
  const values = items.find(valueTag);
  if (!values) return [];
  const about = items.find(meaningTag);
  const meanings = about?.loop === values.loop ? about : undefined;
  return Array.from({ length: values.rows }, (_, row) => {
    const written = values.value(row);
    const value = written?.kind === "inapplicable" ? "." : valueText(written);
    return { value: value ?? "", meaning: describe(valueText(meanings?.value(row))) };
  }).filter(({ value }) => value !== "");
}

/** As one writes them. */
const UNITS = new Map(
  Object.entries({
    angstroms: "Å",
    angstrom_squared: "Å²",
    angstroms_squared: "Å²",
    angstrom_cubed: "Å³",
    angstroms_cubed: "Å³",
    reciprocal_angstroms: "Å⁻¹",
    reciprocal_angstrom_squared: "Å⁻²",
    degrees: "°",
    radians: "rad",
    degrees_per_minute: "° min⁻¹",
    kelvins_per_minute: "K min⁻¹",
    kelvins: "K",
    celsius: "°C",
    kilopascals: "kPa",
    gigapascals: "GPa",
    megagray: "MGy",
    dalton: "Da",
    daltons: "Da",
    femtometres: "fm",
    nanometres: "nm",
    millimetres: "mm",
    reciprocal_millimetres: "mm⁻¹",
    pixels_per_millimetre: "mm⁻¹",
    micrometres: "µm",
    microseconds: "µs",
    seconds: "s",
    minutes: "min",
    hours: "h",
    kilovolts: "kV",
    kilowatts: "kW",
    milliamperes: "mA",
    electron_volts: "eV",
    electrons: "e",
    bohr_magnetons: "μB",
    megagrams_per_metre_cubed: "Mg m⁻³",
    electrons_per_angstrom_cubed: "e Å⁻³",
    electrons_per_angstrom: "e Å⁻¹",
    femtometres_per_angstrom_cubed: "fm Å⁻³",
    volts: "V",
  }),
);

/** The unit that a dictionary names, as one writes it; words that are not known stay as they are. */
export function readUnit(code: string | undefined): string | undefined {
  if (code === undefined || code === "none") return undefined;
  return UNITS.get(code.toLowerCase()) ?? code.replaceAll("_", " ");
}
