import { ResponseError, LSPErrorCodes, type CancellationToken } from "vscode-languageserver/node";
import { impedanceMethods } from "../protocol/impedance";
import { defaultLimits, WorkerQueue } from "../screening/workerQueue";
import type { ImpedanceReply, ImpedanceTask } from "./impedanceTask";
import type { Server } from "./server";

/** A circuit of many elements is fitted from many starts. */
const limits = { ...defaultLimits, perTask: 60_000 };

/** Answers what the editor asks of impedance spectra; all of it in a thread of its own. */
export function registerImpedance({ connection, files }: Server): void {
  const queue = new WorkerQueue<null, ImpedanceTask, ImpedanceReply>(
    files.impedanceWorker,
    null,
    (line) => {
      connection.console.info(line);
    },
    limits,
  );
  for (const method of impedanceMethods)
    connection.onRequest(method, async (params: unknown, token: CancellationToken): Promise<unknown> => {
      const abort = new AbortController();
      const cancellation = token.onCancellationRequested(() => {
        abort.abort();
      });
      const reply = await queue.run({ method, params }, abort.signal);
      cancellation.dispose();
      if (reply.kind === "answer") return reply.result;
      return new ResponseError(LSPErrorCodes.RequestFailed, `No answer: ${reply.reason}.`);
    });
  connection.onExit(() => {
    queue.dispose();
  });
}
