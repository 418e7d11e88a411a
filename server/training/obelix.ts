import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { decodeCif } from "../src/cif/decode";
import { parseCif } from "../src/cif/parser";
import { reducedFormula } from "../src/crystal/formula";
import { readStructures } from "../src/crystal/reading/readStructure";
import { composition, type Structure } from "../src/crystal/structure";

/** A measured compound of OBELiX (Therrien et al., arXiv:2502.14234) with its structure. */
export interface MeasuredCompound {
  readonly id: string;
  readonly formula: string;
  readonly doi: string;
  /** At room temperature, S/cm; for an upper bound the bound itself. */
  readonly conductivity: number;
  readonly structure: Structure;
}

/** At least this conductivity, S/cm, makes a compound superionic (section 4.3 of the thesis). */
const superionicThreshold = 1e-4;

export function isSuperionic({ conductivity }: MeasuredCompound): boolean {
  return conductivity >= superionicThreshold;
}

interface Row {
  readonly ID: string;
  readonly DOI: string;
  readonly "Ionic conductivity (S cm-1)": string;
}

/** The compounds of one split whose CIF is there and lists lithium. */
export function readSplit(folder: string, split: "train" | "test"): MeasuredCompound[] {
  const csv = readFileSync(join(folder, `${split}.csv`), "utf8");
  const { data } = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true });
  return data.flatMap((row) => {
    const structure = readStructureFile(join(folder, "cifs", `${row.ID}.cif`));
    if (!structure || !composition(structure).has("Li")) return [];
    const conductivity = Number(row["Ionic conductivity (S cm-1)"].replace("<", ""));
    return [{ id: row.ID, formula: reducedFormula(structure), doi: row.DOI, conductivity, structure }];
  });
}

function readStructureFile(path: string): Structure | undefined {
  if (!existsSync(path)) return undefined;
  return readStructures(parseCif(decodeCif(readFileSync(path)).text))[0]?.structure;
}
