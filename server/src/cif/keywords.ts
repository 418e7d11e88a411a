import { isBlank, isBracket, UNDERSCORE } from "./characterCodes";
import { TokenKind } from "./tokenTable";

const LOWER_CASE = 32;

/**
 * What the word at a place, with this first character, begins like: a bare value where it is no keyword. `loop_`, `global_`
 * and `stop_` hold only if the word ends there.
 */
export function keywordAt(text: string, at: number, first: number, isVersion2: boolean): number {
  switch (first | LOWER_CASE) {
    case 100:
      return beginsWith("data_", text, at) ? TokenKind.dataHeader : TokenKind.bare;
    case 103:
      return isWord("global_", text, at, isVersion2) ? TokenKind.global : TokenKind.bare;
    case 108:
      return isWord("loop_", text, at, isVersion2) ? TokenKind.loop : TokenKind.bare;
    case 115:
      if (beginsWith("save_", text, at)) return TokenKind.saveHeader;
      return isWord("stop_", text, at, isVersion2) ? TokenKind.stop : TokenKind.bare;
    default:
      return TokenKind.bare;
  }
}

function beginsWith(word: string, text: string, at: number): boolean {
  return (
    text.charCodeAt(at + word.length - 1) === UNDERSCORE &&
    text.slice(at, at + word.length).toLowerCase() === word
  );
}

function isWord(word: string, text: string, at: number, isVersion2: boolean): boolean {
  const after = text.charCodeAt(at + word.length);
  return (isBlank(after) || (isVersion2 && isBracket(after))) && beginsWith(word, text, at);
}
