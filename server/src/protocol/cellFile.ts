import * as v from "valibot";
import { notNegative, positive, type Refused } from "./values";

/** Those of cell files, the usual ones first. */
export const lengthUnits = ["mm", "cm", "um", "m", "µm"] as const;
export const areaUnits = ["cm2", "mm2", "m2", "cm²", "mm²", "m²"] as const;
export const massUnits = ["mg", "g", "kg", "ug", "µg"] as const;
export const densityUnits = ["g/cm3", "kg/m3", "g/cm³", "kg/m³"] as const;

/** A quantity as it stands in a cell file. */
export interface CellQuantity<Unit extends string = string> {
  readonly value: number;
  readonly uncertainty?: number | undefined;
  readonly unit: Unit;
}

type Length = CellQuantity<(typeof lengthUnits)[number]>;
type Area = CellQuantity<(typeof areaUnits)[number]>;
type Mass = CellQuantity<(typeof massUnits)[number]>;
type Density = CellQuantity<(typeof densityUnits)[number]>;

/** What a cell file says, or would say once there is one. */
export interface ReadCell {
  /** Path. */
  readonly path: string;
  /** For the user. */
  readonly name: string;
  readonly thickness: CellQuantity | null;
  readonly diameter: CellQuantity | null;
  readonly area: CellQuantity | null;
  readonly mass: CellQuantity | null;
  /** Of the crystal, without pores. */
  readonly density: CellQuantity | null;
  /** Mass over that of a pellet of this size without pores; `null` where one of them is not told. */
  readonly relativeDensity: number | null;
  /** Whether the data files tell a size that counts where the cell file has none. */
  readonly hasSizeFromFiles: boolean;
}

export interface ChangeCellParams {
  /** Of the cell file, which may not exist yet. */
  readonly path: string;
  readonly changes: CellChange;
}

/** `null` takes a value away; what is left out stays. */
export interface CellChange {
  readonly thickness?: Length | null | undefined;
  readonly diameter?: Length | null | undefined;
  readonly area?: Area | null | undefined;
  readonly mass?: Mass | null | undefined;
  readonly density?: Density | null | undefined;
  /** Degrees Celsius, by the name of the data file. */
  readonly temperaturesC?: Readonly<Record<string, number | null>> | undefined;
}

export type ChangeCellResult = Refused | { readonly kind: "changed"; readonly text: string };

const quantityIn = <const Units extends readonly string[]>(units: Units) =>
  v.optional(
    v.nullable(v.object({ value: positive, uncertainty: v.optional(notNegative), unit: v.picklist(units) })),
  );

export const changeCellParams = v.object({
  path: v.string(),
  changes: v.object({
    thickness: quantityIn(lengthUnits),
    diameter: quantityIn(lengthUnits),
    area: quantityIn(areaUnits),
    mass: quantityIn(massUnits),
    density: quantityIn(densityUnits),
    temperaturesC: v.optional(v.record(v.string(), v.nullable(v.number()))),
  }),
});
