import { relative } from "node:path";
import { reducedFormula } from "../crystal/formula";
import { matchable } from "../crystal/matching/matchStructures";
import type { StatedOxidationStates } from "../crystal/oxidation/statedOxidationStates";
import type { Structure } from "../crystal/structure";
import { CrystalFeatures } from "../learning/crystalFeatures";
import type { SuperionicModel } from "../learning/superionicModel";
import { knownConductivity, meanFeatures } from "../learning/trainingIndex";
import { databaseNumbers } from "../screening/databaseNumbers";
import { MeasuredCrystals } from "../screening/measuredCrystals";
import type { FiledProblem } from "./clusterInput";
import { readCifs } from "./readCifs";
import { placed } from "./report";
import { structuresOf } from "./structuresOf";

/** A crystal to be described, with its label. */
export interface CrystalRow {
  readonly file: string;
  readonly block: string;
  readonly formula: string;
  readonly structure: Structure;
  /** Its numbers in databases. */
  readonly identifiers: readonly string[];
  /** log10 of its conductivity, S/cm; NaN where none is known. An upper bound counts as its value. */
  readonly label: number;
}

export interface CrystalRows {
  readonly rows: readonly CrystalRow[];
  readonly problems: readonly FiledProblem[];
}

/** The crystals of CIF files and folders, without labels. */
export async function crystalRows(
  paths: readonly string[],
  oxidation: StatedOxidationStates | undefined,
): Promise<CrystalRows> {
  const rows: CrystalRow[] = [];
  const problems: FiledProblem[] = [];
  for await (const { file, document, isReadable, problems: own } of readCifs(paths)) {
    const read = isReadable ? structuresOf(document, oxidation) : { structures: [], problems: [] };
    for (const problem of placed([...own, ...read.problems], document.text.toString()))
      problems.push({ ...problem, file });
    for (const { block, structure } of read.structures)
      rows.push({
        ...{ file, block: block.code, formula: reducedFormula(structure), structure, label: NaN },
        identifiers: databaseNumbers(block),
      });
  }
  return { rows, problems };
}

/**
 * Gives crystals the conductivities of a table of measurements. A crystal that is the same as a measured one has its label,
 * whatever its file; measured ones that are not among the rows are added to them.
 *
 * @param path of the table, from where the files that it names count.
 */
export function labelledRows(rows: readonly CrystalRow[], text: string, path: string): CrystalRows {
  const measured = new MeasuredCrystals(text, path);
  const labelled = rows.map((row) => {
    const same = measured.find(row.file, matchable(row.structure));
    return same ? { ...row, label: Math.log10(same.conductivity) } : row;
  });
  const added = measured.others.map(
    ({ file, compound: { formula, structure, conductivity } }): CrystalRow => {
      const label = Math.log10(conductivity);
      return { file: relative("", file), block: "", formula, structure, identifiers: [], label };
    },
  );
  return {
    rows: [...labelled, ...added],
    problems: measured.problems.map(({ row, ...problem }) => ({ ...problem, line: row, file: path })),
  };
}

/** Gives crystals that are among the training compounds the conductivities that Superion learned of them. */
export function knownRows(rows: readonly CrystalRow[], { megnet, index }: SuperionicModel): CrystalRow[] {
  return rows.map((row) => {
    const crystal = new CrystalFeatures(row.structure, megnet);
    if (crystal.refusal()) return row;
    const nearest = index.nearest(meanFeatures(crystal.atoms("CAMNS", 1)));
    const conductivity = knownConductivity(row.formula, nearest);
    return conductivity === undefined ? row : { ...row, label: Math.log10(conductivity) };
  });
}
