import type { CancellationToken } from "vscode-languageserver/node";

/** Gives work a signal that is aborted when the client cancels its request. */
export async function whileWanted<Result>(
  token: CancellationToken,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const abort = new AbortController();
  // A request that is cancelled before it is taken up tells no event.
  if (token.isCancellationRequested) abort.abort();
  const cancellation = token.onCancellationRequested(() => {
    abort.abort();
  });
  try {
    return await work(abort.signal);
  } finally {
    cancellation.dispose();
  }
}
