const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?:\(\d+\))?$/;

/** The value of a number as CIF writes it, `-1.234(5)` or `6.02e23`; `undefined` for text that is no number. */
export function numberValue(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined;
  const bracket = text.indexOf("(");
  return Number(bracket < 0 ? text : text.slice(0, bracket));
}

/**
 * A number as CIF writes it, `-1.234(5)`: its value, and its standard uncertainty in the same unit (0.005 here).
 * `undefined` for text that is no number. CIF 1.1 formal grammar, paragraph 21.
 */
export function parseNumber(text: string): { value: number; uncertainty: number | undefined } | undefined {
  const value = numberValue(text);
  if (value === undefined) return undefined;
  const bracket = text.indexOf("(");
  if (bracket < 0) return { value, uncertainty: undefined };
  const lastDigits = `${text.slice(bracket + 1, -1)}e${lastDigit(text.slice(0, bracket))}`;
  return { value, uncertainty: Number(lastDigits) };
}

/** The power of ten that the last digit of a number counts. */
function lastDigit(number: string): number {
  const [mantissa = "", exponent = "0"] = number.split(/e/i);
  const point = mantissa.indexOf(".");
  return Number(exponent) - (point < 0 ? 0 : mantissa.length - point - 1);
}
