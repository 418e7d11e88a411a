/** Server -> client, a notification at start and whenever it changes: which model answers, and whether it can. */
export const modelStatusMethod = "superion/modelStatus";

export type ModelStatus =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly name: string; readonly members: number; readonly parent: string }
  | { readonly state: "failed"; readonly reason: string };
