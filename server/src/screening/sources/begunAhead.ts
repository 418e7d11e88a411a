/** So much is begun before it is asked for: a disk far away answers many questions in the time of one. */
const mostAhead = 16;

/**
 * Items in their order, each with what was begun on it while those before it were worked on.
 *
 * @param drop told what was begun in vain, where nobody asks for the rest.
 */
export async function* begunAhead<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  begin: (item: Item) => Promise<Result>,
  drop: (result: Result) => void = () => undefined,
): AsyncGenerator<[Item, Promise<Result>], void, undefined> {
  const begun: [Item, Promise<Result>][] = [];
  try {
    for await (const item of items) {
      const result = begin(item);
      // Who asks for it hears of its failure; until then it is nobody's.
      result.catch(() => undefined);
      begun.push([item, result]);
      const first = begun.length > mostAhead ? begun.shift() : undefined;
      if (first) yield first;
    }
    for (let first = begun.shift(); first; first = begun.shift()) yield first;
  } finally {
    for (const [, result] of begun) result.then(drop, () => undefined);
  }
}
