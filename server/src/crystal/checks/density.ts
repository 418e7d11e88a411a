import type { Block } from "../../cif/document";
import type { ProblemList } from "../../cif/problemList";
import { density } from "../density";
import type { Structure } from "../structure";
import { shown, writtenNumber } from "./writtenNumber";

/** Relative. */
const tolerance = 0.05;

/** Compares the density that the file computed with that of its sites. */
export function checkDensity(block: Block, structure: Structure, problems: ProblemList): void {
  const written = writtenNumber(block, ["_exptl_crystal_density_diffrn", "_exptl_crystal.density_diffrn"]);
  if (!written) return;
  const { value, uncertainty, range } = written;
  const computed = density(structure);
  if (Math.abs(value - computed) <= Math.max(tolerance * computed, 5 * uncertainty)) return;
  const unit = Math.abs(value / 1000 - computed) <= tolerance * computed ? ", which is that in kg/m³" : "";
  problems.contradiction(
    "density-contradiction",
    `The sites and the cell make ${shown(computed)} g/cm³, but the file gives ${shown(value)}${unit}.`,
    range,
    computed.toFixed(3),
  );
}
