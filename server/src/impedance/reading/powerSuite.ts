import { delimited } from "./delimited";
import { headMatches, type TextFormat } from "./format";

/** PowerSuite's text: `Frequency`, `Zre`, `Zimg`, with lines that end in two returns. */
export const powerSuite: TextFormat = {
  name: "PowerSuite text",
  recognises: (text) => headMatches(text, /^\s*Frequency\t\s*Zre\t\s*Zimg\s*$/i, 3),
  read: (text, problems) => delimited.read(text, problems),
};
