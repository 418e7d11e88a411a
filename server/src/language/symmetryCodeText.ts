import type { CifDocument } from "../cif/document";
import { valueText } from "../cif/valueText";
import { definitions, operationMention, symmetryCode } from "./labelledThings";
import type { Place } from "./place";

type ValuePlace = Extract<Place, { kind: "value" }>;

/** What the symmetry code of a bond or an angle means, `3_655`: its operation, and the cells that it is shifted by. As markdown. */
export function symmetryCodeText(cif: CifDocument, { block, column, value }: ValuePlace): string | undefined {
  const text = operationMention.test(column.tag) ? (valueText(value) ?? "") : "";
  const [, name, cell = "555"] = symmetryCode.exec(text) ?? [];
  if (name === undefined) return undefined;
  const [range] = definitions(cif, { kind: "operation", block, name, range: value.range });
  if (!range) return `\`${text}\`: operation ${name}, which this block does not list.`;
  const shifts = Array.from(cell, (digit, axis) => shiftText(Number(digit) - 5, "abc".charAt(axis))).flat();
  const shift = shifts.length > 0 ? `, shifted by ${shifts.join(", ")}` : "";
  return `\`${text}\`: operation ${name}, \`${cif.text.slice(range.start, range.end)}\`${shift}.`;
}

function shiftText(cells: number, axis: string): string[] {
  return cells === 0 ? [] : [`${cells < 0 ? "−" : ""}${Math.abs(cells)} along ${axis}`];
}
