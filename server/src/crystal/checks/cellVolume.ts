import type { Block } from "../../cif/document";
import type { ProblemList } from "../../cif/problemList";
import type { Structure } from "../structure";
import { shown, writtenNumber } from "./writtenNumber";

/** Relative; rounded edges and angles stay well below. */
const tolerance = 0.005;

/** Compares the volume that the file gives with that of its edges and angles. */
export function checkCellVolume(block: Block, { lattice }: Structure, problems: ProblemList): void {
  const written = writtenNumber(block, ["_cell_volume", "_cell.volume"]);
  if (!written) return;
  const { value, uncertainty, range } = written;
  const { volume } = lattice;
  if (Math.abs(value - volume) <= Math.max(tolerance * volume, 5 * uncertainty)) return;
  problems.contradiction(
    "cell-volume-contradiction",
    `The edges and angles span ${shown(volume)} Å³, but the file gives ${shown(value)} Å³: one of them has a slip.`,
    range,
    volume.toFixed(2),
  );
}
