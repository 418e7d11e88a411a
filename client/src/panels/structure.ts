import { basename } from "node:path";
import { Range, TextEditorRevealType, Uri, ViewColumn, window, workspace, type Disposable } from "vscode";
import { structureMethod } from "../../../server/src/protocol/structure";
import {
  readStructurePanelParams,
  readStructureSubject,
  type StructurePanelEvent,
  type StructurePanelRequests,
  type StructureSubject,
} from "../../../server/src/protocol/structurePanel";
import type { OpenPanel, PanelKind } from "./panel";
import { columnOf } from "../columnOf";
import { nebHandlers } from "./structureNeb";
import { crystal, pathsHandlers } from "./structurePaths";

/** The crystal of a CIF document in three dimensions, with the paths of its mobile ions. */
export const structurePanel: PanelKind<StructureSubject, StructurePanelRequests, StructurePanelEvent> = {
  name: "structure",
  column: ViewColumn.Beside,
  readSubject: readStructureSubject,
  readParams: readStructurePanelParams,
  title: ({ uri }) => `Structure: ${basename(Uri.parse(uri).path)}`,
  key: ({ uri, block }) => `${uri} ${block ?? ""}`,
  handlers(panel, { server }) {
    const { uri } = panel.subject;
    /** Selections that the page made, which it need not be told of. */
    const own = new Set<string>();
    panel.owned.push(...follow(panel, own));
    return {
      async picture({ block, as }) {
        // The server has the text of open documents alone.
        await workspace.openTextDocument(Uri.parse(uri));
        return server.request(structureMethod, { ...crystal(uri, block), as });
      },
      ...pathsHandlers(panel, server),
      ...nebHandlers(uri, server),
      async showLines({ first, last }) {
        await showLines(Uri.parse(uri), first, last, own);
        return null;
      },
    };
  },
};

/** Milliseconds without an edit after which the page is told. */
const pause = 300;

/** Tells the page of edits, and where the cursor goes. */
function follow(panel: OpenPanel<StructureSubject, StructurePanelEvent>, own: Set<string>): Disposable[] {
  const isShown = (uri: Uri) => uri.toString() === panel.subject.uri;
  let timer: NodeJS.Timeout | undefined;
  return [
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isShown(document.uri) || contentChanges.length === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        panel.tell({ type: "changed" });
      }, pause);
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const [selection] = selections;
      if (selection && isShown(textEditor.document.uri) && !own.delete(keyOf(selection)))
        panel.tell({ type: "cursor", line: selection.active.line });
    }),
  ];
}

async function showLines(uri: Uri, first: number, last: number, own: Set<string>): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const end = document.lineAt(Math.min(last, document.lineCount - 1)).range.end;
  const selection = new Range(Math.min(first, end.line), 0, end.line, end.character);
  own.add(keyOf(selection));
  const editor = await window.showTextDocument(document, {
    viewColumn: columnOf(uri) ?? ViewColumn.Beside,
    selection,
    preserveFocus: true,
    preview: false,
  });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

const keyOf = ({ start, end }: Range) => [start.line, start.character, end.line, end.character].join(" ");
