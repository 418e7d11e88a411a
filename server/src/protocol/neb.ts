/** What `superion neb --json` tells of a file, as far as the editor uses it. */
export interface NebListing {
  readonly structures: readonly {
    readonly block: string;
    readonly ion: string;
    readonly hops: readonly NebHop[];
    /** Atoms of the supercell; `null` where none was made. */
    readonly atoms: number | null;
    /** Names of the files that were written. */
    readonly files: readonly string[];
  }[];
  readonly problems: readonly { readonly severity: string; readonly message: string }[];
}

/** A hop of a mobile ion to the place of another that has left it. */
export interface NebHop {
  /** Labels of the ions. */
  readonly from: string;
  readonly to: string;
  /** Electronvolt above the lowest site, of the highest saddle. */
  readonly energy: number;
  /** Electronvolt above the site where it begins. */
  readonly barrier: number;
  /** Angstrom. */
  readonly length: number;
}

/** Client -> server: what files of `neb.x` tell of a calculation. */
export const readNebMethod = "superion/readNeb";

export interface ReadNebParams {
  /** Paths. */
  readonly files: readonly string[];
}

export interface ReadNebResult {
  readonly calculations: readonly NebCalculation[];
  /** Why a file was not read, and what is odd about others, in words. */
  readonly remarks: readonly string[];
}

/** How a calculation ended; its tables of images do not tell, and count as running. */
export type NebEnd = "converged" | "steps-used-up" | "scf-not-converged" | "running";

export interface NebCalculation {
  readonly file: string;
  readonly end: NebEnd;
  readonly images: readonly {
    /** Share of the way, 0 to 1; the images stand evenly where the file does not tell. */
    readonly share: number;
    /** Electronvolt above the first image. */
    readonly energy: number;
  }[];
  /** Electronvolt: of the highest image above the first; `null` without images. */
  readonly barrier: number | null;
}
