const written = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eEdD][+-]?\d+)?$/;
const notANumber =
  /^[+-]?(?:nan|inf(?:inity)?|1[.,]#(?:ind|qnan|snan|inf)\d*|#n\/?a|n\.?\s?def\.?|over(?:load|flow)?|ovl)$/i;

/**
 * A number as instruments write it, with decimal point or comma; NaN for what says that there is none, `undefined` for what
 * is no number. There are no separators of thousands.
 */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (written.test(trimmed)) return Number(trimmed.replace(",", ".").replace(/[dD]/, "e"));
  return notANumber.test(trimmed) ? NaN : undefined;
}
