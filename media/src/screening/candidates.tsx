import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { ScreeningRow, ScreeningView, SortColumn } from "../../../server/src/protocol/screening";
import { announce } from "../shared/announce";
import { useRows } from "../shared/table/useRows";
import { VirtualTable } from "../shared/table/virtualTable";
import type { ScreeningHost } from "./chartColumns";
import { candidateColumns } from "./columns";

export interface CandidatesProps {
  readonly host: ScreeningHost;
  /** How often the list was opened anew. */
  readonly opened: number;
  /** Of the whole list: while it runs, the table follows it. */
  readonly rows: number;
  readonly view: ScreeningView;
  readonly onView: (view: ScreeningView) => void;
  /** Keys of the columns that are shown. */
  readonly columns: ReadonlySet<string>;
  /** Index of a row that was selected here or in a chart. */
  readonly selected: number | undefined;
  readonly onSelect: (index: number) => void;
  readonly onPin: (row: ScreeningRow) => void;
}

interface Place {
  readonly index: number;
  readonly row: ScreeningRow;
}

/** The table of a screening: only what is in sight is fetched. */
export function Candidates(props: CandidatesProps) {
  const { host, opened, rows, view, onView, onSelect, onPin } = props;
  const [total, setTotal] = useState(0);
  const [refusal, setRefusal] = useState("");
  const [active, setActive] = useState<number>();
  const fetch = useCallback(
    async (from: number, to: number): Promise<Place[]> => {
      const result = await host.request("rows", { view, from, count: to - from });
      if (result.kind === "refused") {
        setRefusal(result.reason);
        throw new Error(result.reason);
      }
      setRefusal("");
      setTotal(result.total);
      return result.rows.map((row, place) => ({ row, index: result.indices[place] ?? 0 }));
    },
    [host, view, opened, rows],
  );
  const { rowAt, need } = useRows(fetch);
  useEffect(() => {
    need(0, 1);
  }, [need]);
  useSelectedPlace(props, setActive);

  const columns = useMemo(
    () =>
      candidateColumns
        .filter(({ key }) => props.columns.has(key))
        .map(({ cell, ...column }) => ({ ...column, cell: ({ row }: Place) => cell(row) })),
    [props.columns],
  );
  const at = (place: number, act: (found: Place) => void) => {
    const found = rowAt(place);
    if (found !== undefined) act(found);
  };
  return (
    <section aria-label="Compounds">
      {refusal !== "" && (
        <p class="notice" role="alert">
          {refusal}
        </p>
      )}
      <p class="count">
        {total === rows ? `${rows} compounds` : `${total} of ${rows} compounds`}. Enter opens the file, the
        space bar pins.
      </p>
      <VirtualTable
        label="Compounds"
        columns={columns}
        count={total}
        rowAt={rowAt}
        onVisible={need}
        active={active}
        onActive={(place) => {
          setActive(place);
          at(place, ({ index }) => {
            onSelect(index);
          });
        }}
        onOpen={(place) => {
          at(place, ({ index }) => void host.request("showSource", index).catch(tell));
        }}
        onMark={(place) => {
          at(place, ({ row }) => {
            onPin(row);
          });
        }}
        sorting={view.sort === null ? undefined : { key: view.sort.column, descending: view.sort.descending }}
        onSort={(key) => {
          const column = candidateColumns.find((one) => one.key === key)?.key;
          if (column === undefined) return;
          onView({ ...view, sort: nextSort(view.sort, column) });
        }}
      />
    </section>
  );

  function tell(error: unknown): void {
    setRefusal(error instanceof Error ? error.message : String(error));
    announce("The file was not opened.");
  }
}

/** A second click on a header turns the order round; numbers begin with the largest, but for ranks. */
function nextSort(sort: ScreeningView["sort"], column: SortColumn): ScreeningView["sort"] {
  if (sort?.column === column) return { column, descending: !sort.descending };
  const numeric = candidateColumns.find(({ key }) => key === column)?.numeric === true;
  return { column, descending: numeric && column !== "rank" };
}

/** Moves the table to the row that was selected, wherever that was. */
function useSelectedPlace(
  { host, view, selected, opened }: CandidatesProps,
  setActive: (place: number | undefined) => void,
): void {
  useEffect(() => {
    let isCurrent = true;
    if (selected !== undefined)
      void host.request("places", { view, indices: [selected] }).then((result) => {
        if (isCurrent && result.kind === "places") setActive(result.places[0] ?? undefined);
      });
    return () => {
      isCurrent = false;
    };
  }, [host, view, selected, opened]);
}
