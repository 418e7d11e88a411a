import type { CancellationToken } from "vscode-languageserver/node";
import { simplifyMethod, type SimplifyParams, type SimplifyResult } from "../protocol/simplification";
import type { Server } from "./server";
import { askOfText } from "./textTask";

/** Answers the editor's request for a simplified structure as CIF text. */
export function registerSimplify(server: Server): void {
  server.connection.onRequest(
    simplifyMethod,
    async (params: SimplifyParams, token: CancellationToken): Promise<SimplifyResult> => {
      const reply = await askOfText(server, "simplify", params, token);
      if (reply.kind === "refused") return reply;
      return reply.kind === "simplified" ? reply.result : { kind: "refused", reason: "No answer." };
    },
  );
}
