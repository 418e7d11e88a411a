import {
  readHostMessage,
  type HostMessage,
  type PageMessage,
  type PanelRequests,
  type ParamsOf,
  type RequestName,
  type ResultOf,
} from "../../../server/src/protocol/webview";
import { vscode } from "./vscodeApi";

/** The other side of a page: the extension, and behind it the language server. */
export interface Host<Requests extends PanelRequests, Event> {
  /** Rejects with the reason where the host refuses. */
  request<Name extends RequestName<Requests>>(
    name: Name,
    params: ParamsOf<Requests, Name>,
  ): Promise<ResultOf<Requests, Name>>;
  /** Listens to what the host tells unasked; the answer ends it. */
  onEvent(listener: (event: Event) => void): () => void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** Connects to the host; `started` is called with what the panel is about, before any event. */
export function connect<Requests extends PanelRequests, Event>(
  started: (subject: unknown) => void,
): Host<Requests, Event> {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: Event) => void>();
  let requests = 0;

  const settle = (id: number, how: (request: Waiting) => void) => {
    const request = waiting.get(id);
    waiting.delete(id);
    if (request !== undefined) how(request);
  };
  const take = (message: HostMessage) => {
    switch (message.type) {
      case "start":
        started(message.subject);
        break;
      case "answer":
        settle(message.id, ({ resolve }) => {
          resolve(message.result);
        });
        break;
      case "refusal":
        settle(message.id, ({ reject }) => {
          reject(new Error(message.reason));
        });
        break;
      case "event":
        // The host's code is compiled against the same types, and nobody else can post into the page.
        for (const listener of listeners) listener(message.event as Event);
    }
  };

  window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    try {
      take(readHostMessage(data));
    } catch (error) {
      console.warn("A message was not understood and is dropped.", error);
    }
  });
  send({ type: "ready" });

  return {
    request: (name, params) =>
      new Promise((resolve, reject) => {
        const id = ++requests;
        waiting.set(id, {
          resolve: (result) => {
            resolve(result as ResultOf<Requests, typeof name>);
          },
          reject,
        });
        send({ type: "request", id, name, params });
      }),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function send(message: PageMessage): void {
  vscode.postMessage(message);
}
