import { delimited } from "./delimited";
import { headMatches, type TextFormat } from "./format";
import { tellMissingPoints } from "./readTable";

/** Eco Chemie's FRA for Autolab, .P00: a procedure, names with -Z'', the number of points, rows with tabs. */
export const autolabFra: TextFormat = {
  name: "Autolab FRA .P00",
  recognises: (text) =>
    headMatches(text, /^\s*Procedure\s*:/i, 5) ||
    headMatches(text, /^\s*f\/Hz\s*\t\s*Z'\/Ohm\s*\t\s*-Z''\/Ohm\s*\ttime/i),
  read: (text, problems) => {
    const content = delimited.read(text, problems);
    const announced = text.lines.slice(0, 30).find((line) => /^\s*\d{1,5}\s*$/.test(line));
    const found = content?.loops.reduce((sum, { frequencies }) => sum + frequencies.length, 0) ?? 0;
    tellMissingPoints(announced === undefined ? undefined : Number(announced), found, problems);
    return content;
  },
};
