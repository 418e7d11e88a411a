import type { Block } from "../../cif/document";
import type { ProblemList } from "../../cif/problemList";
import type { LatticeParameters } from "../lattice";
import { firstText } from "../reading/writtenValue";
import type { Structure } from "../structure";

const tags = [
  "_space_group_crystal_system",
  "_space_group.crystal_system",
  "_symmetry_cell_setting",
  "_symmetry.cell_setting",
];

/** What a cell of each system has, in words, and whether one has it; the other systems ask for nothing. */
const shapes: Readonly<Record<string, { demand: string; has: (cell: LatticeParameters) => boolean }>> = {
  cubic: { demand: "equal edges and right angles", has: (cell) => areRight(cell) && areEqual(cell, "abc") },
  tetragonal: {
    demand: "two equal edges and right angles",
    has: (cell) => areRight(cell) && ["ab", "bc", "ac"].some((edges) => areEqual(cell, edges)),
  },
  orthorhombic: { demand: "right angles", has: areRight },
  hexagonal: { demand: "a and b equal and γ of 120 degrees", has: isHexagonal },
  trigonal: {
    demand: "a and b equal and γ of 120 degrees, or equal edges and equal angles",
    has: (cell) => isHexagonal(cell) || isRhombohedral(cell),
  },
  rhombohedral: {
    demand: "equal edges and equal angles, or a and b equal and γ of 120 degrees",
    has: (cell) => isHexagonal(cell) || isRhombohedral(cell),
  },
  monoclinic: { demand: "two right angles", has: (cell) => rightAngles(cell) >= 2 },
};

/** Compares the crystal system that the file names with the shape of its cell. */
export function checkCrystalSystem(block: Block, { lattice }: Structure, problems: ProblemList): void {
  const written = firstText(block, tags);
  const shape = written && shapes[written.text.toLowerCase()];
  if (!shape || shape.has(lattice.parameters)) return;
  problems.warning(
    "crystal-system-contradiction",
    `The file calls the crystal ${written.text}, which takes ${shape.demand}; its cell has other ones.`,
    written.range.start,
    written.range.end,
  );
}

/** Relative for edges, degrees for angles: pseudo-symmetric cells are often called by what they nearly are. */
const edgeTolerance = 0.01;
const angleTolerance = 0.5;

function areEqual(cell: LatticeParameters, edges: string): boolean {
  const lengths = (["a", "b", "c"] as const).filter((name) => edges.includes(name)).map((name) => cell[name]);
  return Math.max(...lengths) <= Math.min(...lengths) * (1 + edgeTolerance);
}

function rightAngles({ alpha, beta, gamma }: LatticeParameters): number {
  return [alpha, beta, gamma].filter((angle) => Math.abs(angle - 90) <= angleTolerance).length;
}

function areRight(cell: LatticeParameters): boolean {
  return rightAngles(cell) === 3;
}

function isHexagonal(cell: LatticeParameters): boolean {
  return rightAngles(cell) === 2 && Math.abs(cell.gamma - 120) <= angleTolerance && areEqual(cell, "ab");
}

function isRhombohedral(cell: LatticeParameters): boolean {
  const angles = [cell.alpha, cell.beta, cell.gamma];
  return areEqual(cell, "abc") && Math.max(...angles) - Math.min(...angles) <= angleTolerance;
}
