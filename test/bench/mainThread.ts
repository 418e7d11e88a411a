// Processor time of the server's main thread, which other programs on the machine do not change. Linux tells it.
import { existsSync, readFileSync } from "node:fs";
import type { LanguageClient } from "../protocol/support/languageClient";
import { rockSalt } from "../support/rockSalt";

/** Milliseconds for which the server's main thread was on a processor so far. */
export function mainThreadTime({ process: { pid = 0 } }: LanguageClient): number {
  const file = `/proc/${pid}/task/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, "utf8").split(" ")[0]) / 1e6 : NaN;
}

/**
 * The longest time for which the main thread answered nothing else while something was done, in milliseconds of the
 * processor: small requests are sent one after the other, and the most that it worked between two answers is told.
 */
export async function longestBlock(client: LanguageClient, act: () => Promise<unknown>): Promise<number> {
  const small = await client.open(rockSalt());
  await client.diagnostics(small);
  await client.folds(small);
  const acting = new AbortController();
  let longest = 0;
  const probe = (async () => {
    let before = mainThreadTime(client);
    while (!acting.signal.aborted) {
      await client.folds(small);
      const now = mainThreadTime(client);
      longest = Math.max(longest, now - before);
      before = now;
    }
  })();
  await act();
  acting.abort();
  await probe;
  await client.closeDocument(small);
  return longest;
}
