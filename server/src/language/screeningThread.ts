import { Worker } from "node:worker_threads";
import type { ScreeningProgress } from "../protocol/screening";
import type { ModelChoice } from "../screening/modelFiles";
import type {
  MessageFromThread,
  MessageToThread,
  ScreeningRequest,
  ScreeningThreadSettings,
} from "./screeningMessages";

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

export interface ThreadListener {
  readonly progress: (progress: ScreeningProgress) => void;
  readonly log: (line: string) => void;
}

/**
 * The thread that holds the lists of screenings and runs them, so that the server's own thread sorts and reads nothing. It
 * starts with the first request; one that dies costs its requests their answers, and the next request starts another.
 */
export class ScreeningThread {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private requests = 0;

  constructor(
    private readonly script: URL,
    private readonly settings: ScreeningThreadSettings,
    private readonly listener: ThreadListener,
  ) {}

  /** Rejects where something fails that is no outcome. */
  ask(request: ScreeningRequest, model: ModelChoice, signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const number = ++this.requests;
      this.waiting.set(number, { resolve, reject });
      this.post({ kind: "request", number, request, model });
      const cancel = () => {
        this.post({ kind: "cancel", number });
      };
      if (signal.aborted) cancel();
      else signal.addEventListener("abort", cancel, { once: true });
    });
  }

  close(id: string): void {
    if (this.worker) this.post({ kind: "close", id });
  }

  private post(message: MessageToThread): void {
    this.worker ??= this.start();
    this.worker.postMessage(message);
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: this.settings, stdout: true, stderr: true });
    // Standard output of the process may be the connection: what the thread prints goes to the log.
    for (const stream of [worker.stdout, worker.stderr])
      stream.on("data", (chunk: Buffer) => {
        this.listener.log(chunk.toString().trimEnd());
      });
    worker.on("message", (message: MessageFromThread) => {
      this.take(message);
    });
    worker.on("error", (error) => {
      this.ended(worker, error.message);
    });
    worker.on("exit", (code) => {
      this.ended(worker, `code ${code}`);
    });
    worker.unref();
    return worker;
  }

  private take(message: MessageFromThread): void {
    switch (message.kind) {
      case "progress":
        this.listener.progress(message.progress);
        break;
      case "answer":
        this.settle(message.number)?.resolve(message.result);
        break;
      case "failure":
        this.settle(message.number)?.reject(new Error(message.reason));
    }
  }

  private settle(number: number): Waiting | undefined {
    const waiting = this.waiting.get(number);
    this.waiting.delete(number);
    return waiting;
  }

  private ended(worker: Worker, reason: string): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const number of [...this.waiting.keys()])
      this.settle(number)?.reject(
        new Error(`The thread of screenings ended: ${reason}. What was done is kept: resume the screening.`),
      );
  }
}
