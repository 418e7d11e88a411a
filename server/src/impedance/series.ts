/*
 * Nothing of the analysis is imported here: the server's own thread runs a series whose fits are another thread's work, and
 * should not load them at its start.
 */

/** Files or spectra that are done one after another. */
export interface Series<Item, Result> {
  readonly items: readonly Item[];
  /** In this thread, or in another. */
  readonly analyse: (item: Item) => Result | Promise<Result>;
  /** After each item, once its result was taken; of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Ends the series before the next item. */
  readonly signal?: AbortSignal | undefined;
}

/** Gives each result as soon as it is there: what is finished stays when the series is ended early. */
export async function* analyseSeries<Item, Result>({
  items,
  analyse,
  onProgress,
  signal,
}: Series<Item, Result>): AsyncGenerator<Result> {
  let done = 0;
  for (const item of items) {
    if (signal?.aborted) return;
    yield await analyse(item);
    onProgress?.(++done, items.length);
  }
}
