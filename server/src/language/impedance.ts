import { ResponseError, LSPErrorCodes, type CancellationToken } from "vscode-languageserver/node";
import { analyseSeries } from "../impedance/series";
import { impedanceMethods } from "../protocol/impedance";
import type { AnalyseImpedanceParams } from "../protocol/impedanceAnalysis";
import type { Refused } from "../protocol/values";
import {
  analyseImpedanceSeriesMethod,
  impedanceProgressMethod,
  type AnalyseImpedanceSeriesParams,
  type AnalyseImpedanceSeriesResult,
} from "../protocol/impedanceSeries";
import { defaultLimits, WorkerQueue } from "../screening/workerQueue";
import { analyseOneMethod, type ImpedanceReply, type ImpedanceTask } from "./impedanceTask";
import type { Server } from "./server";
import { whileWanted } from "./whileWanted";

/** A circuit of many elements is fitted from many starts. */
const limits = { ...defaultLimits, perTask: 60_000 };

/** Answers what the editor asks of impedance spectra; all of it in a thread of its own. */
export function registerImpedance({ connection, files, owned }: Server): void {
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
      const reply = await whileWanted(token, (signal) => queue.run({ method, params }, signal));
      if (reply.kind === "answer") return reply.result;
      return new ResponseError(LSPErrorCodes.RequestFailed, `No answer: ${reply.reason}.`);
    });
  // One task a spectrum: what the user looks at meanwhile need not wait for the whole series.
  connection.onRequest(
    analyseImpedanceSeriesMethod,
    ({ id, spectra }: AnalyseImpedanceSeriesParams, token: CancellationToken) =>
      whileWanted(token, async (signal): Promise<AnalyseImpedanceSeriesResult> => {
        const total = spectra.length;
        const analyse = (params: AnalyseImpedanceParams) =>
          queue.run({ method: analyseOneMethod, params }, signal);
        let done = 0;
        for await (const reply of analyseSeries({ items: spectra, analyse, signal })) {
          if (signal.aborted) break;
          const result = reply.kind === "answer" ? reply.result : refused(reply.reason);
          await connection.sendNotification(impedanceProgressMethod, { id, place: done++, result, total });
        }
        return { done, total };
      }),
  );
  owned.push(queue);
}

const refused = (reason: string): Refused => ({ kind: "refused", reason: `No answer: ${reason}.` });
