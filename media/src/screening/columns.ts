import type { ScreeningRow, SortColumn } from "../../../server/src/protocol/screening";
import type { Column } from "../shared/table/virtualTable";

/** A column of the list of candidates; its key is what it sorts by. */
export interface CandidateColumn extends Column<ScreeningRow> {
  readonly key: SortColumn;
  readonly cell: (row: ScreeningRow) => string;
}

const number = (value: number | null | undefined, digits: number) => value?.toFixed(digits) ?? "";
const yes = (value: boolean | null | undefined) => (value === true ? "yes" : value === false ? "no" : "");

/** What the table can show of a row, in order. */
export const candidateColumns: readonly CandidateColumn[] = [
  {
    key: "rank",
    title: "Rank",
    width: 56,
    numeric: true,
    cell: ({ rank }) => (rank === null ? "" : String(rank)),
  },
  { key: "formula", title: "Formula", width: 170, cell: ({ formula, block }) => formula || block },
  {
    key: "pSi",
    title: "P_SI",
    hint: "Probability that the conductivity at room temperature is 1e-4 S/cm or more",
    width: 64,
    numeric: true,
    cell: ({ pSi }) => number(pSi, 3),
  },
  {
    key: "deviation",
    title: "\u00b1",
    hint: "Standard deviation of P_SI over the ensemble",
    width: 64,
    numeric: true,
    cell: ({ deviation }) => number(deviation, 3),
  },
  {
    key: "dTraining",
    title: "d_training",
    hint: "Distance to the nearest training compound, in training standard deviations",
    width: 92,
    numeric: true,
    cell: ({ dTraining }) => number(dTraining, 2),
  },
  { key: "nearest", title: "Nearest", width: 150, cell: ({ nearest }) => nearest?.formula ?? "" },
  {
    key: "conductivity",
    title: "\u03c3 (S/cm)",
    hint: "Expected conductivity at room temperature",
    width: 84,
    numeric: true,
    cell: ({ conductivity }) => conductivity?.value.toExponential(1) ?? "",
  },
  {
    key: "bandGap",
    title: "E_g (eV)",
    hint: "Predicted band gap",
    width: 76,
    numeric: true,
    cell: ({ bandGap }) => number(bandGap, 2),
  },
  {
    key: "barrier",
    title: "E_a (eV)",
    hint: "Activation energy of lithium in three dimensions by bond-valence site energies; 20 where there is no way",
    width: 76,
    numeric: true,
    cell: ({ barrier }) => barrier?.activationEnergy?.toFixed(3) ?? barrier?.reason ?? "",
  },
  { key: "spaceGroup", title: "Space group", width: 110, cell: ({ spaceGroup }) => spaceGroup?.symbol ?? "" },
  {
    key: "ordered",
    title: "Ordered",
    width: 92,
    cell: (row) => yes(row.formula === "" ? null : row.ordered),
  },
  { key: "lithium", title: "Has Li", width: 68, cell: ({ filters }) => yes(filters.lithium.pass) },
  { key: "gap", title: "E_g > 1", width: 72, cell: ({ filters }) => yes(filters.bandGap.pass) },
  {
    key: "nonmetallic",
    title: "No alloy",
    hint: "Whether it is no intermetallic compound",
    width: 84,
    cell: ({ filters }) => yes(filters.intermetallic.pass),
  },
  {
    key: "novel",
    title: "Novel",
    hint: "Whether no training compound has all elements within 5 % of its composition",
    width: 64,
    cell: ({ filters }) => yes(filters.novel.pass),
  },
  {
    key: "eHull",
    title: "E_hull (eV)",
    hint: "Energy above the hull an atom, from your table",
    width: 90,
    numeric: true,
    cell: ({ table }) => number(table?.eHull, 3),
  },
  {
    key: "tableHull",
    title: "Near the hull",
    hint: "Whether it is at most 70 meV an atom above the hull, by your table",
    width: 108,
    cell: ({ filters }) => yes(filters.tableHull?.pass),
  },
  {
    key: "tableGap",
    title: "E_g, table (eV)",
    hint: "Band gap, from your table",
    width: 116,
    numeric: true,
    cell: ({ table }) => number(table?.bandGap, 2),
  },
  {
    key: "tableGapPass",
    title: "Wide gap",
    hint: "Whether the gap is at least 1 eV, by your table",
    width: 84,
    cell: ({ filters }) => yes(filters.tableGap?.pass),
  },
  {
    key: "duplicate",
    title: "Duplicate of",
    width: 140,
    cell: ({ duplicateOf }) => (duplicateOf === null ? "" : duplicateOf.block),
  },
  { key: "reason", title: "Why not", width: 260, cell: ({ reason }) => reason ?? "" },
  { key: "file", title: "File", width: 260, cell: ({ file }) => file },
  { key: "block", title: "Block", width: 120, cell: ({ block }) => block },
];

/** What is shown until the user chooses. */
export const usualColumns: readonly SortColumn[] = [
  "rank",
  "formula",
  "pSi",
  "deviation",
  "dTraining",
  "nearest",
  "conductivity",
  "bandGap",
  "spaceGroup",
  "ordered",
  "novel",
  "reason",
  "file",
];

/** As {@link usualColumns}, with what only some lists have. */
export function usualColumnsWith(has: { readonly table: boolean; readonly barriers: boolean }): SortColumn[] {
  const more: readonly SortColumn[] = [
    ...(has.table ? (["eHull", "tableHull"] as const) : []),
    ...(has.barriers ? (["barrier"] as const) : []),
  ];
  return usualColumns.flatMap((column) => (column === "bandGap" ? [column, ...more] : [column]));
}
