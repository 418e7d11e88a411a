import type { Block, Column } from "../../cif/document";
import type { TextRange } from "../../cif/problem";
import type { ProblemList } from "../../cif/problemList";
import type { SymmetryOperation } from "../structure";
import {
  compose,
  distinctOperations,
  generateGroup,
  parseSymmetryOperation,
} from "../symmetry/symmetryOperation";
import { superspaceTags } from "./averageStructure";
import { firstColumn, textOf, type WrittenValue } from "./writtenValue";

/** No space group has more operations; a magnetic or a larger cell may have twice as many. */
const mostOperations = 384;

const operationTags = [
  "_space_group_symop_operation_xyz",
  "_space_group_symop.operation_xyz",
  "_symmetry_equiv_pos_as_xyz",
  "_symmetry_equiv.pos_as_xyz",
  "_space_group_symop_magn_operation.xyz",
  "_space_group_symop_magn_operation_xyz",
  "_space_group_symop.magn_operation_xyz",
];
const centringTags = [
  "_space_group_symop_magn_centering.xyz",
  "_space_group_symop_magn_centering_xyz",
  "_space_group_symop.magn_centering_xyz",
];
const superspaceCentringTags = [
  "_space_group_symop_magn_ssg_centering.algebraic",
  "_space_group_symop_magn_ssg_centering_algebraic",
  "_space_group_symop.magn_ssg_centering_algebraic",
];
/** The operators of a block; `operations` is `undefined` where some cannot be read. */
export interface Operators {
  readonly operations: readonly SymmetryOperation[] | undefined;
  readonly range: TextRange;
}

/** The symmetry operations that a block lists, without repetitions; `undefined` where it lists none. */
export function readOperators(block: Block, problems: ProblemList): Operators | undefined {
  const columns = [
    [operationTags, centringTags, "xyz"],
    [superspaceTags, superspaceCentringTags, ""],
  ] as const;
  for (const [tags, centrings, variables] of columns) {
    const column = firstColumn(block, tags);
    if (!column) continue;
    const operations = readList(column, firstColumn(block, centrings), variables, problems);
    return { operations, range: column.tagRange };
  }
  return undefined;
}

interface OperatorList {
  readonly operations: readonly SymmetryOperation[];
  /** Whether products of the operations are among them. */
  readonly isGroup: boolean;
}

/** Operator lists by their text: files repeat those of the common space groups. */
const knownLists = new Map<string, OperatorList>();
const mostKnownLists = 512;

function readList(
  column: Column,
  centringColumn: Column | undefined,
  variables: string,
  problems: ProblemList,
): readonly SymmetryOperation[] | undefined {
  const triplets = writtenTriplets(column);
  const centrings = centringColumn ? writtenTriplets(centringColumn) : [];
  const { start, end } = column.tagRange;
  if (triplets.length === 0) {
    problems.error("symmetry-operation-malformed", `${column.tag} lists no symmetry operation.`, start, end);
    return undefined;
  }
  if (triplets.length * Math.max(1, centrings.length) > mostOperations) {
    problems.error(
      "symmetry-operations-too-many",
      `No crystal has more than ${mostOperations} symmetry operations.`,
      start,
      end,
    );
    return undefined;
  }
  const key = [variables, ...triplets.map(({ text }) => text), "", ...centrings.map(({ text }) => text)].join(
    "\n",
  );
  const list = knownLists.get(key) ?? parseOperations(triplets, centrings, variables, problems);
  if (!list) return undefined;
  if (knownLists.size < mostKnownLists) knownLists.set(key, list);
  if (!list.isGroup)
    problems.warning(
      "symmetry-operations-incomplete",
      "The symmetry operations do not form a group; the structure is built with them as they stand.",
      start,
      end,
    );
  return list.operations;
}

/** The rows of a column of operators; one value may hold several, by line or semicolon. */
function writtenTriplets(column: Column): WrittenValue[] {
  const triplets: WrittenValue[] = [];
  for (let row = 0; row < column.rows && triplets.length <= mostOperations; row++) {
    const value = column.value(row);
    if (!value || value.kind === "unknown" || value.kind === "inapplicable") continue;
    const text = textOf(value);
    const parts = text.includes(";") || text.includes("\n") ? text.split(/[;\n]+/) : [text];
    for (const part of parts)
      if (part.trim() !== "") triplets.push({ text: part.trim(), range: value.range });
  }
  return triplets;
}

function parseOperations(
  triplets: readonly WrittenValue[],
  centrings: readonly WrittenValue[],
  variables: string,
  problems: ProblemList,
): OperatorList | undefined {
  const parse = ({ text, range }: WrittenValue) => {
    const operation = parseOperator(text, variables);
    if (!operation)
      problems.error(
        "symmetry-operation-malformed",
        `"${text}" is no symmetry operation.${/^,|,$/.test(text) ? " One that contains blanks must be put in quotes." : ""}`,
        range.start,
        range.end,
      );
    return operation;
  };
  const parsed = triplets.map(parse);
  const translations = centrings.map(parse);
  const operations = parsed.filter((operation) => operation !== undefined);
  const shifts = translations.filter((operation) => operation !== undefined);
  if (operations.length < parsed.length || shifts.length < translations.length) return undefined;
  const all = distinctOperations([
    ...operations,
    ...shifts.flatMap((shift) => operations.map((operation) => compose(shift, operation))),
  ]);
  return { operations: all, isGroup: generateGroup(all, all.length) !== undefined };
}

/** `x,y,z`, also numbered (`2 -x,-y,z`), with time reversal (`x,y,z,+1`), or in superspace (`x1,x2,x3,x4`). */
function parseOperator(text: string, variables: string): SymmetryOperation | undefined {
  const bare = text.replace(/^\d+\s+(?=\S)/, "");
  if (variables !== "") return parseSymmetryOperation(bare.replace(/,\s*[+-]?1\s*$/, ""), variables);
  const letters: Record<string, string> = { x1: "x", x2: "y", x3: "z" };
  const average = bare
    .split(",")
    .slice(0, 3)
    .map((component) => component.replace(/x[1-3]/gi, (name) => letters[name.toLowerCase()] ?? name));
  return parseSymmetryOperation(average.join(","));
}
