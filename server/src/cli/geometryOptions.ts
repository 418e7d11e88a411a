import { InvalidArgumentError, type Command } from "commander";
import { cellConstant, exact, type Cell, type Measured, type SizeInFile } from "../impedance/cell/cell";

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

/**
 * Thickness over area, 1/cm: each from the options, else from the cell file, else from the data file; `null` where one of both
 * is told nowhere.
 */
export function cellConstantOf(
  options: GeometryOptions,
  cell: Cell | undefined,
  file: SizeInFile,
): Measured | null {
  const told = cell ?? nothing;
  const thicknessCm = exact(options.thicknessCm) ?? told.thicknessCm;
  const areaCm2 = exact(options.areaCm2) ?? told.areaCm2;
  return cellConstant({ ...told, thicknessCm, areaCm2 }, file);
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
