import type { Block } from "../../cif/document";
import type { ProblemList } from "../../cif/problemList";
import type { Lattice } from "../lattice";
import {
  symmetryOfHall,
  symmetryOfNumber,
  symmetryOfSymbol,
  tellContradiction,
  tellMisfit,
  tellWrongNumber,
  type Symmetry,
} from "./namedSymmetry";
import { tellAverageStructure } from "./averageStructure";
import { readOperators } from "./readOperators";
import { identity } from "../symmetry/symmetryOperation";
import { firstText, type WrittenValue } from "./writtenValue";

const hallTags = [
  "_space_group_name_hall",
  "_space_group.name_hall",
  "_symmetry_space_group_name_hall",
  "_symmetry.space_group_name_hall",
];
const symbolTags = [
  "_space_group_name_h-m_alt",
  "_space_group.name_h-m_alt",
  "_symmetry_space_group_name_h-m",
  "_symmetry.space_group_name_h-m",
  "_space_group_name_h-m",
  "_space_group.name_h-m",
  "_space_group_name_h-m_ref",
  "_space_group.name_h-m_ref",
  "_space_group_name_h-m_full",
  "_space_group.name_h-m_full",
  "_symmetry.space_group_name_h-m_full",
];
const numberTags = [
  "_space_group_it_number",
  "_space_group.it_number",
  "_symmetry_int_tables_number",
  "_symmetry.int_tables_number",
];

/**
 * The symmetry of a block: from its operators, its Hall symbol, its Hermann-Mauguin symbol or its space-group number, the
 * first of these that can be read; else none but the identity. `undefined` where operators are unreadable.
 */
export function readSymmetry(block: Block, lattice: Lattice, problems: ProblemList): Symmetry | undefined {
  const hall = firstText(block, hallTags);
  const symbol = firstText(block, symbolTags);
  const number = firstText(block, numberTags);
  tellAverageStructure(block, problems);
  const operators = readOperators(block, problems);
  if (operators) {
    const { operations, range } = operators;
    if (!operations) return undefined;
    tellContradiction(operations, "list of operators", [symbol, number], lattice, problems);
    tellMisfit(operations, range, lattice, problems);
    return { source: "file-operators", candidates: [operations], range };
  }
  const fromHall = hall && symmetryOfHall(hall, lattice, problems);
  if (fromHall) {
    tellContradiction(fromHall.candidates[0] ?? [], "Hall symbol", [symbol, number], lattice, problems);
    return fromHall;
  }
  const fromSymbol = symbol && symmetryOfSymbol(symbol, lattice, problems);
  if (fromSymbol) {
    tellWrongNumber(symbol, number, lattice, problems);
    return fromSymbol;
  }
  const fromNumber = number && symmetryOfNumber(number, symbol, lattice, problems);
  return fromNumber ?? withoutSymmetry(block, hall ?? symbol ?? number, problems);
}

function withoutSymmetry(block: Block, unusable: WrittenValue | undefined, problems: ProblemList): Symmetry {
  const range = unusable?.range ?? block.headerRange;
  const message = unusable
    ? "The space group could not be used: the listed sites are taken as the whole cell (P 1)."
    : "The file tells no symmetry: the listed sites are taken as the whole cell (P 1).";
  problems.warning("symmetry-assumed-p1", message, range.start, range.end);
  return { source: "assumed-p1", candidates: [[identity]], range };
}
