import { InvalidArgumentError, type Command } from "commander";
import { areaOf, cellConstant, type Cell, type Measured } from "../impedance/cell/cell";
import type { ImpedanceFile } from "../impedance/spectrum";

export interface GeometryOptions {
  readonly thicknessCm?: number;
  readonly areaCm2?: number;
}

/** Adds `--thickness-cm` and `--area-cm2`. */
export function withGeometry(command: Command): Command {
  return command
    .option("--thickness-cm <length>", "thickness of the pellet, cm", positive)
    .option("--area-cm2 <area>", "area of the pellet, cm2", positive);
}

/** A number above zero. */
export function positive(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a number above zero.");
}

const exact = (value: number | null | undefined): Measured | null =>
  typeof value === "number" ? { value, uncertainty: 0 } : null;

/**
 * Thickness over area, 1/cm: each from the options, else from the cell file, else from the data file; `null` where one of both
 * is told nowhere.
 */
export function cellConstantOf(
  options: GeometryOptions,
  cell: Cell | undefined,
  file: Pick<ImpedanceFile, "thicknessCm" | "areaCm2">,
): Measured | null {
  const thicknessCm = exact(options.thicknessCm) ?? cell?.thicknessCm ?? exact(file.thicknessCm);
  const areaCm2 = exact(options.areaCm2) ?? (cell ? areaOf(cell) : null) ?? exact(file.areaCm2);
  return cellConstant({ ...(cell ?? nothing), thicknessCm, areaCm2 });
}

const nothing: Cell = {
  sample: null,
  thicknessCm: null,
  diameterCm: null,
  areaCm2: null,
  massG: null,
  density: null,
  temperaturesC: new Map(),
};
