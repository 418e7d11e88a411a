import type { CancellationToken } from "vscode-languageserver/node";
import type { ServerRequests } from "../protocol/requests";
import type { DeskRequest, DeskThread } from "./deskThread";
import { modelChoice, type Server } from "./server";
import { whileWanted } from "./whileWanted";

/** Lets a thread answer these requests of the client, and closes there what the client closes. */
export function registerDesk<Settings, Method extends keyof ServerRequests, News>(
  { connection, settings }: Server,
  thread: DeskThread<Settings, DeskRequest<Method>, News>,
  methods: readonly Method[],
  closing: string,
): void {
  for (const method of methods)
    connection.onRequest(method, (params: unknown, token: CancellationToken) => {
      // The client sends what `ServerRequests` names for the method.
      const request = { method, params, model: modelChoice(settings()) } as DeskRequest<Method>;
      return whileWanted(token, (signal) => thread.ask(request, signal));
    });
  connection.onNotification(closing, ({ id }: { readonly id: string }) => {
    thread.close(id);
  });
}
