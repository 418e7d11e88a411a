import type { SourceText } from "./sourceText";

const MAGIC_CODE = /^\ufeff?#\\#CIF_2\.0[ \t]*(?:[\r\n]|$)/;

/** The version of CIF that the first line of a text declares; 1.1 where it says nothing. */
export function versionOf(text: SourceText): "1.1" | "2.0" {
  return MAGIC_CODE.test(text.slice(0, 200)) ? "2.0" : "1.1";
}
