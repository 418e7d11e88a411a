import { workerData } from "node:worker_threads";
import {
  exportScreeningMethod,
  openScreeningMethod,
  screeningColumnsMethod,
  screeningMaskMethod,
  screeningPlacesMethod,
  screeningRowsAtMethod,
  screeningRowsMethod,
  screeningSourceMethod,
  startScreeningMethod,
  trainingMapMethod,
  type ScreeningProgress,
} from "../protocol/screening";
import { DeskServer } from "./deskServer";
import { ScreeningDesk } from "./screeningDesk";
import { isScreeningThreadSettings, type ScreeningRequest } from "./screeningMessages";

/** The thread that holds and runs screenings. */
const settings: unknown = workerData;
if (!isScreeningThreadSettings(settings))
  throw new TypeError("the thread of screenings was started without its settings");
const server = new DeskServer<ScreeningRequest, ScreeningProgress>();
const desk = new ScreeningDesk(settings, (progress) => {
  server.tell(progress);
});
server.listen(answer, (id) => {
  desk.close(id);
});

function answer(request: ScreeningRequest, signal: AbortSignal): unknown {
  switch (request.method) {
    case startScreeningMethod:
      return desk.start(request.params, request.model, signal);
    case openScreeningMethod:
      return desk.open(request.params);
    case screeningRowsMethod:
      return desk.rows(request.params);
    case screeningRowsAtMethod:
      return desk.rowsAt(request.params);
    case screeningPlacesMethod:
      return desk.places(request.params);
    case screeningColumnsMethod:
      return desk.columns(request.params);
    case screeningMaskMethod:
      return desk.mask(request.params);
    case trainingMapMethod:
      return desk.trainingMap(request.model);
    case screeningSourceMethod:
      return desk.source(request.params);
    case exportScreeningMethod:
      return desk.export(request.params);
  }
}
