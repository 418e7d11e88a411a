import type { CancellationToken } from "vscode-languageserver/node";
import { structureMethod, type StructureParams, type StructureResult } from "../protocol/structure";
import { askOfText } from "./textTask";
import type { Server } from "./server";

/** Answers the editor's request for a picture of a crystal. */
export function registerStructure(server: Server): void {
  server.connection.onRequest(
    structureMethod,
    async (params: StructureParams, token: CancellationToken): Promise<StructureResult> => {
      const reply = await askOfText(server, "picture", params, token);
      if (reply.kind === "refused") return reply;
      if (reply.kind === "pictured") return reply.result;
      return { kind: "refused", reason: "No answer." };
    },
  );
}
