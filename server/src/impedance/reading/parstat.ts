import { delimited } from "./delimited";
import { headMatches, type TextFormat } from "./format";

/** The text export of a Parstat: one table, in which direct-current rows have frequency 0. */
export const parstat: TextFormat = {
  name: "Parstat text",
  recognises: (text) => headMatches(text, /Potential \(V\)\tCurrent \(A\).*\tZre \(ohms\)\tZim \(ohms\)/i, 3),
  read: (text, problems) => delimited.read(text, problems),
};
