import { unparse } from "papaparse";
import { compoundName, type ClusterData } from "./clusterData";
import type { Cut } from "./cut";
import type { JudgedCut } from "./useCut";

/** A line of the list of compounds; NaN where a value is not known. */
export interface CompoundRow {
  readonly index: number;
  readonly formula: string;
  /** Its number, from 0. */
  readonly cluster: number;
  readonly logConductivity: number;
  readonly pSi: number;
  readonly bandGap: number;
  readonly eHull: number;
  readonly barrier: number;
  readonly isCandidate: boolean;
  readonly file: string;
  readonly block: string;
}

export type CompoundKey = Exclude<keyof CompoundRow, "index">;

/** @param barriers Activation energies by index of the compound. */
export function compoundRows(
  data: ClusterData,
  cut: Cut,
  judged: JudgedCut | undefined,
  barriers: Float32Array,
): CompoundRow[] {
  const candidates = new Set(judged?.candidates);
  return data.files.map((file, index) => ({
    index,
    formula: compoundName(data, index),
    cluster: cut.clusters[cut.placeOf[index] ?? 0]?.number ?? 0,
    logConductivity: data.logConductivity[index] ?? NaN,
    pSi: data.pSi[index] ?? NaN,
    bandGap: data.bandGap[index] ?? NaN,
    eHull: data.eHull[index] ?? NaN,
    barrier: barriers[index] ?? NaN,
    isCandidate: candidates.has(index),
    file,
    block: data.blocks[index] ?? "",
  }));
}

/** Rows without a value come last in both directions. */
export function sortRows(rows: readonly CompoundRow[], key: CompoundKey, descending: boolean): CompoundRow[] {
  const sign = descending ? -1 : 1;
  const missing = (row: CompoundRow) => Number(Number.isNaN(row[key]));
  return rows.toSorted((one, other) => missing(one) - missing(other) || sign * compare(one[key], other[key]));
}

function compare<Value extends CompoundRow[CompoundKey]>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The list as CSV, empty where a value is not known. */
export function compoundCsv(rows: readonly CompoundRow[]): string {
  const header = [
    ...["file", "block", "formula", "cluster", "log10 conductivity (S/cm)", "P_SI"],
    ...["E_g (eV)", "E_hull (eV/atom)", "E_a (eV)", "candidate"],
  ];
  const number = (value: number) => (Number.isNaN(value) ? "" : value);
  const cells = rows.map((row) => [
    ...[row.file, row.block, row.formula, row.cluster, number(row.logConductivity), number(row.pSi)],
    ...[number(row.bandGap), number(row.eHull), number(row.barrier), row.isCandidate ? "yes" : "no"],
  ]);
  return unparse([header, ...cells], { newline: "\n" }) + "\n";
}
