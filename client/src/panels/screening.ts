import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { commands, Disposable, Uri, window } from "vscode";
import {
  closeScreeningMethod,
  exportScreeningMethod,
  openScreeningMethod,
  screeningColumnsMethod,
  screeningMaskMethod,
  screeningPlacesMethod,
  screeningRowsMethod,
  screeningSourceMethod,
  trainingMapMethod,
  type ScreeningView,
} from "../../../server/src/protocol/screening";
import {
  readScreeningParams,
  readScreeningSubject,
  type OpenedScreening,
  type ScreeningPanelEvent,
  type ScreeningPanelRequests,
  type ScreeningSubject,
} from "../../../server/src/protocol/screeningPanel";
import type { OpenPanel, PanelContext, PanelKind } from "./panel";
import { showBlockSource } from "./source";
import { reasonOf } from "../reasonOf";

/** The list, the charts and the map of a screening, while it runs and from its result file. */
export const screeningPanel: PanelKind<ScreeningSubject, ScreeningPanelRequests, ScreeningPanelEvent> = {
  name: "screening",
  readSubject: readScreeningSubject,
  readParams: readScreeningParams,
  title: ({ file }) => `Screening: ${basename(file)}`,
  key: ({ file }) => file,
  handlers(panel, context) {
    const { server, screenings } = context;
    const { file } = panel.subject;
    const list = new ShownList(panel, context);
    return {
      open: () => list.open(),
      rows: (slice) => server.request(screeningRowsMethod, { id: list.id, ...slice }),
      places: (rows) => server.request(screeningPlacesMethod, { id: list.id, ...rows }),
      columns: (columns) => server.request(screeningColumnsMethod, { id: list.id, ...columns }),
      mask: (view) => server.request(screeningMaskMethod, { id: list.id, view }),
      trainingMap: () => server.request(trainingMapMethod, null),
      showSource: (index) => showSource(context, list.id, index),
      exportRows: (view) => exportRows(context, list.id, view, file),
      cluster({ filter, search, within }) {
        const view = { filter, search, ...(within && { within }) };
        void commands.executeCommand("superion.clusterCompounds", { kind: "screening", file, view });
        return null;
      },
      cancel() {
        screenings.cancel(file);
        return null;
      },
      resume() {
        void resume(context, file);
        return null;
      },
    };
  },
};

/** The list that the server holds for a panel: that of the screening that runs, else one read from the result file. */
class ShownList {
  #opened: string | undefined;

  constructor(
    private readonly panel: OpenPanel<ScreeningSubject, ScreeningPanelEvent>,
    private readonly context: PanelContext,
  ) {
    const { screenings } = context;
    const { file } = panel.subject;
    panel.owned.push(
      screenings.onDidProgress(({ file: of, progress }) => {
        if (of === file) panel.tell({ type: "progress", progress });
      }),
      // A server that starts anew has no list open, and another model has another map.
      context.server.onDidChangeModelStatus(({ state }) => {
        if (state === "ready") panel.tell({ type: "changed" });
      }),
      screenings.onDidChange((changed) => {
        if (changed === file) panel.tell({ type: "changed" });
      }),
      new Disposable(() => void this.#close()),
    );
  }

  get id(): string {
    const id = this.context.screenings.running(this.panel.subject.file)?.id ?? this.#opened;
    if (id === undefined) throw new Error("The screening is not open.");
    return id;
  }

  async open(): Promise<OpenedScreening> {
    const { screenings, server } = this.context;
    const { file } = this.panel.subject;
    await this.#close();
    const running = screenings.running(file);
    if (running !== undefined) return { state: "running", progress: running.progress };
    const id = randomUUID();
    const opened = await server.request(openScreeningMethod, { id, file });
    if (opened.kind === "opened") this.#opened = id;
    return { state: "opened", opened, outcome: screenings.outcome(file) ?? null };
  }

  async #close(): Promise<void> {
    const id = this.#opened;
    this.#opened = undefined;
    if (id !== undefined) await this.context.server.notify(closeScreeningMethod, { id });
  }
}

/** Its end is told by an event, but for what keeps it from going on. */
async function resume({ screenings }: PanelContext, file: string): Promise<void> {
  try {
    const past = screenings.past.find((one) => one.file === file);
    if (past === undefined || past.paths.length === 0)
      throw new Error(`It is not known what was screened into ${file}: start from a folder.`);
    if (past.jobs !== undefined)
      throw new Error(
        "It was screened on a cluster: submit it to Slurm again, which does only what is new or changed.",
      );
    const outcome = await screenings.run(past, true);
    if (outcome.kind === "refused") throw new Error(outcome.reason);
  } catch (error) {
    void window.showErrorMessage(`Superion: ${reasonOf(error)}`);
  }
}

async function showSource({ server }: PanelContext, id: string, index: number): Promise<null> {
  return showBlockSource(await server.request(screeningSourceMethod, { id, index }));
}

const exportFilters = { CSV: ["csv"], NDJSON: ["ndjson"], Parquet: ["parquet"] };

async function exportRows(
  { server }: PanelContext,
  id: string,
  view: ScreeningView,
  file: string,
): Promise<null> {
  const proposed = Uri.file(file.replace(/\.\w+$/, "-selection.csv"));
  const chosen = await window.showSaveDialog({ defaultUri: proposed, filters: exportFilters });
  if (chosen === undefined) return null;
  const result = await server.request(exportScreeningMethod, { id, view, output: chosen.fsPath });
  if (result.kind === "refused") throw new Error(result.reason);
  return null;
}
