import type { CancellationToken } from "vscode-languageserver/node";
import { representations, type SimplifyParams } from "../protocol/simplification";
import type { Failure } from "../screening/workerQueue";
import { longestAnalysed } from "./documents";
import type { Server } from "./server";
import { oxidationStatesFor } from "./settings";
import type { Reply, Task } from "./task";
import { whileWanted } from "./whileWanted";

interface Refused {
  readonly kind: "refused";
  readonly reason: string;
}

/** Has the worker thread make something of a representation of a structure in an open document. */
export async function askOfText(
  { documents, run, settings }: Server,
  kind: Extract<Task, { readonly as: unknown }>["kind"],
  { uri, block, as }: SimplifyParams,
  token: CancellationToken,
): Promise<Exclude<Reply, Failure> | Refused> {
  const document = documents.get(uri);
  if (!document) return refused("The file is not open in the editor.");
  if (document.length > longestAnalysed)
    return refused("The file is too large for the editor: run superion on the command line.");
  if (!representations.includes(as)) return refused("There is no representation of this name.");
  const text = document.text.getText();
  const oxidationStates = oxidationStatesFor(settings(), uri);
  const reply = await whileWanted(token, (signal) => run({ kind, text, oxidationStates, block, as }, signal));
  return reply.kind === "failed" ? refused(`The structure was not computed: ${reply.reason}.`) : reply;
}

function refused(reason: string): Refused {
  return { kind: "refused", reason };
}
