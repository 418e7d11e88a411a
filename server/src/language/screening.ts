import { closeScreeningMethod, screeningProgressMethod, type ScreeningProgress } from "../protocol/screening";
import { DeskThread } from "./deskThread";
import { registerDesk } from "./registerDesk";
import { screeningMethods, type ScreeningRequest, type ScreeningThreadSettings } from "./screeningMessages";
import type { Server } from "./server";

/** Screens for the editor, and answers what it asks of screenings; all of it in a thread of its own. */
export function registerScreening(server: Server): void {
  const { connection, files } = server;
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
  registerDesk(server, thread, screeningMethods, closeScreeningMethod);
}
