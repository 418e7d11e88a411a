import { Worker, type WorkerOptions } from "node:worker_threads";

/** What threads are for. */
export type ThreadName =
  | "analysis"
  | "impedance"
  | "paths"
  | "screenings"
  | "screening"
  | "clusterings"
  | "clustering"
  | "describing"
  | "tuning";

/** The script of a thread, beside the bundle that asks for it. */
export function threadScript(name: ThreadName): URL {
  return new URL(`./worker.mjs#${name}`, import.meta.url);
}

/** A thread that runs a script, and is told what follows `#` in its address. */
export function startThread(script: URL, options: WorkerOptions): Worker {
  return new Worker(script, { ...options, argv: [script.hash.slice(1)] });
}
