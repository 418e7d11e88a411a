import { basename, dirname } from "node:path";
import { RelativePattern, Uri, ViewColumn, window, workspace, type Disposable } from "vscode";
import {
  arrheniusMethod,
  inspectImpedanceMethod,
  readImpedanceMethod,
} from "../../../server/src/protocol/impedance";
import { analysePolarisationMethod } from "../../../server/src/protocol/polarisation";
import {
  readImpedancePanelParams,
  readImpedanceSubject,
  type ImpedancePanelEvent,
  type ImpedancePanelRequests,
  type ImpedanceSubject,
  type Report,
} from "../../../server/src/protocol/impedancePanel";
import { changeCell, replaceCell } from "./cellFiles";
import { seriesHandlers } from "./impedanceSeries";
import type { PanelKind } from "./panel";

/** Impedance spectra of a series of files, with fits and activation energies. */
export const impedancePanel: PanelKind<ImpedanceSubject, ImpedancePanelRequests, ImpedancePanelEvent> = {
  name: "impedance",
  readSubject: readImpedanceSubject,
  readParams: readImpedancePanelParams,
  title: ({ files }) => `Impedance: ${titleOf(files)}`,
  key: ({ files }) => [...files].sort().join("\n"),
  handlers(panel, { server }) {
    const { files } = panel.subject;
    const changed = () => {
      panel.tell({ type: "changed" });
    };
    panel.owned.push(...watch(files, changed));
    return {
      read: () => server.request(readImpedanceMethod, { files }),
      ...seriesHandlers(panel, server),
      inspect: (params) => server.request(inspectImpedanceMethod, params),
      arrhenius: (params) => server.request(arrheniusMethod, params),
      polarisation: (params) => server.request(analysePolarisationMethod, params),
      async changeCell(params) {
        const replacement = await changeCell(server, params);
        changed();
        return replacement;
      },
      async replaceCell(replacement) {
        await replaceCell(replacement);
        changed();
        return null;
      },
      async openFile(path) {
        await window.showTextDocument(Uri.file(path), { viewColumn: ViewColumn.Beside });
        return null;
      },
      saveReport: (report) => saveReport(report, files[0] ?? "."),
    };
  },
};

function titleOf([first = "", ...others]: readonly string[]): string {
  return others.length === 0 ? basename(first) : `${basename(dirname(first))}, ${others.length + 1} files`;
}

/** Tells when a data file changes, or a cell file beside one. */
function watch(files: readonly string[], changed: () => void): Disposable[] {
  const known = new Set(files.map((file) => Uri.file(file).fsPath));
  return [...new Set(files.map((file) => dirname(file)))].flatMap((folder) => {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(folder), "*"));
    const look = ({ fsPath }: Uri) => {
      if (known.has(fsPath) || fsPath.endsWith(".superion.json")) changed();
    };
    return [watcher, watcher.onDidChange(look), watcher.onDidCreate(look), watcher.onDidDelete(look)];
  });
}

/** The folder of a report's figures, beside it; pages name it in their Markdown. */
const figureFolder = "figures";

async function saveReport({ markdown, figures }: Report, beside: string): Promise<boolean> {
  const proposed = Uri.joinPath(Uri.file(dirname(beside)), "impedance.md");
  const uri = await window.showSaveDialog({ defaultUri: proposed, filters: { Markdown: ["md"] } });
  if (uri === undefined) return false;
  const folder = Uri.joinPath(uri, "..", figureFolder);
  for (const { name, bytes } of figures)
    await workspace.fs.writeFile(Uri.joinPath(folder, basename(name)), bytes);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(markdown));
  return true;
}
