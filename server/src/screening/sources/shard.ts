import { createHash } from "node:crypto";

/** One part of a screening that is done in several: `index` from 1 to `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `2/16`; `undefined` for anything else. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count) return undefined;
  return { index, count };
}

/** Whether what has this name belongs to the shard: every name to one, about as many to each, the same on every machine. */
export function belongsTo({ index, count }: Shard, name: string): boolean {
  return createHash("sha256").update(name).digest().readUInt32BE() % count === index - 1;
}
