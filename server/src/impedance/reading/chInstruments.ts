import { delimited } from "./delimited";
import { headerValue, headMatches, type TextFormat } from "./format";

/** CH Instruments' text: date, `A.C. Impedance`, settings, then rows with commas under names such as `Z"/ohm`. */
export const chInstruments: TextFormat = {
  name: "CH Instruments text",
  recognises: (text) =>
    headMatches(text, /^\s*Instrument Model:\s*CHI/i) ||
    (headMatches(text, /^\s*(A\.C\. Impedance|IMP)\b/) &&
      headMatches(text, /^\s*(Init E|High Frequency) \((V|Hz)\)/)),
  read: (text, problems) => {
    const content = delimited.read(text, problems);
    return (
      content && { ...content, instrument: headerValue(text.lines.slice(0, 30), /^\s*Instrument Model:/i) }
    );
  },
};
