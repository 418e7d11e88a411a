/** Turns a number as a table gives it into the unit that is computed with. */
export type Conversion = (value: number) => number;

const scaled =
  (factor: number): Conversion =>
  (value) =>
    value * factor;

const prefixes = new Map([
  ["", 1],
  ["m", 1e-3],
  ["u", 1e-6],
  ["µ", 1e-6],
  ["μ", 1e-6],
  ["n", 1e-9],
]);
const lengths = new Map([
  ["cm", 1],
  ["m", 1e-2],
]);

/** To S/cm: `mS/cm`, `S cm-1`, `S·m^-1`, `Ω-1 cm-1`; `undefined` for what is no unit of conductivity. */
export function conductivityUnit(unit: string): Conversion | undefined {
  const plain = unit.replace(/[\s·*^⁻−_-]/g, "").replace(/¹/g, "1");
  const [, prefix = "", length = ""] =
    /^([munµμ]?)S(?:\/)?(cm|m)1?$/i.exec(plain) ?? /^()(?:Ω1|ohm1|Ω|ohm)\/?(cm|m)1?$/i.exec(plain) ?? [];
  const [scale, perLength] = [prefixes.get(prefix.toLowerCase()), lengths.get(length.toLowerCase())];
  return scale !== undefined && perLength !== undefined ? scaled(scale * perLength) : undefined;
}

/** To kelvin. */
export function temperatureUnit(unit: string): Conversion | undefined {
  if (/^(k|kelvin)$/i.test(unit)) return scaled(1);
  return /^(°\s*c|c|celsius|deg\.?\s*c|degc)$/i.test(unit) ? celsiusToKelvin : undefined;
}

export const celsiusToKelvin: Conversion = (celsius) => celsius + 273.15;

const energies = new Map([
  ["ev", 1],
  ["mev", 1e-3],
  // CODATA 2022: a mole of electronvolts is 96.48533212 kJ.
  ["kj/mol", 1 / 96.48533212],
  ["kjmol1", 1 / 96.48533212],
  ["kcal/mol", 4.184 / 96.48533212],
  ["kcalmol1", 4.184 / 96.48533212],
]);

/** To electronvolt: `eV`, `meV`, `kJ/mol`, `kcal/mol`. */
export function energyUnit(unit: string): Conversion | undefined {
  const factor = energies.get(unit.toLowerCase().replace(/[\s·*^⁻−-]/g, ""));
  return factor === undefined ? undefined : scaled(factor);
}
