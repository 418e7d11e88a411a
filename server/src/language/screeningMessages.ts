import type { ServerRequests } from "../protocol/requests";
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
import type { ParamsOf } from "../protocol/webview";
import type { ModelChoice } from "../screening/modelFiles";

/** What the thread of screenings gets at its start. */
export interface ScreeningThreadSettings {
  /** Folder of the shipped weights. */
  readonly modelFolder: string;
  /** Link of the script of the threads that screen. */
  readonly worker: string;
}

export function isScreeningThreadSettings(value: unknown): value is ScreeningThreadSettings {
  return typeof value === "object" && value !== null && "modelFolder" in value && "worker" in value;
}

/** What the thread of screenings answers. */
export const screeningMethods = [
  startScreeningMethod,
  openScreeningMethod,
  screeningRowsMethod,
  screeningRowsAtMethod,
  screeningPlacesMethod,
  screeningColumnsMethod,
  screeningMaskMethod,
  trainingMapMethod,
  screeningSourceMethod,
  exportScreeningMethod,
] as const;
export type ScreeningMethod = (typeof screeningMethods)[number];

/** A request of the client with its parameters. */
export type ScreeningRequest = {
  readonly [Method in ScreeningMethod]: {
    readonly method: Method;
    readonly params: ParamsOf<ServerRequests, Method>;
  };
}[ScreeningMethod];

/** Server -> its thread of screenings. */
export type MessageToThread =
  | {
      readonly kind: "request";
      readonly number: number;
      readonly request: ScreeningRequest;
      /** The model that is set now. */
      readonly model: ModelChoice;
    }
  | { readonly kind: "cancel"; readonly number: number }
  | { readonly kind: "close"; readonly id: string };

/** The thread of screenings -> the server. */
export type MessageFromThread =
  | { readonly kind: "answer"; readonly number: number; readonly result: unknown }
  | { readonly kind: "failure"; readonly number: number; readonly reason: string }
  | { readonly kind: "progress"; readonly progress: ScreeningProgress };
