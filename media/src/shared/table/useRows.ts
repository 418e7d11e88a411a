import { useCallback, useRef, useState } from "preact/hooks";

const pageLength = 200;

interface Page<Row> {
  /** Who was asked for it. */
  readonly fetch: unknown;
  readonly rows: readonly Row[] | undefined;
}

/**
 * Rows that the host holds, fetched by pages as they come into view.
 *
 * @param fetch gives the rows from one place to another, the end not included; when it is another function than before, all
 *   rows are fetched anew, and those that are shown stay until then
 */
export function useRows<Row>(fetch: (from: number, to: number) => Promise<readonly Row[]>): {
  readonly rowAt: (index: number) => Row | undefined;
  readonly need: (from: number, to: number) => void;
} {
  const pages = useRef(new Map<number, Page<Row>>());
  const [, setArrivals] = useState(0);
  const need = useCallback(
    (from: number, to: number) => {
      const known = pages.current;
      for (let page = Math.floor(from / pageLength); page * pageLength < to; page++) {
        if (known.get(page)?.fetch === fetch) continue;
        known.set(page, { fetch, rows: known.get(page)?.rows });
        const isWanted = () => known.get(page)?.fetch === fetch;
        fetch(page * pageLength, (page + 1) * pageLength).then(
          (rows) => {
            if (!isWanted()) return;
            known.set(page, { fetch, rows });
            setArrivals((arrivals) => arrivals + 1);
          },
          () => {
            if (isWanted()) known.delete(page);
          },
        );
      }
    },
    [fetch],
  );
  const rowAt = (index: number) =>
    pages.current.get(Math.floor(index / pageLength))?.rows?.[index % pageLength];
  return { rowAt, need };
}
