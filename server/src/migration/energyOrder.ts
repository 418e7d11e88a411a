import type { Watch } from "./watch";

/** Indices between two looks at the watch. */
const interval = 1 << 18;

/**
 * The indices of numbers, the least first; equal numbers in their order. A radix sort.
 *
 * @returns `undefined` where `watch` stopped it.
 */
export function risingOrder(values: Float32Array, watch: Watch): Uint32Array | undefined {
  if (!watch(0)) return undefined;
  const keys = sortableKeys(values);
  if (!watch(0)) return undefined;
  let order: Uint32Array | undefined = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  for (const shift of [0, 16])
    order = order && sortedBy(keys, shift, order, (share) => watch((shift + 16 * share) / 32));
  return order;
}

/** Whole numbers in the order of the numbers: the bits of a float, with negative ones turned about. */
function sortableKeys(values: Float32Array): Uint32Array {
  const keys = new Uint32Array(values.slice().buffer);
  for (let i = 0; i < keys.length; i++) {
    const bits = keys[i] ?? 0;
    keys[i] = bits & 0x80000000 ? ~bits : bits | 0x80000000;
  }
  return keys;
}

/** A stable sort by sixteen bits of the keys. */
function sortedBy(
  keys: Uint32Array,
  shift: number,
  order: Uint32Array,
  watch: Watch,
): Uint32Array | undefined {
  const places = firstPlaces(keys, shift);
  const sorted = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    if (i % interval === 0 && !watch(i / keys.length)) return undefined;
    const index = order[i] ?? 0;
    const bucket = ((keys[index] ?? 0) >>> shift) & 0xffff;
    const place = places[bucket] ?? 0;
    places[bucket] = place + 1;
    sorted[place] = index;
  }
  return sorted;
}

/** Where the keys with each sixteen bits begin. */
function firstPlaces(keys: Uint32Array, shift: number): Uint32Array {
  const places = new Uint32Array(0x10001);
  for (const key of keys) {
    const next = ((key >>> shift) & 0xffff) + 1;
    places[next] = (places[next] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < places.length; bucket++)
    places[bucket] = (places[bucket] ?? 0) + (places[bucket - 1] ?? 0);
  return places;
}
