import type { Worker } from "node:worker_threads";
import type { ServerRequests } from "../protocol/requests";
import type { ParamsOf } from "../protocol/webview";
import type { ModelChoice } from "../screening/modelFiles";
import { startThread } from "../screening/threads";

/** A request of the client with its parameters, and the model that is set now. */
export type DeskRequest<Method extends keyof ServerRequests> = {
  readonly [Each in Method]: {
    readonly method: Each;
    readonly params: ParamsOf<ServerRequests, Each>;
    readonly model: ModelChoice;
  };
}[Method];

/** Server -> a thread that answers requests. */
export type MessageToDesk<Request> =
  | { readonly kind: "request"; readonly number: number; readonly request: Request }
  | { readonly kind: "cancel"; readonly number: number }
  | { readonly kind: "close"; readonly id: string };

/** The thread -> the server. */
export type MessageFromDesk<News> =
  | { readonly kind: "answer"; readonly number: number; readonly result: unknown }
  | { readonly kind: "failure"; readonly number: number; readonly reason: string }
  | { readonly kind: "news"; readonly news: News };

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

export interface DeskListener<News> {
  /** What the thread tells unasked. */
  readonly news: (news: News) => void;
  readonly log: (line: string) => void;
  /** What users are told where the thread ended for this reason. */
  readonly ended: (reason: string) => string;
}

/**
 * A thread that answers requests and keeps what they are about, so that the server's own thread sorts and reads nothing. It
 * starts with the first request; one that dies costs its requests their answers, and the next request starts another.
 */
export class DeskThread<Settings, Request, News> {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private requests = 0;

  constructor(
    private readonly script: URL,
    private readonly settings: Settings,
    private readonly listener: DeskListener<News>,
  ) {}

  /** Rejects where something fails that is no outcome. */
  ask(request: Request, signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const number = ++this.requests;
      this.waiting.set(number, { resolve, reject });
      this.post({ kind: "request", number, request });
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

  private post(message: MessageToDesk<Request>): void {
    this.worker ??= this.start();
    this.worker.postMessage(message);
  }

  private start(): Worker {
    const worker = startThread(this.script, { workerData: this.settings, stdout: true, stderr: true });
    // Standard output of the process may be the connection: what the thread prints goes to the log.
    for (const stream of [worker.stdout, worker.stderr])
      stream.on("data", (chunk: Buffer) => {
        this.listener.log(chunk.toString().trimEnd());
      });
    worker.on("message", (message: MessageFromDesk<News>) => {
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

  private take(message: MessageFromDesk<News>): void {
    switch (message.kind) {
      case "news":
        this.listener.news(message.news);
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
      this.settle(number)?.reject(new Error(this.listener.ended(reason)));
  }
}
