export const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const END_OF_FILE = 26;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const SINGLE_QUOTE = 39;
export const DOT = 46;
export const COLON = 58;
export const SEMICOLON = 59;
export const QUESTION_MARK = 63;
export const OPENING_BRACKET = 91;
export const CLOSING_BRACKET = 93;
export const UNDERSCORE = 95;
export const OPENING_BRACE = 123;
export const CLOSING_BRACE = 125;
/** Behind the last printable character of ASCII. */
export const DELETE = 127;
export const BYTE_ORDER_MARK = 0xfeff;

export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** True for the end of the text too, where `charCodeAt` gives NaN. */
export function isBlank(code: number): boolean {
  return !(code > SPACE) && (code === SPACE || isLineEnd(code) || code === TAB || code !== code);
}

export function isBracket(code: number): boolean {
  return (
    code === OPENING_BRACKET || code === CLOSING_BRACKET || code === OPENING_BRACE || code === CLOSING_BRACE
  );
}
