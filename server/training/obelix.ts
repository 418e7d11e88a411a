import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { decodeCif } from "../src/cif/decode";
import { parseCif } from "../src/cif/parser";
import { reducedFormula } from "../src/crystal/formula";
import { Lattice } from "../src/crystal/lattice";
import { readStructures } from "../src/crystal/reading/readStructure";
import { composition, type Structure } from "../src/crystal/structure";
import type { ConductivitySample } from "../src/learning/conductivity/samples";
import { contentOfAmounts } from "../src/learning/features/cellContent";
import { contentFeatures } from "../src/learning/features/contentFeatures";
import { describeStructure } from "../src/learning/features/describeStructure";

/** A measured compound of OBELiX (Therrien et al., arXiv:2502.14234) with its structure. */
export interface MeasuredCompound {
  readonly id: string;
  readonly formula: string;
  readonly doi: string;
  /** At room temperature, S/cm; for an upper bound the bound itself. */
  readonly conductivity: number;
  readonly structure: Structure;
}

/** A row of OBELiX, with a structure where a CIF comes with it. */
export interface ObelixEntry {
  readonly id: string;
  /** As the table writes it. */
  readonly formula: string;
  readonly doi: string;
  /** One spelling a family, in lower case; empty where the table names none. */
  readonly family: string;
  /** At room temperature, S/cm; for an upper bound the bound itself. */
  readonly conductivity: number;
  readonly isUpperBound: boolean;
  /** Atoms of each element in the cell, as the table gives them. */
  readonly amounts: ReadonlyMap<string, number>;
  /** As the table gives it; `undefined` where it spans no volume. */
  readonly lattice: Lattice | undefined;
  /** Absent without a CIF; a few list no lithium. */
  readonly structure: Structure | undefined;
}

interface Row extends Readonly<Record<"a" | "b" | "c" | "alpha" | "beta" | "gamma", string>> {
  readonly ID: string;
  readonly DOI: string;
  readonly Family: string;
  readonly "Reduced Composition": string;
  readonly "True Composition": string;
  readonly "Ionic conductivity (S cm-1)": string;
}

/** All rows of one split. */
export function readEntries(folder: string, split: "train" | "test"): ObelixEntry[] {
  const csv = readFileSync(join(folder, `${split}.csv`), "utf8");
  const { data } = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true });
  return data.map((row) => {
    const conductivity = row["Ionic conductivity (S cm-1)"];
    return {
      id: row.ID,
      formula: row["Reduced Composition"],
      doi: row.DOI,
      family: familyOf(row.Family),
      conductivity: Number(conductivity.replace("<", "")),
      isUpperBound: conductivity.includes("<"),
      amounts: amountsOf(row["True Composition"]),
      lattice: Lattice.fromParameters({
        a: Number(row.a),
        b: Number(row.b),
        c: Number(row.c),
        alpha: Number(row.alpha),
        beta: Number(row.beta),
        gamma: Number(row.gamma),
      }),
      structure: readStructureFile(join(folder, "cifs", `${row.ID}.cif`)),
    };
  });
}

/** The compounds of one split whose CIF is there and lists lithium. */
export function readSplit(folder: string, split: "train" | "test"): MeasuredCompound[] {
  return readEntries(folder, split).flatMap(({ id, doi, conductivity, structure }) =>
    structure && composition(structure).has("Li")
      ? [{ id, formula: reducedFormula(structure), doi, conductivity, structure }]
      : [],
  );
}

/** The entry as the conductivity model learns from it: from the table where there is no structure that lists lithium. */
export function conductivitySample(entry: ObelixEntry): ConductivitySample {
  const { id, doi, conductivity, isUpperBound, amounts, lattice, structure } = entry;
  const isLocated = structure !== undefined && composition(structure).has("Li");
  return {
    id,
    formula: isLocated ? reducedFormula(structure) : entry.formula,
    doi,
    logConductivity: Math.log10(conductivity),
    isUpperBound,
    features: isLocated
      ? describeStructure(structure)
      : contentFeatures(contentOfAmounts(amounts, lattice?.volume ?? NaN)),
  };
}

const spellings = new Map([
  ["garnet-like", "garnet"],
  ["argyrodite", "argyrodites"],
  ["nitride", "nitrides"],
  ["cholorides", "chlorides"],
]);

function familyOf(written: string): string {
  const family = written.trim().toLowerCase();
  return spellings.get(family) ?? family;
}

/** `Li7.0Bi1.0O6.0`. */
function amountsOf(formula: string): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const [, element = "", amount] of formula.matchAll(/([A-Z][a-z]?)([\d.]*)/g))
    amounts.set(element, (amounts.get(element) ?? 0) + Number(amount === "" ? 1 : amount));
  return amounts;
}

function readStructureFile(path: string): Structure | undefined {
  if (!existsSync(path)) return undefined;
  return readStructures(parseCif(decodeCif(readFileSync(path)).text))[0]?.structure;
}
