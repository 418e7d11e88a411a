import type { PathsPicture, PicturePath } from "../../../server/src/protocol/migration";

/** A way of the ion that can be looked at. */
export interface Way {
  /** `3D path`, `hop Li1 - Li2`. */
  readonly name: string;
  /** `null` where there is none. */
  readonly way: PicturePath | null;
}

/** The paths in one, two and three dimensions, then the hops between the ions of the crystal. */
export function waysOf({ paths, hops }: PathsPicture): Way[] {
  return [
    ...paths.map((way, i) => ({ name: `${i + 1}D path`, way })),
    ...hops.map((way, i) => ({ name: `hop ${i + 1}, ${way.from} to ${way.to}`, way })),
  ];
}
