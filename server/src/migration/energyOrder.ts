/** The indices of numbers, the least first; equal numbers in their order. A radix sort. */
export function risingOrder(values: Float32Array): Uint32Array {
  const keys = sortableKeys(values);
  let order: Uint32Array = Uint32Array.from({ length: 0 });
  for (const shift of [0, 16]) order = sortedBy(keys, shift, order);
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

/** A stable sort by sixteen bits of the keys; an empty order stands for that of the indices. */
function sortedBy(keys: Uint32Array, shift: number, order: Uint32Array): Uint32Array {
  const starts = new Uint32Array(0x10001);
  for (const key of keys) {
    const bucket = ((key >>> shift) & 0xffff) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  const sorted = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const index = order.length > 0 ? (order[i] ?? 0) : i;
    const bucket = ((keys[index] ?? 0) >>> shift) & 0xffff;
    const place = starts[bucket] ?? 0;
    starts[bucket] = place + 1;
    sorted[place] = index;
  }
  return sorted;
}
