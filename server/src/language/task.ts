import type { TextChange } from "../cif/format";
import type { TextRange } from "../cif/problem";
import type { ModelStatus } from "../protocol/modelStatus";
import type { Representation, SimplifyResult } from "../protocol/simplification";
import type { StructureResult } from "../protocol/structure";
import type { Failure } from "../screening/workerQueue";
import type { DocumentAnalysis } from "./analysis";

/** What the worker thread gets at its start. */
export interface WorkerSettings {
  /** Folder of the shipped weights. */
  readonly modelFolder: string;
  /** Path of published MEGNet weights; empty for the shipped parent. */
  readonly parentModel: string;
  /** Name of a shipped model, or path of one that the user trained. */
  readonly model: string;
}

export function isWorkerSettings(value: unknown): value is WorkerSettings {
  return (
    typeof value === "object" &&
    value !== null &&
    "modelFolder" in value &&
    "parentModel" in value &&
    "model" in value
  );
}

/** Dictionaries of the user. */
export interface DictionaryList {
  readonly paths: readonly string[];
  /** Counts how often they were read: with a new number they are read again. */
  readonly reading: number;
}

export interface AnalyseTask {
  readonly kind: "analyse";
  readonly text: string;
  /** Oxidation states that the settings give, `Fe=2, S1=-2`. */
  readonly oxidationStates: string;
  /** Codes of problems that nobody wants. */
  readonly silenced: readonly string[];
  readonly dictionaries: DictionaryList;
}

/** What the worker thread can be asked to do. */
export type Task =
  | { readonly kind: "load" }
  | AnalyseTask
  | { readonly kind: "format"; readonly text: string; readonly within: TextRange | undefined }
  | {
      readonly kind: "simplify" | "picture";
      readonly text: string;
      readonly oxidationStates: string;
      readonly block: string | undefined;
      readonly as: Representation;
    };

/** The answer to a task, of the kind that belongs to it, or `failed`. */
export type Reply =
  | { readonly kind: "model"; readonly status: ModelStatus }
  | { readonly kind: "analysis"; readonly analysis: DocumentAnalysis }
  | { readonly kind: "changes"; readonly changes: readonly TextChange[] }
  | { readonly kind: "simplified"; readonly result: SimplifyResult }
  | { readonly kind: "pictured"; readonly result: StructureResult }
  | Failure;
