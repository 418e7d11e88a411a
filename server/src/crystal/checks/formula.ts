import type { Block } from "../../cif/document";
import type { TextRange } from "../../cif/problem";
import type { ProblemList } from "../../cif/problemList";
import { parseFormula } from "../parseFormula";
import { superspaceTags } from "../reading/averageStructure";
import { firstText } from "../reading/writtenValue";
import { composition, type Structure } from "../structure";
import { shown, writtenNumber } from "./writtenNumber";

type Composition = ReadonlyMap<string, number>;

/** Relative to what the formula asks of an element, and in atoms a cell: occupancies are rounded. */
const relativeTolerance = 0.05;
const absoluteTolerance = 0.15;
const mostNamed = 4;

/**
 * Compares the formula and Z of the file with its sites. Hydrogen is left out: diffraction often does not find it. Gives
 * whether the two agree, as far as they can be compared.
 */
export function checkFormula(block: Block, structure: Structure, problems: ProblemList): boolean {
  const written = firstText(block, ["_chemical_formula_sum", "_chemical_formula.sum"]);
  const parsed = written && parseFormula(written.text);
  if (!written || !parsed?.ok) return true;
  const [formula, sites] = [withoutHydrogen(parsed.composition), withoutHydrogen(composition(structure))];
  const z = writtenNumber(block, ["_cell_formula_units_z", "_cell.formula_units_z"]);
  const likeliest = likeliestUnits(formula, sites);
  if (likeliest === undefined || isModulated(block)) return true;
  if (differences(formula, sites, likeliest).length === 0) {
    const isOther = z && z.value > 0 && !isNear(likeliest, z.value) && !isOfCell(formula, likeliest, z.value);
    if (isOther) tellUnits(likeliest, z.value, z.range, problems);
    return !isOther;
  }
  const units = z && z.value > 0 ? z.value : likeliest;
  const wrong = differences(formula, sites, units);
  if (wrong.length > 0) tellFormula(wrong, units, written.range, problems);
  return wrong.length === 0;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= relativeTolerance * other;
}

/** Some programs write the formula of the cell beside Z: it holds each atom Z times, or a part of an atom. */
function isOfCell(formula: Composition, units: number, z: number): boolean {
  const amounts = [...formula.values()];
  const isWhole = amounts.every(Number.isInteger);
  return isNear(units, 1) && (!isWhole || amounts.every((amount) => amount % z === 0));
}

/** The average structure of a modulated one has other occupancies than its formula. */
function isModulated(block: Block): boolean {
  return block.find(...superspaceTags) !== undefined;
}

function withoutHydrogen(atoms: Composition): Composition {
  return new Map([...atoms].filter(([element]) => element !== "H"));
}

/** How many formula units the sites hold: what most atoms agree on, the median over the elements by their amounts. */
function likeliestUnits(formula: Composition, sites: Composition): number | undefined {
  const votes = [...formula]
    .map(([element, amount]) => ({ units: (sites.get(element) ?? 0) / amount, weight: amount }))
    .filter(({ units }) => units > 0)
    .sort((one, other) => one.units - other.units);
  const half = votes.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let weight = 0;
  return votes.find((vote) => (weight += vote.weight) >= half)?.units;
}

interface Difference {
  readonly element: string;
  readonly expected: number;
  readonly found: number;
}

function differences(formula: Composition, sites: Composition, units: number): Difference[] {
  return [...new Set([...formula.keys(), ...sites.keys()])].flatMap((element) => {
    const expected = (formula.get(element) ?? 0) * units;
    const found = sites.get(element) ?? 0;
    const tolerance = Math.max(relativeTolerance * expected, absoluteTolerance);
    return Math.abs(found - expected) > tolerance ? [{ element, expected, found }] : [];
  });
}

function tellFormula(
  wrong: readonly Difference[],
  units: number,
  { start, end }: TextRange,
  problems: ProblemList,
): void {
  const named = wrong
    .slice(0, mostNamed)
    .map(({ element, expected, found }) => `${element} ${shown(found)} instead of ${shown(expected)}`);
  const more = wrong.length > mostNamed ? ` and ${wrong.length - mostNamed} more` : "";
  problems.warning(
    "formula-contradiction",
    `The sites of a cell do not make ${shown(units)} times this formula: ${named.join(", ")}${more}. Sites may be missing, or occupancies or the formula wrong.`,
    start,
    end,
  );
}

function tellUnits(units: number, z: number, range: TextRange, problems: ProblemList): void {
  problems.contradiction(
    "formula-units-contradiction",
    `The sites of a cell make the formula ${shown(units)} times, not ${shown(z)} times.`,
    range,
    String(Math.max(1, Math.round(units))),
  );
}
