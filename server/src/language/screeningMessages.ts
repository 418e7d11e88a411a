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
import type { DeskRequest } from "./deskThread";

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

export type ScreeningRequest = DeskRequest<ScreeningMethod>;
