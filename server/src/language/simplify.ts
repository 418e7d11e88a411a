import type { CancellationToken } from "vscode-languageserver/node";
import {
  representations,
  simplifyMethod,
  type SimplifyParams,
  type SimplifyResult,
} from "../protocol/simplification";
import { longestAnalysed } from "./documents";
import type { Server } from "./server";
import { oxidationStatesFor } from "./settings";
import { whileWanted } from "./whileWanted";

/** Answers the editor's request for a simplified structure as CIF text. */
export function registerSimplify({ connection, documents, run, settings }: Server): void {
  connection.onRequest(
    simplifyMethod,
    async (params: SimplifyParams, token: CancellationToken): Promise<SimplifyResult> => {
      const document = documents.get(params.uri);
      if (!document) return refused("The file is not open in the editor.");
      if (document.length > longestAnalysed)
        return refused(
          "The file is too large for the editor: run superion simplify FILE on the command line.",
        );
      if (!representations.includes(params.as)) return refused(`There is no representation of this name.`);
      const text = document.text.getText();
      const oxidationStates = oxidationStatesFor(settings(), params.uri);
      const { block, as } = params;
      const reply = await whileWanted(token, (signal) =>
        run({ kind: "simplify", text, oxidationStates, block, as }, signal),
      );
      if (reply.kind === "simplified") return reply.result;
      return refused(
        reply.kind === "failed" ? `The structure was not simplified: ${reply.reason}.` : "No answer.",
      );
    },
  );
}

function refused(reason: string): SimplifyResult {
  return { kind: "refused", reason };
}
