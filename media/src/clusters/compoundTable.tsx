import { useEffect, useMemo, useState } from "preact/hooks";
import { fileName } from "../shared/fileName";
import { announce } from "../shared/announce";
import { VirtualTable, type Column, type Sorting } from "../shared/table/virtualTable";
import { reasonOf, type ClustersHost } from "./clustersHost";
import { compoundCsv, sortRows, type CompoundKey, type CompoundRow } from "./compoundRows";
import type { Selection } from "./useSelection";

export const shownKinds = ["all", "selected", "candidates"] as const;
export type ShownKind = (typeof shownKinds)[number];

export interface CompoundTableProps {
  readonly host: ClustersHost;
  readonly rows: readonly CompoundRow[];
  readonly shown: ShownKind;
  readonly onShown: (shown: ShownKind) => void;
  readonly selection: Selection;
}

interface CompoundColumn extends Column<CompoundRow> {
  readonly key: CompoundKey;
}

const number = (value: number, digits: number) => (Number.isNaN(value) ? "" : value.toFixed(digits));

const columns: readonly CompoundColumn[] = [
  { key: "cluster", title: "Cluster", width: 76, numeric: true, cell: ({ cluster }) => cluster },
  { key: "formula", title: "Formula", width: 150, cell: ({ formula }) => formula },
  {
    key: "logConductivity",
    title: "log \u03c3",
    hint: "Measured at room temperature, log10 of S/cm",
    width: 64,
    numeric: true,
    cell: ({ logConductivity }) => number(logConductivity, 1),
  },
  {
    key: "pSi",
    title: "P_SI",
    hint: "Probability that the conductivity at room temperature is 1e-4 S/cm or more",
    width: 64,
    numeric: true,
    cell: ({ pSi }) => number(pSi, 3),
  },
  {
    key: "bandGap",
    title: "E_g (eV)",
    hint: "Band gap: from your table, else predicted",
    width: 76,
    numeric: true,
    cell: ({ bandGap }) => number(bandGap, 2),
  },
  {
    key: "eHull",
    title: "E_hull (eV)",
    hint: "Energy above the hull an atom, from your table",
    width: 100,
    numeric: true,
    cell: ({ eHull }) => number(eHull, 3),
  },
  {
    key: "barrier",
    title: "E_a (eV)",
    hint: "Activation energy in three dimensions: from your table, else by bond-valence site energies; 20 where there is no way",
    width: 76,
    numeric: true,
    cell: ({ barrier }) => number(barrier, 2),
  },
  {
    key: "isCandidate",
    title: "Candidate",
    hint: "Not measured, in a cluster with high conductivities or the nearest to one, and ruled out by no filter of chapter 2",
    width: 100,
    cell: ({ isCandidate }) => (isCandidate ? "yes" : ""),
  },
  { key: "file", title: "File", width: 200, cell: ({ file }) => <span title={file}>{fileName(file)}</span> },
];

const titles = { all: "All", selected: "Selected", candidates: "Candidates" } as const;

/** The compounds with their clusters. */
export function CompoundTable(props: CompoundTableProps) {
  const { host, shown, onShown, selection } = props;
  const [sorting, setSorting] = useState<Sorting & { readonly key: CompoundKey }>({
    key: "cluster",
    descending: false,
  });
  const rows = useMemo(() => {
    const isShown = {
      all: () => true,
      selected: ({ index }: CompoundRow) => selection.selected.has(index),
      candidates: ({ isCandidate }: CompoundRow) => isCandidate,
    }[shown];
    return sortRows(props.rows.filter(isShown), sorting.key, sorting.descending);
  }, [props.rows, shown, selection.selected, sorting]);
  const [active, setActive] = useState<number>();
  useEffect(() => {
    const place = rows.findIndex(({ index }) => index === selection.first);
    setActive(place < 0 ? undefined : place);
  }, [rows, selection.first]);
  return (
    <section aria-label="Compounds">
      <div class="toolbar">
        <h2>Compounds</h2>
        <span role="group" aria-label="Shown compounds" class="choice">
          {shownKinds.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={shown === kind}
              onClick={() => {
                onShown(kind);
              }}
            >
              {titles[kind]}
            </button>
          ))}
        </span>
        <span class="count">
          {rows.length === props.rows.length ? rows.length : `${rows.length} of ${props.rows.length}`}. Enter
          opens the file.
        </span>
        <button type="button" onClick={() => void save(host, rows)}>
          Export Table...
        </button>
      </div>
      <VirtualTable
        label="Compounds"
        columns={columns}
        count={rows.length}
        rowAt={(place) => rows[place]}
        active={active}
        isSelected={(place) => selection.selected.has(rows[place]?.index ?? -1)}
        onActive={(place) => {
          setActive(place);
          const row = rows[place];
          // What is shown would else be this row alone.
          if (row && shown === "selected") selection.lead(row.index);
          else if (row) selection.select([row.index]);
        }}
        onOpen={(place) => {
          const row = rows[place];
          if (row) void openSource(host, row.index);
        }}
        sorting={sorting}
        onSort={(key) => {
          const column = columns.find((one) => one.key === key);
          if (!column) return;
          const isSame = sorting.key === column.key;
          setSorting({
            key: column.key,
            descending: isSame ? !sorting.descending : startsWithLargest(column),
          });
        }}
      />
    </section>
  );
}

function startsWithLargest({ key, numeric }: CompoundColumn): boolean {
  return key === "isCandidate" || (numeric === true && key !== "cluster");
}

async function openSource(host: ClustersHost, index: number): Promise<void> {
  await host.request("showSource", index).catch((error: unknown) => {
    announce(`The file was not opened: ${reasonOf(error)}`);
  });
}

async function save(host: ClustersHost, rows: readonly CompoundRow[]): Promise<void> {
  await host.request("save", { name: "Clusters.csv", bytes: new TextEncoder().encode(compoundCsv(rows)) });
}
