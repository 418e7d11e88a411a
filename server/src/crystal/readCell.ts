import type { Block } from "../cif/document";
import { parseNumber } from "../cif/number";
import type { ProblemList } from "../cif/problemList";
import { Lattice, type LatticeParameters } from "./lattice";

type Name = keyof LatticeParameters;

const edges: readonly Name[] = ["a", "b", "c"];
const angles: readonly Name[] = ["alpha", "beta", "gamma"];
/** Angstrom; a longer edge is a slip of units or of the decimal point. */
const longestEdge = 10_000;

export function hasCell(block: Block): boolean {
  return block.find(...tagsOf("a"), ...tagsOf("b"), ...tagsOf("c")) !== undefined;
}

/** The lattice of a block; angles that it does not give are 90 degrees. What is wrong goes to `problems`. */
export function readCell(block: Block, problems: ProblemList): Lattice | undefined {
  const found = new Map<Name, number>();
  for (const name of [...edges, ...angles]) {
    const value = readParameter(block, name, problems);
    if (value !== undefined) found.set(name, value);
  }
  const [a, b, c, alpha, beta, gamma] = [...edges, ...angles].map((name) => found.get(name));
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (alpha === undefined || beta === undefined || gamma === undefined) return undefined;
  const lattice = Lattice.fromParameters({ a, b, c, alpha, beta, gamma });
  if (!lattice) {
    const { start, end } =
      block.find(...tagsOf("alpha"), ...tagsOf("beta"), ...tagsOf("gamma"))?.tagRange ?? block.headerRange;
    problems.error(
      "cell-impossible",
      `Angles of ${alpha}, ${beta} and ${gamma} degrees span no volume.`,
      start,
      end,
    );
  }
  return lattice;
}

function tagsOf(name: Name): [string, string] {
  const key = edges.includes(name) ? `length_${name}` : `angle_${name}`;
  return [`_cell_${key}`, `_cell.${key}`];
}

function readParameter(block: Block, name: Name, problems: ProblemList): number | undefined {
  const [tag, dotted] = tagsOf(name);
  const isEdge = edges.includes(name);
  const column = block.find(tag, dotted);
  const value = column?.value(0);
  if (!column || !value || value.kind === "unknown" || value.kind === "inapplicable") {
    const { start, end } = value?.range ?? column?.tagRange ?? block.headerRange;
    if (isEdge)
      problems.error("cell-missing", `The unit cell is incomplete: no value for ${tag}.`, start, end);
    else problems.warning("cell-angle-missing", `No value for ${tag}: taken as 90 degrees.`, start, end);
    return isEdge ? undefined : 90;
  }
  const { start, end } = value.range;
  const number = "text" in value ? parseNumber(value.text.trim())?.value : undefined;
  if (number === undefined || !Number.isFinite(number)) {
    problems.error("cell-not-a-number", `${tag} is not a number.`, start, end);
    return undefined;
  }
  const possible = isEdge ? number > 0 && number <= longestEdge : number > 0 && number < 180;
  if (possible) return number;
  const limits = isEdge ? `between 0 and ${longestEdge} angstrom` : "between 0 and 180 degrees";
  problems.error("cell-impossible", `${tag} is ${number}; it must lie ${limits}.`, start, end);
  return undefined;
}
