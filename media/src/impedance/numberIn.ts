/** The number that a user typed, with a decimal point or comma; `null` where nothing stands, `undefined` for no number. */
export function numberIn(text: string): number | null | undefined {
  const bare = text.trim().replace(",", ".");
  if (bare === "") return null;
  const value = Number(bare);
  return Number.isFinite(value) ? value : undefined;
}
