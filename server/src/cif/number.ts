const NUMBER = /^([+-]?(?:\d+\.?(\d*)|\.(\d+))(?:[eE]([+-]?\d+))?)(?:\((\d+)\))?$/;

/**
 * A number as CIF writes it, `-1.234(5)` or `6.02e23`: its value, and its standard uncertainty in the same unit
 * (0.005 here). `undefined` for text that is no number. CIF 1.1 formal grammar, paragraph 21.
 */
export function parseNumber(text: string): { value: number; uncertainty: number | undefined } | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, number = "", decimals = "", onlyDecimals = "", exponent = "0", uncertainty] = match;
  const lastDigit = Number(exponent) - (decimals.length || onlyDecimals.length);
  return {
    value: Number(number),
    uncertainty: uncertainty === undefined ? undefined : Number(`${uncertainty}e${lastDigit}`),
  };
}
