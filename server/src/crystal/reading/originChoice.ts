import type { Block } from "../../cif/document";
import { ProblemList } from "../../cif/problemList";
import { buildOrbits } from "./buildOrbits";
import type { Lattice } from "../lattice";
import type { AtomSite } from "./atomSite";
import { composition, type Orbit, type SymmetryOperation } from "../structure";
import { textOf } from "./writtenValue";

/**
 * Of the symmetries that differ by their origin, the likeliest: where the composition and the declared multiplicities agree
 * with the file, then where sites lie on special positions, so that they make fewer atoms. Of equals the first.
 */
export function likeliestOrigin(
  block: Block,
  sites: readonly AtomSite[],
  lattice: Lattice,
  candidates: readonly (readonly SymmetryOperation[])[],
): readonly SymmetryOperation[] | undefined {
  const formula = formulaSum(block);
  const scores = candidates.map((operations) => {
    const problems = new ProblemList();
    const orbits = buildOrbits(sites, lattice, operations, problems);
    if (!orbits) return Infinity;
    const wrong = problems.sorted().filter(({ code }) => code === "multiplicity-wrong").length;
    const atoms = orbits.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
    return atoms + 1e6 * wrong + (hasRatios(orbits, formula) ? 0 : 1e6);
  });
  return candidates[scores.indexOf(Math.min(...scores))];
}

/** Amounts by element of `_chemical_formula_sum`; empty where there is none. */
function formulaSum(block: Block): Map<string, number> {
  const text = textOf(block.find("_chemical_formula_sum", "_chemical_formula.sum")?.value(0));
  const amounts = new Map<string, number>();
  for (const [, symbol = "", amount = ""] of text.matchAll(/([A-Z][a-z]?)(\d*\.?\d*)/g))
    amounts.set(symbol, (amounts.get(symbol) ?? 0) + (amount === "" ? 1 : Number(amount)));
  return amounts;
}

/** Whether the elements of the orbits stand in the ratios of the formula, to 2 percent of all atoms. */
function hasRatios(orbits: readonly Orbit[], formula: ReadonlyMap<string, number>): boolean {
  const atoms = composition({ orbits });
  const [found, declared] = [sumOf(atoms), sumOf(formula)];
  return [...formula].every(
    ([element, amount]) => Math.abs((atoms.get(element) ?? 0) / found - amount / declared) < 0.02,
  );
}

const sumOf = (amounts: ReadonlyMap<string, number>) =>
  [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
