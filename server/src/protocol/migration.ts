import type { Refused } from "./values";

/** The editor's command that opens the panel with its paths, which lenses call; arguments: uri, code of the block. */
export const showPathsCommand = "superion.showPaths";

/** Client -> server: where a mobile ion can go in the crystal of one data block of an open document. */
export const findPathsMethod = "superion/findPaths";
/** Server -> client, while they are looked for. */
export const pathsProgressMethod = "superion/pathsProgress";

export interface FindPathsParams {
  /** Chosen by the client; it stands in every message about this search. */
  readonly id: string;
  readonly uri: string;
  /** Code of the data block; the first block with a structure where absent. */
  readonly block?: string;
  /** `Li1+`. */
  readonly ion: string;
}

export interface PathsProgress {
  readonly id: string;
  /** 0 to 1. */
  readonly share: number;
}

export type FindPathsResult =
  | { readonly kind: "paths"; readonly paths: PathsPicture }
  | Refused
  /** The request was cancelled. */
  | { readonly kind: "stopped" };

type Place = readonly [number, number, number];

/** Where a mobile ion can go, to be drawn: angstrom, Cartesian, and electronvolt above the lowest energy. */
export interface PathsPicture {
  /** Code of the data block. */
  readonly block: string;
  readonly ion: string;
  /** Points along a, b and c. */
  readonly grid: readonly number[];
  /** On the grid, in one, two and three dimensions; `null` where the crystal is closed in so many. */
  readonly barriers: PictureBarriers;
  /** Over saddles that were found off the grid. */
  readonly refinedBarriers: PictureBarriers;
  /** Minima of the energy, the equivalent ones as one. */
  readonly sites: readonly PathSite[];
  /** In one, two and three dimensions. */
  readonly paths: readonly (PicturePath | null)[];
  /** Of the ions of the crystal to the places of others, the lowest first. */
  readonly hops: readonly PictureHop[];
  /** Share of the cell up to each energy. */
  readonly accessible: { readonly energies: readonly number[]; readonly shares: readonly number[] };
  /** `null` where there are none. */
  readonly spheres: PictureSpheres | null;
}

export interface PictureBarriers {
  readonly d1: number | null;
  readonly d2: number | null;
  readonly d3: number | null;
}

export interface PathSite {
  /** Fractional coordinates. */
  readonly position: Place;
  readonly multiplicity: number;
  readonly energy: number;
  /** Label of the mobile ions that rest there; `null` for a site that is empty in the crystal. */
  readonly occupiedBy: string | null;
}

/** A way of least highest energy, from where the ion rests to where it rests again: of a path the same place some cells on. */
export interface PicturePath {
  /** Above the lowest energy, as are the energies. */
  readonly barrier: number;
  readonly places: readonly Place[];
  /** How far each place is on the way. */
  readonly distances: readonly number[];
  readonly energies: readonly number[];
  /** The places at which it rests. */
  readonly stops: readonly Place[];
}

export interface PictureHop extends PicturePath {
  /** Labels of the ions. */
  readonly from: string;
  readonly to: string;
}

/** The largest sphere that has room between the ions of the framework, and the largest that can pass through, at its bottleneck. */
export interface PictureSpheres {
  readonly included: { readonly radius: number; readonly at: Place };
  readonly free: { readonly radius: number; readonly at: Place } | null;
}

/** Client -> server: where the energy has a value, after the paths were found. */
export const isosurfaceMethod = "superion/isosurface";

export interface IsosurfaceParams extends Omit<FindPathsParams, "id"> {
  /** Electronvolt above the lowest energy. */
  readonly energy: number;
}

export type IsosurfaceResult =
  | {
      readonly kind: "surface";
      /** Cartesian coordinates of corners, angstrom: 32-bit floats in base64. */
      readonly positions: string;
      /** Three corners a triangle: 32-bit indices in base64. */
      readonly triangles: string;
    }
  | Refused;

/** `0.55 eV (1D), 0.56 (2D), none (3D)`. */
export function barriersText({ d1, d2, d3 }: PictureBarriers): string {
  const [first, ...others] = [d1, d2, d3].map((barrier) => (barrier === null ? "none" : barrier.toFixed(2)));
  const unit = d1 === null ? "" : " eV";
  return [`${first ?? ""}${unit} (1D)`, ...others.map((barrier, i) => `${barrier} (${i + 2}D)`)].join(", ");
}
