/** The number that a user typed, with a decimal point or comma; `null` where nothing stands, `undefined` for no number. */
export function numberIn(text: string): number | null | undefined {
  const bare = text.trim().replace(",", ".");
  if (bare === "") return null;
  const value = Number(bare);
  return Number.isFinite(value) ? value : undefined;
}

/** Degrees Celsius of what a user typed, also in kelvin (`298.15 K`). */
export function temperatureIn(text: string): number | null | undefined {
  const [, number = text, unit = ""] = /^(.*?)\s*(°?C|K)?\s*$/i.exec(text) ?? [];
  const value = numberIn(number);
  if (typeof value !== "number") return value;
  const celsius = /^k$/i.test(unit) ? value - 273.15 : value;
  return celsius > -273.15 ? Number(celsius.toFixed(6)) : undefined;
}
