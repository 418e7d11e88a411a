import type { Block, CifValue, Column } from "../cif/document";
import type { ProblemList } from "../cif/problemList";
import type { TextRange } from "../cif/problem";
import { operationsOfHallSymbol } from "./hallSymbol";
import type { Lattice, Vector3 } from "./lattice";
import {
  hasOtherAxes,
  operationsOfSetting,
  settingsOfNumber,
  settingsOfSymbol,
  type SpaceGroupSetting,
} from "./spaceGroup";
import type { SymmetryOperation, SymmetrySource } from "./structure";
import {
  apply,
  compose,
  distinctOperations,
  generateGroup,
  identity,
  parseSymmetryOperation,
  rotationKey,
} from "./symmetryOperation";

/** No space group has more operations; a magnetic or a larger cell may have twice as many. */
const mostOperations = 384;

export interface Symmetry {
  readonly source: SymmetrySource;
  /** The operations; several sets where the symbol leaves the origin open, the likeliest first. */
  readonly candidates: readonly (readonly SymmetryOperation[])[];
  /** Where the symmetry stands in the text. */
  readonly range: TextRange;
}

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
/** Operations in more than three dimensions: the first three coordinates are those of the average structure. */
const superspaceTags = [
  "_space_group_symop_ssg_operation_algebraic",
  "_space_group_symop.ssg_operation_algebraic",
  "_space_group_symop_ssg.operation_algebraic",
  "_space_group_symop_magn_ssg_operation.algebraic",
  "_space_group_symop_magn_ssg_operation_algebraic",
  "_space_group_symop.magn_ssg_operation_algebraic",
];
const superspaceCentringTags = [
  "_space_group_symop_magn_ssg_centering.algebraic",
  "_space_group_symop_magn_ssg_centering_algebraic",
  "_space_group_symop.magn_ssg_centering_algebraic",
];
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

/** A value of the file and its place. */
interface Written {
  readonly text: string;
  readonly range: TextRange;
}

/**
 * The symmetry of a block: from its operators, its Hall symbol, its Hermann-Mauguin symbol or its space-group number, the
 * first of these that can be read; else none but the identity. `undefined` where operators are unreadable.
 */
export function readSymmetry(block: Block, lattice: Lattice, problems: ProblemList): Symmetry | undefined {
  tellModulation(block, problems);
  const symbol = firstText(block, symbolTags);
  const number = firstText(block, numberTags);
  const columns = [
    [operationTags, centringTags, "xyz"],
    [superspaceTags, superspaceCentringTags, ""],
  ] as const;
  for (const [tags, centrings, variables] of columns) {
    const column = firstColumn(block, tags);
    if (!column) continue;
    const operations = readOperations(column, firstColumn(block, centrings), variables, problems);
    if (!operations) return undefined;
    tellContradiction(operations, symbol, number, lattice, problems);
    return { source: "file-operators", candidates: [operations], range: column.tagRange };
  }
  return symmetryOfNames(block, symbol, number, lattice, problems);
}

function symmetryOfNames(
  block: Block,
  symbol: Written | undefined,
  number: Written | undefined,
  lattice: Lattice,
  problems: ProblemList,
): Symmetry {
  const hall = firstText(block, hallTags);
  const fromHall = hall && symmetryOfHall(hall, lattice, problems);
  if (fromHall) return fromHall;
  const fromSymbol = symbol && symmetryOfSymbol(symbol, lattice, problems);
  if (fromSymbol) return fromSymbol;
  const fromNumber = number && symmetryOfNumber(number, symbol, lattice, problems);
  if (fromNumber) return fromNumber;
  const { start, end } = hall?.range ?? symbol?.range ?? number?.range ?? block.headerRange;
  problems.warning(
    "symmetry-assumed-p1",
    hall || symbol || number
      ? "The space group could not be used: the listed sites are taken as the whole cell (P 1)."
      : "The file tells no symmetry: the listed sites are taken as the whole cell (P 1).",
    start,
    end,
  );
  return { source: "assumed-p1", candidates: [[identity]], range: { start, end } };
}

function symmetryOfHall(hall: Written, lattice: Lattice, problems: ProblemList): Symmetry | undefined {
  const operations = operationsOfHallSymbol(hall.text);
  if (!operations) {
    problems.warning(
      "space-group-unknown",
      `"${hall.text}" is no Hall symbol.`,
      hall.range.start,
      hall.range.end,
    );
    return undefined;
  }
  return fitting("hall-symbol", [operations], hall, lattice, problems);
}

function symmetryOfSymbol(symbol: Written, lattice: Lattice, problems: ProblemList): Symmetry | undefined {
  const settings = settingsOfSymbol(symbol.text, lattice.parameters);
  if (settings.length === 0) {
    problems.warning(
      "space-group-unknown",
      `"${symbol.text}" is no Hermann-Mauguin symbol that Superion knows.`,
      symbol.range.start,
      symbol.range.end,
    );
    return undefined;
  }
  return fitting("hm-symbol", settings.map(operationsOfSetting), symbol, lattice, problems);
}

