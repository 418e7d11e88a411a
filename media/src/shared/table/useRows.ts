import { useCallback, useEffect, useRef, useState } from "preact/hooks";

const pageLength = 200;

/**
 * Rows that the host holds, fetched by pages as they come into view.
 *
 * @param fetch gives the rows from one place to another, the end not included; when it is another function than before, all
 *   rows are fetched anew
 */
export function useRows<Row>(fetch: (from: number, to: number) => Promise<readonly Row[]>): {
  readonly rowAt: (index: number) => Row | undefined;
  readonly need: (from: number, to: number) => void;
} {
  const pages = useRef(new Map<number, readonly Row[] | undefined>());
  const [, setArrivals] = useState(0);
  useEffect(() => {
    pages.current = new Map();
    setArrivals((arrivals) => arrivals + 1);
  }, [fetch]);

  const need = useCallback(
    (from: number, to: number) => {
      const known = pages.current;
      for (let page = Math.floor(from / pageLength); page * pageLength < to; page++) {
        if (known.has(page)) continue;
        known.set(page, undefined);
        fetch(page * pageLength, (page + 1) * pageLength).then(
          (rows) => {
            known.set(page, rows);
            setArrivals((arrivals) => arrivals + 1);
          },
          () => known.delete(page),
        );
      }
    },
    [fetch],
  );
  const rowAt = (index: number) => pages.current.get(Math.floor(index / pageLength))?.[index % pageLength];
  return { rowAt, need };
}
