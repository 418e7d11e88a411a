import { usualDepths } from "../clustering/labelVariance";
import type { Refusal, SortedRepresentation } from "../clustering/representationStudy";
import { leafOrder, treeOutline } from "../clustering/treeCut";
import { wardTree } from "../clustering/wardTree";
import type { CrystalRow } from "./describedRows";
import { matrixOf, type Described } from "../clustering/describedVectors";
import type { ConfiguredRepresentation } from "../screening/representation";

/** A crystal, and whether it is labelled. */
export type Sortable = Pick<CrystalRow, "structure" | "label">;

/**
 * How a representation sorts compounds; `undefined` where the signal is aborted, which is seen between two of them.
 *
 * @param tell Is told how far it is, 0 to 1.
 */
export async function sortBy(
  { descriptor, simplification, describe }: ConfiguredRepresentation,
  rows: readonly Sortable[],
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<SortedRepresentation | undefined> {
  const described: Described[] = [];
  /** Where a compound is among those described; -1 where it was refused. */
  const numbers: number[] = [];
  const reasons: string[] = [];
  for (const [i, { structure }] of rows.entries()) {
    // Whoever presses Ctrl-C gets a turn.
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) return undefined;
    const description = describe(structure);
    numbers.push(description.ok ? described.length : -1);
    if (description.ok) described.push(description);
    else reasons.push(description.reason);
    tell((i + 1) / rows.length);
  }
  const matrix = matrixOf(described);
  const name = { descriptor, simplification };
  if (typeof matrix === "string") return unsorted(name, rows, matrix);
  const tree = wardTree(matrix);
  const order = leafOrder(tree);
  const placeOf = new Map(Array.from(order.leaves, (leaf, place) => [leaf, place]));
  const places = rows.flatMap(({ label }, i) =>
    Number.isNaN(label) ? [] : [placeOf.get(numbers[i] ?? -1) ?? -1],
  );
  const { leaves, splits, from } = treeOutline(tree, usualDepths, order);
  const outline = { leaves, splits: Array.from(splits), from: Array.from(from) };
  return { ...name, columns: matrix.columns, outline, places, refusals: counted(reasons) };
}

/** A representation that sorts nothing, with the reason. */
export function unsorted(
  { descriptor, simplification }: Pick<SortedRepresentation, "descriptor" | "simplification">,
  rows: readonly Sortable[],
  reason: string,
): SortedRepresentation {
  const places = rows.flatMap(({ label }) => (Number.isNaN(label) ? [] : [-1]));
  const refusals = [{ reason, count: rows.length }];
  const outline = { leaves: 0, splits: [], from: [] };
  return { descriptor, simplification, columns: 0, outline, places, refusals };
}

function counted(reasons: readonly string[]): Refusal[] {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}

/** Whether what was read from a file is such a result. */
export function isSorted(value: unknown): value is SortedRepresentation {
  if (typeof value !== "object" || value === null) return false;
  return (
    "descriptor" in value &&
    typeof value.descriptor === "string" &&
    "simplification" in value &&
    typeof value.simplification === "string" &&
    "columns" in value &&
    "outline" in value &&
    typeof value.outline === "object" &&
    value.outline !== null &&
    "from" in value.outline &&
    "places" in value &&
    Array.isArray(value.places) &&
    "refusals" in value
  );
}
