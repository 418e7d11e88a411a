import { commands, window } from "vscode";
import { readNebMethod } from "../../../server/src/protocol/neb";
import type { StructurePanelRequests } from "../../../server/src/protocol/structurePanel";
import type { LanguageServer } from "../languageServer";
import type { Handlers } from "./answering";

type NebHandlers = Pick<Handlers<StructurePanelRequests>, "chooseNeb" | "readNeb" | "prepareNeb">;

/** Prepares nudged-elastic-band calculations of a document, and reads what they gave. */
export function nebHandlers(uri: string, server: LanguageServer): NebHandlers {
  return {
    async chooseNeb() {
      const chosen = await window.showOpenDialog({
        title: "Files of neb.x",
        canSelectMany: true,
        filters: { "Quantum ESPRESSO": ["out", "dat", "path"], "All files": ["*"] },
      });
      return (chosen ?? []).map(({ fsPath }) => fsPath);
    },
    readNeb: (files) => server.request(readNebMethod, files),
    async prepareNeb() {
      await commands.executeCommand("superion.prepareNeb", uri);
      return null;
    },
  };
}
