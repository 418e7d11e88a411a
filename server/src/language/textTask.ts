import type { CancellationToken } from "vscode-languageserver/node";
import { representations, type SimplifyParams } from "../protocol/simplification";
import type { Refused } from "../protocol/values";
import type { Failure } from "../screening/workerQueue";
import { longestAnalysed } from "./documents";
import type { Server } from "./server";
import { oxidationStatesFor } from "./settings";
import type { Reply, Task } from "./task";
import { whileWanted } from "./whileWanted";

/** The text of an open document with what its settings give, or why it cannot be used. */
export function askedText(
  { documents, settings }: Server,
  uri: string,
): { readonly kind: "text"; readonly text: string; readonly oxidationStates: string } | Refused {
  const document = documents.get(uri);
  if (!document) return refused("The file is not open in the editor.");
  if (document.length > longestAnalysed)
    return refused("The file is too large for the editor: run superion on the command line.");
  return {
    kind: "text",
    text: document.text.getText(),
    oxidationStates: oxidationStatesFor(settings(), uri),
  };
}

/** Has the worker thread make something of a representation of a structure in an open document. */
export async function askOfText(
  server: Server,
  kind: Extract<Task, { readonly as: unknown }>["kind"],
  { uri, block, as }: SimplifyParams,
  token: CancellationToken,
): Promise<Exclude<Reply, Failure> | Refused> {
  const asked = askedText(server, uri);
  if (asked.kind === "refused") return asked;
  if (!representations.includes(as)) return refused("There is no representation of this name.");
  const { text, oxidationStates } = asked;
  const reply = await whileWanted(token, (signal) =>
    server.run({ kind, text, oxidationStates, block, as }, signal),
  );
  return reply.kind === "failed" ? refused(`The structure was not computed: ${reply.reason}.`) : reply;
}

function refused(reason: string): Refused {
  return { kind: "refused", reason };
}
