import { randomUUID } from "node:crypto";
import { basename, dirname } from "node:path";
import {
  Disposable,
  EventEmitter,
  Position,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type TreeDataProvider,
} from "vscode";
import {
  closeScreeningMethod,
  openScreeningMethod,
  screeningRowsMethod,
  screeningSourceMethod,
  type ScreeningRow,
  type ScreeningSourceResult,
} from "../../../server/src/protocol/screening";
import type { LanguageServer } from "../languageServer";
import type { Screening, Screenings } from "../screenings";

type Node =
  | { readonly kind: "screening"; readonly screening: Screening }
  | { readonly kind: "candidate"; readonly row: ScreeningRow; readonly source: ScreeningSourceResult }
  | { readonly kind: "notice"; readonly text: string };

const candidateCount = 10;

/** The side bar's view of past screenings, each with its top candidates. */
export function showScreenings(screenings: Screenings, server: LanguageServer): Disposable {
  const provider = new ScreeningsTree(screenings, server);
  return Disposable.from(
    provider,
    window.createTreeView("superion.screenings", { treeDataProvider: provider, showCollapseAll: true }),
  );
}

class ScreeningsTree implements TreeDataProvider<Node> {
  readonly #changed = new EventEmitter<undefined>();
  readonly #listening: Disposable;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly screenings: Screenings,
    private readonly server: LanguageServer,
  ) {
    this.#listening = screenings.onDidChange(() => {
      this.#changed.fire(undefined);
    });
  }

  getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case "screening":
        return this.#screeningItem(node.screening);
      case "candidate":
        return candidateItem(node.row, node.source);
      case "notice":
        return new TreeItem(node.text);
    }
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined)
      return this.screenings.past.map((screening) => ({ kind: "screening", screening }));
    if (node.kind !== "screening") return [];
    if (this.screenings.running(node.screening.file))
      return [{ kind: "notice", text: "It is still running." }];
    return this.#topCandidates(node.screening);
  }

  dispose(): void {
    Disposable.from(this.#listening, this.#changed).dispose();
  }

  #screeningItem({ file, jobs }: Screening): TreeItem {
    const item = new TreeItem(basename(file), TreeItemCollapsibleState.Collapsed);
    const running = this.screenings.running(file) !== undefined;
    const folder = dirname(workspace.asRelativePath(file)).replace(/^\.$/, "");
    item.description = [folder, ...(jobs ? [`Slurm ${jobs.arrays.join(", ")}`] : [])].join(" ").trim();
    item.tooltip = file;
    item.iconPath = new ThemeIcon(running ? "sync~spin" : jobs ? "server" : "filter");
    item.command = jobs
      ? { command: "superion.gatherScreening", title: "Gather Screening Shards", arguments: [file] }
      : { command: "superion.openScreening", title: "Open Screening", arguments: [file] };
    return item;
  }

  async #topCandidates({ file, jobs }: Screening): Promise<Node[]> {
    const { server } = this;
    const id = randomUUID();
    try {
      const opened = await server.request(openScreeningMethod, { id, file });
      if (opened.kind === "refused")
        return [{ kind: "notice", text: jobs ? "Slurm has it: click above to gather." : opened.reason }];
      const view = { sort: { column: "rank", descending: false }, filter: "", search: "" } as const;
      const slice = await server.request(screeningRowsMethod, { id, view, from: 0, count: candidateCount });
      if (slice.kind === "refused") return [{ kind: "notice", text: slice.reason }];
      const nodes = slice.rows.map(async (row, place): Promise<Node> => {
        const index = slice.indices[place] ?? place;
        const source = await server.request(screeningSourceMethod, { id, index });
        return { kind: "candidate", row, source };
      });
      return await Promise.all(nodes);
    } finally {
      await server.notify(closeScreeningMethod, { id });
    }
  }
}

function candidateItem(row: ScreeningRow, source: ScreeningSourceResult): TreeItem {
  const { formula, block, file, pSi, deviation, reason } = row;
  const item = new TreeItem(formula || block);
  item.description =
    pSi === null ? (reason ?? "") : `P_SI ${pSi.toFixed(2)} ± ${(deviation ?? 0).toFixed(2)}`;
  item.tooltip = `${file}, data_${block}`;
  if (source.kind === "file") {
    const start = new Position(source.line, 0);
    const options = { selection: new Range(start, start), preview: true };
    item.command = { command: "vscode.open", title: "Open", arguments: [Uri.file(source.path), options] };
  }
  return item;
}
