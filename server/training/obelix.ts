import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { decodeCif } from "../src/cif/decode";
import { parseCif } from "../src/cif/parser";
import { reducedFormula } from "../src/crystal/formula";
import { parseFormula } from "../src/crystal/parseFormula";
import { readStructures } from "../src/crystal/reading/readStructure";
import { composition, type Structure } from "../src/crystal/structure";

/** An entry of OBELiX (Therrien et al., arXiv:2502.14234). */
export interface ObelixEntry {
  readonly id: string;
  readonly formula: string;
  readonly doi: string;
  /** One spelling a family; empty where the table names none. */
  readonly family: string;
  /** At room temperature, S/cm; for an upper bound the bound itself. */
  readonly conductivity: number;
}

/** A measured compound with its structure. */
export interface MeasuredCompound extends ObelixEntry {
  readonly structure: Structure;
}

/** A measured compound of which the table knows the composition alone. */
export interface MeasuredComposition extends ObelixEntry {
  /** Atoms in the cell. */
  readonly composition: ReadonlyMap<string, number>;
}

/** At least this conductivity, S/cm, makes a compound superionic (section 4.3 of the thesis). */
const superionicThreshold = 1e-4;

export function isSuperionic({ conductivity }: Pick<ObelixEntry, "conductivity">): boolean {
  return conductivity >= superionicThreshold;
}

interface Row {
  readonly ID: string;
  readonly DOI: string;
  readonly Family: string;
  readonly "True Composition": string;
  readonly "Ionic conductivity (S cm-1)": string;
}

/** The compounds of one split whose CIF is there and lists lithium. */
export function readSplit(folder: string, split: "train" | "test"): MeasuredCompound[] {
  return readRows(folder, split).flatMap((row) => {
    const structure = readLithiumStructure(folder, row);
    return structure ? [{ ...entry(row, reducedFormula(structure)), structure }] : [];
  });
}

/** The compounds of one split without a CIF that lists lithium. */
export function readCompositions(folder: string, split: "train" | "test"): MeasuredComposition[] {
  return readRows(folder, split).flatMap((row) => {
    const parsed = parseFormula(row["True Composition"]);
    if (!parsed.ok || readLithiumStructure(folder, row)) return [];
    return [{ ...entry(row, row["True Composition"]), composition: parsed.composition }];
  });
}

function readRows(folder: string, split: "train" | "test"): Row[] {
  const csv = readFileSync(join(folder, `${split}.csv`), "utf8");
  return Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
}

function entry(row: Row, formula: string): ObelixEntry {
  const conductivity = Number(row["Ionic conductivity (S cm-1)"].replace("<", ""));
  return { id: row.ID, formula, doi: row.DOI, family: familyOf(row.Family), conductivity };
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

function readLithiumStructure(folder: string, { ID }: Row): Structure | undefined {
  const path = join(folder, "cifs", `${ID}.cif`);
  if (!existsSync(path)) return undefined;
  const structure = readStructures(parseCif(decodeCif(readFileSync(path)).text))[0]?.structure;
  return structure && composition(structure).has("Li") ? structure : undefined;
}
