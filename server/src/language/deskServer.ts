import { parentPort } from "node:worker_threads";
import type { MessageFromDesk, MessageToDesk } from "./deskThread";

/** What answers in the thread of a desk, see `DeskThread`. */
export class DeskServer<Request, News> {
  private readonly running = new Map<number, AbortController>();

  /**
   * @param answer is given a signal that tells when the request is cancelled.
   * @param close is told what is needed no more.
   */
  listen(answer: (request: Request, signal: AbortSignal) => unknown, close: (id: string) => void): void {
    parentPort?.on("message", (message: MessageToDesk<Request>) => {
      switch (message.kind) {
        case "request":
          void this.take(message.number, message.request, answer);
          break;
        case "cancel":
          this.running.get(message.number)?.abort();
          break;
        case "close":
          close(message.id);
      }
    });
  }

  /** Tells the server something unasked. */
  tell(news: News): void {
    this.post({ kind: "news", news });
  }

  private async take(
    number: number,
    request: Request,
    answer: (request: Request, signal: AbortSignal) => unknown,
  ): Promise<void> {
    const abort = new AbortController();
    this.running.set(number, abort);
    try {
      this.post({ kind: "answer", number, result: await answer(request, abort.signal) });
    } catch (error) {
      this.post({ kind: "failure", number, reason: error instanceof Error ? error.message : String(error) });
    } finally {
      this.running.delete(number);
    }
  }

  private post(message: MessageFromDesk<News>): void {
    parentPort?.postMessage(message);
  }
}
