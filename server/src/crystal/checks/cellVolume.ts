import type { Block } from "../../cif/document";
import type { ProblemList } from "../../cif/problemList";
import type { Structure } from "../structure";
import { shown, writtenNumber, type WrittenNumber } from "./writtenNumber";

/** Relative; some programs compute the volume from more digits than they write. */
const tolerance = 0.001;

/** Compares the volume that the file gives with that of its edges and angles, as far as their digits tell. */
export function checkCellVolume(block: Block, { lattice }: Structure, problems: ProblemList): void {
  const written = writtenNumber(block, ["_cell_volume", "_cell.volume"]);
  if (!written) return;
  const { value, uncertainty, range } = written;
  const { volume } = lattice;
  const rounding = tolerance + written.rounding / value + cellRounding(block);
  if (Math.abs(value - volume) <= Math.max(rounding * volume, 5 * uncertainty)) return;
  problems.contradiction(
    "cell-volume-contradiction",
    `The edges and angles span ${shown(volume)} Å³, but the file gives ${shown(value)} Å³: one of them has a slip.`,
    range,
    volume.toFixed(2),
  );
}

/** By how much the volume of the cell is uncertain because its edges and angles are rounded. Relative. */
function cellRounding(block: Block): number {
  const edges = ["a", "b", "c"].map((name) => roundingOf(block, `length_${name}`, ({ value }) => 1 / value));
  // dV/V is at most the cotangent times the change of the angle for a monoclinic cell, and twice that for others.
  const angles = ["alpha", "beta", "gamma"].map((name) =>
    roundingOf(block, `angle_${name}`, ({ value }) => {
      const angle = (value * Math.PI) / 180;
      return (2 * Math.abs(Math.cos(angle) / Math.sin(angle)) * Math.PI) / 180;
    }),
  );
  return [...edges, ...angles].reduce((sum, part) => sum + part, 0);
}

function roundingOf(block: Block, name: string, weight: (written: WrittenNumber) => number): number {
  const written = writtenNumber(block, [`_cell_${name}`, `_cell.${name}`]);
  return written ? Math.max(written.rounding, written.uncertainty) * weight(written) : 0;
}
