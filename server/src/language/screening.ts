import type { CancellationToken } from "vscode-languageserver/node";
import {
  closeScreeningMethod,
  screeningProgressMethod,
  type CloseScreeningParams,
} from "../protocol/screening";
import { screeningMethods, type ScreeningRequest } from "./screeningMessages";
import { ScreeningThread } from "./screeningThread";
import type { Server } from "./server";
import { whileWanted } from "./whileWanted";

/** Screens for the editor, and answers what it asks of screenings; all of it in a thread of its own. */
export function registerScreening({ connection, files, settings }: Server): void {
  const thread = new ScreeningThread(
    files.screeningThread,
    { modelFolder: files.models, worker: files.screeningWorker.href },
    {
      progress: (progress) => void connection.sendNotification(screeningProgressMethod, progress),
      log: (line) => {
        connection.console.info(line);
      },
    },
  );
  for (const method of screeningMethods)
    connection.onRequest(method, (params: unknown, token: CancellationToken) => {
      const { model, parentModel } = settings();
      const choice = { model: model || undefined, parent: parentModel || undefined };
      // The client sends what `ServerRequests` names for the method.
      const request = { method, params } as ScreeningRequest;
      return whileWanted(token, (signal) => thread.ask(request, choice, signal));
    });
  connection.onNotification(closeScreeningMethod, ({ id }: CloseScreeningParams) => {
    thread.close(id);
  });
}
