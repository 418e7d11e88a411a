import * as v from "valibot";
import type { PathsPicture } from "../../../server/src/protocol/migration";
import { reader } from "../../../server/src/protocol/webview";

/** What is to be seen of the paths. */
export interface PathsLook {
  readonly surface: boolean;
  readonly path: boolean;
  readonly spheres: boolean;
  /** Place among the ways: the paths in one, two and three dimensions, then the hops. */
  readonly way: number;
  /** Electronvolt above the lowest; `null` for where the crystal opens. */
  readonly energy: number | null;
}

export const readPathsLook = reader(
  v.object({
    surface: v.boolean(),
    path: v.boolean(),
    spheres: v.boolean(),
    way: v.pipe(v.number(), v.integer(), v.minValue(0)),
    energy: v.nullable(v.number()),
  }),
);

export const usualPathsLook: PathsLook = {
  surface: true,
  path: true,
  spheres: false,
  way: 2,
  energy: null,
};

/** Electronvolt above the lowest: what the user chose, else where the crystal opens. */
export function energyOf({ energy }: PathsLook, { barriers, accessible }: PathsPicture): number {
  const usual = barriers.d3 ?? barriers.d2 ?? barriers.d1 ?? 0.5;
  return Math.min(energy ?? usual, accessible.energies.at(-1) ?? Infinity);
}
