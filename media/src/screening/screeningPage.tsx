import * as v from "valibot";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { OpenScreeningResult, ScreeningView } from "../../../server/src/protocol/screening";
import {
  readScreeningView,
  type OpenedScreening,
  type ScreeningPanelEvent,
  type ScreeningPanelRequests,
  type ScreeningSubject,
} from "../../../server/src/protocol/screeningPanel";
import { reader } from "../../../server/src/protocol/webview";
import { announce } from "../shared/announce";
import { fileName } from "../shared/fileName";
import type { PageProps } from "../shared/startPage";
import { useViewState } from "../shared/viewState";
import { Candidates } from "./candidates";
import type { ScreeningHost } from "./chartColumns";
import { Charts } from "./charts";
import { usualColumns, usualColumnsWith } from "./columns";
import { Comparison } from "./comparison";
import { knownTerms, tableTerms } from "./filterTerms";
import { RunStatus } from "./runStatus";
import { Toolbar } from "./toolbar";
import { usePinned } from "./pinned";
import { useMask } from "./useMask";

type Props = PageProps<ScreeningSubject, ScreeningPanelRequests, ScreeningPanelEvent>;

const allByRank: ScreeningView = { sort: { column: "pSi", descending: true }, filter: "", search: "" };
const readColumns = reader(v.array(v.string()));
const readSwitch = reader(v.boolean());

/** A screening: its charts, its list, and what is selected in all of them. */
export function ScreeningPage({ subject, host }: Props) {
  const { opened, count } = useOpened(host);
  const [view, setView] = useViewState("list", readScreeningView, allByRank);
  const [columns, setColumns] = useViewState<readonly string[]>("columns", readColumns, usualColumns);
  const [boxChooses, setBoxChooses] = useViewState("boxChooses", readSwitch, false);
  const [selected, setSelected] = useState<number>();
  const [pinned, togglePin] = usePinned(host, count);
  const rows = rowsOf(opened);
  useEffect(() => {
    if (count < 2) return;
    // Another list has other places.
    setSelected(undefined);
  }, [count]);
  const { filter, search, within } = view;
  const isAll = filter.trim() === "" && search.trim() === "";
  const listed = useMask(host, count, rows, isAll ? undefined : { filter, search });
  const chosen = useMask(host, count, rows, within && { filter, search, within });
  const chosenCount = useMemo(() => chosen?.reduce((sum, one) => sum + one, 0), [chosen]);
  useEffect(() => {
    if (chosenCount !== undefined) announce(`${chosenCount} compounds chosen.`);
  }, [chosenCount]);
  const hasTable = opened?.state === "opened" && wasGivenTable(opened.opened);
  const hasBarriers = opened?.state === "opened" && hasComputedBarriers(opened.opened);
  const terms = useMemo(() => (hasTable ? [...knownTerms, ...tableTerms] : knownTerms), [hasTable]);
  const shown = useMemo(
    () =>
      new Set<string>(
        columns === usualColumns ? usualColumnsWith({ table: hasTable, barriers: hasBarriers }) : columns,
      ),
    [columns, hasTable, hasBarriers],
  );
  return (
    <>
      <h1>{fileName(subject.file)}</h1>
      {opened && <RunStatus opened={opened} host={host} />}
      {rows > 0 && (
        <>
          <Charts
            host={host}
            opened={count}
            rows={rows}
            shown={listed}
            chosen={chosen}
            boxChooses={boxChooses}
            onBoxChooses={setBoxChooses}
            selected={selected}
            onSelect={setSelected}
            onChoose={(within) => {
              setView({ ...view, within });
            }}
          />
          <Toolbar
            view={view}
            onView={setView}
            chosenCount={chosenCount}
            terms={terms}
            shownColumns={shown}
            onColumns={setColumns}
            onCluster={() => void host.request("cluster", view)}
            onExport={() => void host.request("exportRows", view)}
          />
          <Candidates
            host={host}
            opened={count}
            rows={rows}
            view={view}
            onView={setView}
            columns={shown}
            selected={selected}
            onSelect={setSelected}
            onPin={togglePin}
          />
          <Comparison rows={pinned} onUnpin={togglePin} />
        </>
      )}
    </>
  );
}

function wasGivenTable(opened: OpenScreeningResult): boolean {
  return opened.kind === "opened" && opened.header !== null && opened.header.settings.table !== null;
}

function hasComputedBarriers(opened: OpenScreeningResult): boolean {
  return opened.kind === "opened" && opened.hasBarriers;
}

function rowsOf(opened: OpenedScreening | undefined): number {
  if (opened?.state === "running") return opened.progress?.done ?? 0;
  return opened?.opened.kind === "opened" ? opened.opened.rows : 0;
}

function refusedOpening(error: unknown): OpenedScreening {
  const reason = error instanceof Error ? error.message : String(error);
  return { state: "opened", opened: { kind: "refused", reason }, outcome: null };
}

/** What the host has open, followed while it runs; `count` counts how often it was opened anew. */
function useOpened(host: ScreeningHost): { opened: OpenedScreening | undefined; count: number } {
  const [state, setState] = useState<{ opened: OpenedScreening | undefined; count: number }>({
    opened: undefined,
    count: 0,
  });
  useEffect(() => {
    const open = async () => {
      const opened = await host.request("open", null).catch(refusedOpening);
      setState(({ count }) => ({ opened, count: count + 1 }));
    };
    void open();
    return host.onEvent((event) => {
      switch (event.type) {
        case "changed":
          void open();
          break;
        case "progress":
          setState(({ opened, count }) =>
            opened?.state === "running"
              ? { opened: { state: "running", progress: event.progress }, count }
              : { opened, count },
          );
      }
    });
  }, [host]);
  return state;
}
