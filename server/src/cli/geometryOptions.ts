import { InvalidArgumentError, type Command } from "commander";
import type { CellConstant } from "../impedance/conductivity/conductivity";

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

/** From the options, and from the file where they say nothing; `null` where one of both is missing. */
export function cellConstantOf(
  { thicknessCm, areaCm2 }: GeometryOptions,
  file: { readonly thicknessCm: number | null; readonly areaCm2: number | null },
): CellConstant | null {
  const thickness = thicknessCm ?? file.thicknessCm;
  const area = areaCm2 ?? file.areaCm2;
  return thickness === null || area === null ? null : { value: thickness / area, uncertainty: 0 };
}
