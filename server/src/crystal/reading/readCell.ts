import type { Block } from "../../cif/document";
import { numberValue } from "../../cif/number";
import type { ProblemList } from "../../cif/problemList";
import { Lattice, type LatticeParameters } from "../lattice";

type Name = keyof LatticeParameters;

const edges: readonly Name[] = ["a", "b", "c"];
const angles: readonly Name[] = ["alpha", "beta", "gamma"];
const tags: Readonly<Record<Name, readonly [string, string]>> = {
  a: ["_cell_length_a", "_cell.length_a"],
  b: ["_cell_length_b", "_cell.length_b"],
  c: ["_cell_length_c", "_cell.length_c"],
  alpha: ["_cell_angle_alpha", "_cell.angle_alpha"],
  beta: ["_cell_angle_beta", "_cell.angle_beta"],
  gamma: ["_cell_angle_gamma", "_cell.angle_gamma"],
};
/** Angstrom; other edges are a slip of units or of the decimal point. */
const shortestEdge = 0.5;
const longestEdge = 10_000;
/** Of the volume to the product of the edges; a rhombohedral cell of 2 degrees has this. */
const flattest = 1e-3;
/** Angstrom between opposite faces: a thinner cell has an angle that is a slip. */
const thinnest = 0.1;

export function hasCell(block: Block): boolean {
  return block.find(...tags.a, ...tags.b, ...tags.c) !== undefined;
}

/** The lattice of a block; angles that it does not give are 90 degrees. What is wrong goes to `problems`. */
export function readCell(block: Block, problems: ProblemList): Lattice | undefined {
  const { start, end } = block.headerRange;
  if (!hasCell(block)) {
    problems.error(
      "cell-missing",
      "The data block has no unit cell: _cell_length_a, _b and _c are missing.",
      start,
      end,
    );
    return undefined;
  }
  const missing = edges.filter((name) => !block.find(...tags[name])).map((name) => tags[name][0]);
  if (missing.length > 0)
    problems.error(
      "cell-missing",
      `The unit cell is incomplete: no ${missing.join(" and no ")}.`,
      start,
      end,
    );
  const [a, b, c] = edges.map((name) => readParameter(block, name, problems));
  const [alpha, beta, gamma] = angles.map((name) => readAngle(block, name, problems));
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (alpha === undefined || beta === undefined || gamma === undefined) return undefined;
  const absent = angles.filter((name) => !isGiven(block, name)).map((name) => tags[name][0]);
  if (absent.length > 0)
    problems.warning(
      "cell-angle-missing",
      `No value for ${absent.join(", ")}: taken as 90 degrees.`,
      start,
      end,
    );
  const lattice = Lattice.fromParameters({ a, b, c, alpha, beta, gamma });
  if (!lattice || lattice.volume < flattest * a * b * c || Math.min(...lattice.heights()) < thinnest) {
    const place = block.find(...tags.alpha)?.value(0)?.range ?? block.headerRange;
    const message = `Angles of ${alpha}, ${beta} and ${gamma} degrees span no volume.`;
    problems.error("cell-impossible", message, place.start, place.end);
    return undefined;
  }
  return lattice;
}

/** An angle that the file leaves out is 90 degrees; one that it calls unknown is not. */
function readAngle(block: Block, name: Name, problems: ProblemList): number | undefined {
  return isGiven(block, name) ? readParameter(block, name, problems) : 90;
}

function isGiven(block: Block, name: Name): boolean {
  const value = block.find(...tags[name])?.value(0);
  return value !== undefined && value.kind !== "inapplicable";
}

function readParameter(block: Block, name: Name, problems: ProblemList): number | undefined {
  const column = block.find(...tags[name]);
  if (!column) return undefined;
  const value = column.value(0);
  const { start, end } = value?.range ?? column.tagRange;
  if (!value || value.kind === "unknown" || value.kind === "inapplicable") {
    problems.error("cell-missing", `The unit cell is incomplete: no value for ${tags[name][0]}.`, start, end);
    return undefined;
  }
  const number = "text" in value ? numberValue(value.text.trim()) : undefined;
  if (number === undefined || !Number.isFinite(number)) {
    problems.error("cell-not-a-number", `${tags[name][0]} is not a number.`, start, end);
    return undefined;
  }
  const isEdge = edges.includes(name);
  const isPossible = isEdge ? number >= shortestEdge && number <= longestEdge : number > 0 && number < 180;
  if (isPossible) return number;
  const limits = isEdge ? `between ${shortestEdge} and ${longestEdge} angstrom` : "between 0 and 180 degrees";
  problems.error("cell-impossible", `${tags[name][0]} is ${number}; it must lie ${limits}.`, start, end);
  return undefined;
}
