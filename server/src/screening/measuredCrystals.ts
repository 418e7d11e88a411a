import { dirname, resolve } from "node:path";
import { matchable, matchCells, type Matchable } from "../crystal/matching/matchStructures";
import type { MeasuredCompound } from "../learning/measurements/measuredCompounds";
import type { TableProblem } from "../learning/measurements/tableProblem";
import { structuresInTable } from "./measurementFiles";

export interface MeasuredCrystal {
  readonly compound: MeasuredCompound;
  /** Path of the file of its structure. */
  readonly file: string;
}

interface KnownCrystal extends MeasuredCrystal {
  readonly cell: Matchable;
  isFound: boolean;
}

/** The crystals of a table of measurements, to be found among others. */
export class MeasuredCrystals {
  readonly problems: readonly TableProblem[];
  private readonly known: readonly KnownCrystal[];

  /** @param path of the table, from where the files that it names count. */
  constructor(text: string, path: string) {
    const { compounds, problems } = structuresInTable(text, path);
    this.problems = problems;
    this.known = compounds.map((compound) => ({
      ...{ compound, file: resolve(dirname(path), compound.file), cell: matchable(compound.structure) },
      isFound: false,
    }));
  }

  /** The measured crystal of the same file or, whatever the file, with the same sites. */
  find(file: string, cell: Matchable): MeasuredCompound | undefined {
    const path = resolve(file);
    const same = this.known.find((one) => one.file === path || matchCells(one.cell, cell).matches);
    if (same) same.isFound = true;
    return same?.compound;
  }

  /** Those that were not found. */
  get others(): readonly MeasuredCrystal[] {
    return this.known.filter(({ isFound }) => !isFound);
  }
}
