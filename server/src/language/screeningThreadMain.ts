import { parentPort, workerData } from "node:worker_threads";
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
} from "../protocol/screening";
import type { ModelChoice } from "../screening/modelFiles";
import { ScreeningDesk } from "./screeningDesk";
import {
  isScreeningThreadSettings,
  type MessageFromThread,
  type MessageToThread,
  type ScreeningRequest,
} from "./screeningMessages";

/** The thread that holds and runs screenings. */
const settings: unknown = workerData;
if (!isScreeningThreadSettings(settings))
  throw new TypeError("the thread of screenings was started without its settings");
const desk = new ScreeningDesk(settings, (progress) => {
  post({ kind: "progress", progress });
});
const running = new Map<number, AbortController>();

parentPort?.on("message", (message: MessageToThread) => {
  switch (message.kind) {
    case "request":
      void take(message.number, message.request, message.model);
      break;
    case "cancel":
      running.get(message.number)?.abort();
      break;
    case "close":
      desk.close(message.id);
  }
});

async function take(number: number, request: ScreeningRequest, model: ModelChoice): Promise<void> {
  const abort = new AbortController();
  running.set(number, abort);
  try {
    post({ kind: "answer", number, result: await answer(request, model, abort.signal) });
  } catch (error) {
    post({ kind: "failure", number, reason: error instanceof Error ? error.message : String(error) });
  } finally {
    running.delete(number);
  }
}

function answer(request: ScreeningRequest, model: ModelChoice, signal: AbortSignal): unknown {
  switch (request.method) {
    case startScreeningMethod:
      return desk.start(request.params, model, signal);
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
      return desk.trainingMap(model);
    case screeningSourceMethod:
      return desk.source(request.params);
    case exportScreeningMethod:
      return desk.export(request.params);
  }
}

function post(message: MessageFromThread): void {
  parentPort?.postMessage(message);
}
