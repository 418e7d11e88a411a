import { expect } from "vitest";
import type { Structure } from "../../../server/src/crystal/structure";
import type { Descriptor } from "../../../server/src/descriptors/descriptor";

/** The values of a descriptor, or the reason why there are none. */
export function valuesOf(descriptor: Descriptor, structure: Structure, options?: object): number[] | string {
  const configured = descriptor.configure(options);
  if (!configured.ok) return configured.reason;
  const description = configured.describe(structure);
  if (!description.ok) return description.reason;
  expect(description.labels).toHaveLength(description.values.length);
  return Array.from(description.values);
}

/** How far values may be from those expected: the larger of both, the second by the size of the value. */
export interface Tolerance {
  readonly absolute?: number;
  readonly relative?: number;
}

/** Fails with the place of the value that is farthest off. */
export function expectClose(
  actual: readonly number[] | string,
  expected: readonly number[],
  { absolute = 0, relative = 0 }: Tolerance,
): void {
  if (typeof actual === "string") throw new Error(`refused: ${actual}`);
  expect(actual).toHaveLength(expected.length);
  const off = expected.map((value, i) => {
    const excess = Math.abs((actual[i] ?? NaN) - value) - Math.max(absolute, relative * Math.abs(value));
    return Number.isNaN(excess) ? Infinity : excess;
  });
  const worst = off.indexOf(Math.max(...off));
  expect(off[worst] ?? 0, `value ${worst} is ${actual[worst]}, not ${expected[worst]}`).toBeLessThanOrEqual(
    0,
  );
}
