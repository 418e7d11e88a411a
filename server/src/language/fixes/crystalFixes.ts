import type { Column, Loop } from "../../cif/document";
import { numberValue } from "../../cif/number";
import { rowRange } from "../../cif/rowRange";
import { valueText } from "../../cif/valueText";
import { parseSymmetryOperation } from "../../crystal/symmetry/symmetryOperation";
import { numberFixes } from "./numberFixes";
import { replacement, wholeLines, type Finding, type FixMakers, type QuickFix } from "./quickFix";

/** In longer loops no rows of the same site are looked for. */
const mostRows = 5000;

/** How what makes no crystal, or says two things of one, is mended. */
export const crystalFixes: FixMakers = {
  "cell-not-a-number": numberFixes,
  "cell-volume-contradiction": writeInstead,
  "coordinate-as-fraction": writeDecimal,
  "coordinate-dot-as-zero": writeZeros,
  "coordinate-not-a-number": numberFixes,
  "density-contradiction": writeInstead,
  "duplicate-site": deleteRow,
  "formula-units-contradiction": writeInstead,
  "multiplicity-wrong": writeInstead,
  "occupancy-above-one": shareSite,
  "occupancy-not-a-number": numberFixes,
  "space-group-contradiction": writeInstead,
  "symmetry-operation-malformed": quoteOperation,
  "wavelength-contradiction": writeInstead,
};

/** Which of the two is wrong its author knows. */
function writeInstead(finding: Finding): QuickFix[] {
  return finding.instead === undefined ? [] : [replacement(finding, finding.instead)];
}

/** `1/3` as `0.333333`, from which the third is told. */
function writeDecimal(finding: Finding): QuickFix[] {
  const { cif, range } = finding;
  const [, numerator, denominator] =
    /^['"]?([+-]?\d+)\/(\d+)['"]?$/.exec(cif.text.slice(range.start, range.end)) ?? [];
  const value = Number(numerator) / Number(denominator);
  if (!Number.isFinite(value)) return [];
  return [{ ...replacement(finding, String(Number(value.toFixed(6)))), isPreferred: true }];
}

/** The diagnostic marks the row. */
function writeZeros(finding: Finding): QuickFix[] {
  const { loop, row = 0 } = rowOf(finding) ?? {};
  const edits = coordinateColumns(loop)
    .flatMap((column) => column.value(row) ?? [])
    .filter(({ kind }) => kind === "inapplicable")
    .map(({ range }) => ({ range, text: "0" }));
  return edits.length > 0 ? [{ title: "Write 0 for the point", edits, isPreferred: true }] : [];
}

function deleteRow(finding: Finding): QuickFix[] {
  const { loop, row } = rowOf(finding) ?? {};
  const range = loop && row !== undefined && loop.rows > 1 ? rowRange(loop, row) : undefined;
  return range
    ? [{ title: "Delete this row", edits: [{ range: wholeLines(finding.cif, range), text: "" }] }]
    : [];
}

function rowOf({ place }: Finding): { loop: Loop; row: number } | undefined {
  const loop = place?.kind === "value" ? place.column.loop : undefined;
  return place?.kind === "value" && loop ? { loop, row: place.row } : undefined;
}

/** Occupancies of the rows that have the coordinates of the marked one, divided by their sum. */
function shareSite(finding: Finding): QuickFix[] {
  const { loop, row } = rowOf(finding) ?? {};
  const occupancies = loop?.columns.find(({ tag }) => /^_atom_site[_.]occupancy$/.test(tag));
  if (!loop || row === undefined || !occupancies || loop.rows > mostRows) return [];
  const rows = rowsOfSite(loop, row);
  const values = rows.map((one) => numberIn(occupancies, one));
  const sum = values.reduce<number>((total, value) => total + (value ?? 1), 0);
  const shares = values.map((value) => round((value ?? 1) / sum));
  // What rounding leaves goes to the last, so that the sum is 1.
  const others = shares.slice(0, -1).reduce((total, share) => total + share, 0);
  shares[shares.length - 1] = round(1 - others);
  const edits = rows.flatMap((one, index) => {
    const range = occupancies.range(one);
    return range ? [{ range, text: String(shares[index]) }] : [];
  });
  if (sum <= 1 || edits.length < rows.length) return [];
  const title = rows.length === 1 ? "Write 1" : "Scale the occupancies so that they add up to 1";
  return [{ title, edits }];
}

function round(share: number): number {
  return Number(share.toFixed(4));
}

/** Those with the coordinates of this one. Most rows differ in the first of them already. */
function rowsOfSite(loop: Loop, row: number): number[] {
  const position = coordinateColumns(loop).map((column) => [column, numberIn(column, row)] as const);
  return Array.from({ length: loop.rows }, (_, one) => one).filter((one) =>
    position.every(([column, coordinate]) => numberIn(column, one) === coordinate),
  );
}

function coordinateColumns(loop: Loop | undefined): Column[] {
  return (loop?.columns ?? []).filter(({ tag }) => /^_atom_site[_.](?:fract|cartn)_[xyz]$/.test(tag));
}

function numberIn(column: Column, row: number): number | undefined {
  return numberValue(valueText(column.value(row)) ?? "");
}

/** `-x, y, -z` without quotes, alone on its line or behind a number, comes as several values. */
function quoteOperation({ cif, range }: Finding): QuickFix[] {
  const before = /[^\r\n]*$/.exec(cif.text.slice(Math.max(0, range.start - 200), range.start))?.[0] ?? "";
  const after = /^[^\r\n]*/.exec(cif.text.slice(range.start, range.start + 200))?.[0] ?? "";
  const [, number = "", operation = ""] = /^(\s*(?:\d+\s+)?)(\S.*?)\s*$/.exec(before + after) ?? [];
  if (!/\s/.test(operation) || /['"]/.test(operation) || !parseSymmetryOperation(operation)) return [];
  const start = range.start - before.length + number.length;
  const edits = [{ range: { start, end: start + operation.length }, text: `'${operation}'` }];
  return [{ title: "Put the operation in quotes", edits, isPreferred: true }];
}