/** The standard setting of a number, unless the symbol that could not be read names another centring. */
function symmetryOfNumber(
  number: Written,
  symbol: Written | undefined,
  lattice: Lattice,
  problems: ProblemList,
): Symmetry | undefined {
  const settings = settingsOfNumber(Number(number.text), lattice.parameters);
  if (settings.length === 0) {
    const { start, end } = number.range;
    problems.warning(
      "space-group-unknown",
      `"${number.text}" is no space-group number (1 to 230).`,
      start,
      end,
    );
    return undefined;
  }
  const [centring = ""] = symbol?.text ?? "";
  if (
    /[PABCIFR]/i.test(centring) &&
    !settings.some(({ symbol: name }) => name.startsWith(centring.toUpperCase()))
  )
    return undefined;
  const [first] = settings;
  if (first && hasOtherAxes(Number(number.text)))
    problems.warning(
      "space-group-setting-assumed",
      `The number ${number.text} does not tell the axes: ${first.symbol} is assumed.`,
      number.range.start,
      number.range.end,
    );
  return fitting("number", settings.map(operationsOfSetting), number, lattice, problems);
}

/** Only operations that leave the cell's shape as it is can be its symmetry. */
function fitting(
  source: SymmetrySource,
  candidates: readonly (readonly SymmetryOperation[])[],
  { text, range }: Written,
  lattice: Lattice,
  problems: ProblemList,
): Symmetry | undefined {
  const possible = candidates.filter((operations) => keepsMetric(operations, lattice));
  if (possible.length > 0) return { source, candidates: possible, range };
  problems.warning(
    "space-group-does-not-fit-cell",
    `Space group ${text} does not go with the shape of the unit cell.`,
    range.start,
    range.end,
  );
  return undefined;
}

/** Whether every rotation leaves the lengths of the cell's edges and face diagonals unchanged, to 2 percent. */
function keepsMetric(operations: readonly SymmetryOperation[], lattice: Lattice): boolean {
  const none: Vector3 = [0, 0, 0];
  return operations.every(({ rotation }) =>
    edgesAndDiagonals.every((vector) => {
      const length = lattice.length(vector);
      return (
        Math.abs(lattice.length(apply({ rotation, translation: none }, vector)) - length) < 0.02 * length
      );
    }),
  );
}

const edgesAndDiagonals: readonly Vector3[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 0],
  [1, 0, 1],
  [0, 1, 1],
];

interface OperatorList {
  readonly operations: readonly SymmetryOperation[];
  /** Whether products of the operations are among them. */
  readonly isGroup: boolean;
}

/** Operator lists by their text: files repeat those of the common space groups. */
const knownLists = new Map<string, OperatorList>();
const mostKnownLists = 512;

function readOperations(
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
function writtenTriplets(column: Column): Written[] {
  const triplets: Written[] = [];
  for (let row = 0; row < column.rows && triplets.length <= mostOperations; row++) {
    const value = column.value(row);
    if (!value || value.kind === "unknown" || value.kind === "inapplicable") continue;
    for (const text of textOf(value).split(/[;\n]+/))
      if (text.trim() !== "") triplets.push({ text: text.trim(), range: value.range });
  }
  return triplets;
}

function parseOperations(
  triplets: readonly Written[],
  centrings: readonly Written[],
  variables: string,
  problems: ProblemList,
): OperatorList | undefined {
  const parse = ({ text, range }: Written) => {
    const operation = parseOperator(text, variables);
    if (!operation)
      problems.error(
        "symmetry-operation-malformed",
        `"${text}" is no symmetry operation.`,
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

function tellModulation(block: Block, problems: ProblemList): void {
  const dimension = block.find("_cell_modulation_dimension", "_cell.modulation_dimension");
  const modulated =
    dimension && Number(textOf(dimension.value(0))) > 0 ? dimension : firstColumn(block, superspaceTags);
  if (!modulated) return;
  problems.warning(
    "modulated-structure",
    "The structure is modulated: what is read is its average structure, without modulation waves.",
    modulated.tagRange.start,
    modulated.tagRange.end,
  );
}

/** Compares the operators with the space group that the file names. */
function tellContradiction(
  operations: readonly SymmetryOperation[],
  symbol: Written | undefined,
  number: Written | undefined,
  lattice: Lattice,
  problems: ProblemList,
): void {
  const named: [Written | undefined, readonly SpaceGroupSetting[]][] = [
    [symbol, symbol ? settingsOfSymbol(symbol.text, lattice.parameters) : []],
    [number, number ? settingsOfNumber(Number(number.text), lattice.parameters) : []],
  ];
  for (const [written, [setting]] of named) {
    if (!written || !setting) continue;
    const expected = operationsOfSetting(setting);
    // A primitive cell has fewer centrings than the setting that the symbol names.
    const agree =
      pointGroupOrder(operations) === pointGroupOrder(expected) &&
      (operations.length >= expected.length || !keepsMetric(expected, lattice));
    if (agree) continue;
    problems.warning(
      "space-group-contradiction",
      `The file names space group ${written.text} (${expected.length} operations), but lists ${operations.length} symmetry operations; the listed ones are used.`,
      written.range.start,
      written.range.end,
    );
    return;
  }
}

function pointGroupOrder(operations: readonly SymmetryOperation[]): number {
  return new Set(operations.map(({ rotation }) => rotationKey(rotation))).size;
}

function firstColumn(block: Block, tags: readonly string[]): Column | undefined {
  for (const tag of tags) {
    const column = block.find(tag);
    if (column && column.rows > 0 && textOf(column.value(0)) !== "") return column;
  }
  return undefined;
}

function firstText(block: Block, tags: readonly string[]): Written | undefined {
  const value = firstColumn(block, tags)?.value(0);
  return value && { text: textOf(value).trim().replace(/\s+/g, " "), range: value.range };
}

function textOf(value: CifValue | undefined): string {
  return value && "text" in value ? value.text : "";
}
