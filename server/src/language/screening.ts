import type { CancellationToken } from "vscode-languageserver/node";
import {
  closeScreeningMethod,
  screeningProgressMethod,
  type CloseScreeningParams,
  type ScreeningProgress,
} from "../protocol/screening";
import { DeskThread } from "./deskThread";
import { screeningMethods, type ScreeningRequest, type ScreeningThreadSettings } from "./screeningMessages";
import { modelChoice, type Server } from "./server";
import { whileWanted } from "./whileWanted";

/** Screens for the editor, and answers what it asks of screenings; all of it in a thread of its own. */
export function registerScreening({ connection, files, settings }: Server): void {
  const thread = new DeskThread<ScreeningThreadSettings, ScreeningRequest, ScreeningProgress>(
    files.screeningThread,
    { modelFolder: files.models, worker: files.screeningWorker.href },
    {
      news: (progress) => void connection.sendNotification(screeningProgressMethod, progress),
      log: (line) => {
        connection.console.info(line);
      },
      ended: (reason) =>
        `The thread of screenings ended: ${reason}. What was done is kept: resume the screening.`,
    },
  );
  for (const method of screeningMethods)
    connection.onRequest(method, (params: unknown, token: CancellationToken) => {
      // The client sends what `ServerRequests` names for the method.
      const request = { method, params, model: modelChoice(settings()) } as ScreeningRequest;
      return whileWanted(token, (signal) => thread.ask(request, signal));
    });
  connection.onNotification(closeScreeningMethod, ({ id }: CloseScreeningParams) => {
    thread.close(id);
  });
}
