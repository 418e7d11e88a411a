import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import { candidateLimits } from "../clustering/candidates";
import type { FilterResult, RowName, ScreeningRow, TableValues } from "../protocol/screening";
import { numbersInName } from "./databaseNumbers";

export type ParsedTable =
  | { readonly kind: "table"; readonly table: ScreeningTable }
  | { readonly kind: "refused"; readonly reason: string };

/** What a table says of a compound. */
export interface KnownValues extends TableValues {
  /** Activation energy, eV. */
  readonly activationEnergy: number | null;
}

type ValueKind = keyof KnownValues;

interface ValueColumn {
  readonly header: string;
  readonly kind: ValueKind;
  /** To electronvolt. */
  readonly factor: number;
}

/** Energies above the hull, band gaps and activation energies that a user has, by file, by number in the ICSD or in the Materials Project. */
export class ScreeningTable {
  constructor(
    private readonly values: ReadonlyMap<string, KnownValues>,
    /** SHA-256 of the text, hexadecimal. */
    readonly digest: string,
  ) {}

  /**
   * Reads CSV. Rows are known by columns `file`, `icsd` and `mp` (or `material_id`); values stand in columns `e_hull` (or
   * `energy_above_hull`, eV an atom, or meV where the header says so), `band_gap` (or `e_g`, eV) and `e_a` (or
   * `activation_energy`, `barrier`, eV).
   */
  static parse(text: string): ParsedTable {
    const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
      header: true,
      skipEmptyLines: "greedy",
    });
    const headers = meta.fields ?? [];
    const keys = headers.filter((header) => keyOf(header, "1") !== undefined);
    const columns = headers.flatMap((header) => valueColumn(header) ?? []);
    if (keys.length === 0) return refuse("has no column file, icsd or mp to know its rows by", headers);
    if (columns.length === 0) return refuse("has no column e_hull, band_gap or e_a", headers);
    const values = new Map<string, KnownValues>();
    for (const row of data)
      for (const header of keys) {
        const key = keyOf(header, row[header] ?? "");
        if (key !== undefined) values.set(key, valuesOf(row, columns));
      }
    const digest = createHash("sha256").update(text).digest("hex");
    return { kind: "table", table: new ScreeningTable(values, digest) };
  }

  /** A row with what the table says of it, and the filters of section 2.3 of the thesis. */
  extend(row: ScreeningRow, identifiers: readonly string[]): ScreeningRow {
    const { eHull, bandGap } = this.find(row, identifiers) ?? { eHull: null, bandGap: null };
    return {
      ...row,
      table: { eHull, bandGap },
      filters: {
        ...row.filters,
        tableHull: judged(eHull, (value) => value <= candidateLimits.energyAboveHull),
        tableGap: judged(bandGap, (value) => value >= candidateLimits.bandGap),
      },
    };
  }

  /** @param identifiers Numbers of the data block in databases. */
  find({ file, block }: RowName, identifiers: readonly string[]): KnownValues | undefined {
    const numbers = [...identifiers, ...numbersInName(baseName(file))];
    const names = [file.replaceAll("\\", "/"), baseName(file), stem(file), block].map(
      (name) => `file ${name.toLowerCase()}`,
    );
    for (const key of [...numbers, ...names]) {
      const found = this.values.get(key);
      if (found) return found;
    }
    return undefined;
  }
}

/**
 * The table of a CSV file; a refusal names the file.
 *
 * @throws Error where it cannot be read.
 */
export async function readScreeningTable(path: string): Promise<ParsedTable> {
  const parsed = ScreeningTable.parse(await readFile(path, "utf8"));
  return parsed.kind === "table" ? parsed : { kind: "refused", reason: `${path}: ${parsed.reason}` };
}

function judged(value: number | null, holds: (value: number) => boolean): FilterResult<number> {
  return { pass: value === null ? null : holds(value), value };
}

function refuse(what: string, headers: readonly string[]): ParsedTable {
  return { kind: "refused", reason: `The table ${what}; its columns are ${headers.join(", ") || "none"}.` };
}

/** Under what a row is found that has this text in this column; `undefined` where the column names no row. */
function keyOf(header: string, text: string): string | undefined {
  const name = normalized(header);
  const value = text.trim();
  if (/^(file|filename|path|cif|block)$/.test(name))
    return `file ${value.replaceAll("\\", "/").toLowerCase()}`;
  if (/^icsd(id|code|number|collectioncode)?$/.test(name))
    return /\d+/.test(value) ? `icsd-${Number(/\d+/.exec(value)?.[0])}` : undefined;
  if (/^(mp|mpid|materialid|materialsprojectid|mpcode)$/.test(name))
    return /^\d+$/.test(value) ? `mp-${value}` : value.toLowerCase();
  return undefined;
}

function valueColumn(header: string): ValueColumn | undefined {
  const name = normalized(header);
  const factor = name.includes("mev") ? 1e-3 : 1;
  if (/^(ehull|eabovehull|energyabovehull|ehullatom)(m?ev.*)?$/.test(name))
    return { header, kind: "eHull", factor };
  if (/^(bandgap|eg|gap)(m?ev)?$/.test(name)) return { header, kind: "bandGap", factor };
  if (/^(ea|activationenergy|barrier|migrationbarrier)(m?ev)?$/.test(name))
    return { header, kind: "activationEnergy", factor };
  return undefined;
}

function normalized(header: string): string {
  return header.toLowerCase().replace(/[^a-z]/g, "");
}

function valuesOf(row: Readonly<Record<string, string>>, columns: readonly ValueColumn[]): KnownValues {
  const found: Record<ValueKind, number | null> = { eHull: null, bandGap: null, activationEnergy: null };
  for (const { header, kind, factor } of columns) {
    const text = (row[header] ?? "").trim();
    const value = text === "" ? NaN : Number(text) * factor;
    if (Number.isFinite(value)) found[kind] = value;
  }
  return found;
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

function stem(file: string): string {
  return baseName(file).replace(/\.[^.]+$/, "");
}
