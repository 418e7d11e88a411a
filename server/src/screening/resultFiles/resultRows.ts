import type { ScreeningList } from "../screeningList";
import type { ResultRow } from "./encoder";

/** Rows of a list in this order, read one by one; for a shard with what merging needs. */
export function* resultRows(
  list: ScreeningList,
  order: Iterable<number>,
  isShard: boolean,
): Generator<ResultRow, void, undefined> {
  for (const index of order) {
    const { crystal, bucket } = isShard ? list.screened(index) : nothing;
    yield { ...list.row(index), ...(crystal !== null && bucket !== null ? { crystal, bucket } : {}) };
  }
}

const nothing = { crystal: null, bucket: null };
